"""Options of the test run."""

from __future__ import annotations

import os
import signal
import tempfile

import hypothesis
import pytest

from laws import TIMES

# No test leaves anything in the folders of whoever runs it, nor finds anything there.
_HOME = tempfile.TemporaryDirectory(prefix="review-home-")
for _folder in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_folder}_HOME"] = f"{_HOME.name}/{_folder.lower()}"

# A shell starts what it puts into the background with Ctrl-C ignored, and every program that a test starts would
# inherit that and wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# Machines are noisy: how long an example takes is no property of the program. Benchmarks measure speed.
# Examples are new in every run; what falsifies a law is printed so that it can be kept as an `@example`.
hypothesis.settings.register_profile(
    "new",
    deadline=None,
    print_blob=True,
    max_examples=50 * TIMES,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("new")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Write the whole-run cases anew; read the diff.")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every law, wherever it stands."""
    for item in items:
        if hypothesis.is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.law)


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))

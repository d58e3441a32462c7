"""Options of the test run."""

from __future__ import annotations

import os
import signal
import tempfile

import hypothesis
import pytest

# No test leaves anything in the folders of whoever runs it, nor finds anything there.
_HOME = tempfile.TemporaryDirectory(prefix="review-home-")
for _folder in ("CACHE", "CONFIG", "DATA", "STATE"):
    os.environ[f"XDG_{_folder}_HOME"] = f"{_HOME.name}/{_folder.lower()}"

# A shell starts what it puts into the background with Ctrl-C ignored, and every program that a test starts would
# inherit that and wait for ever.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# Machines are noisy: how long an example takes is no property of the program. Benchmarks measure speed.
# And a change is judged by the same examples each time; `make laws` looks for new ones.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("new", deadline=None)
hypothesis.settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Write the whole-run cases anew; read the diff.")


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))

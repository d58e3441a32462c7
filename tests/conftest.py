"""Options of the test run."""

from __future__ import annotations

import hypothesis
import pytest

# Machines are noisy: how long an example takes is no property of the program. Benchmarks measure speed.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh", action="store_true", help="Write the whole-run cases anew; read the diff.")


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--refresh"))

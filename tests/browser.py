"""The Chromium that `make browser` provides, driven by Playwright."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from program import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ROOT / ".tools" / "chromium"


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser; skips the test where there is none, and on CI that is a failure."""
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail("A browser must be there on CI: run `make browser`")
        pytest.skip("There is no browser: run `make browser`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()

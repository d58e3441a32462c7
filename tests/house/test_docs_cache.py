"""The page on the cache shows what really happens: its draft is written and its commands are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import ROOT
from shown import as_it_runs

# How much is kept depends on how long the path of the folder is.
_SIZE = re.compile(r"[1-9]\d* KiB")


def test_the_output_on_the_page_is_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, refresh: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    file = ROOT / "docs" / "cache.md"
    text = file.read_text(encoding="utf-8")
    shown = as_it_runs(text, tmp_path, "markdown|console")
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert _SIZE.sub("some KiB", text) == _SIZE.sub("some KiB", shown)
    assert text.count("\n$ review ") >= 6

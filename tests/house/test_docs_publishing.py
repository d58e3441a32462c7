"""The pages on publishing and redrafting show what really happens: their files are written, their commands run."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import ROOT
from shown import as_it_runs

PAGES = ("publishing", "redrafting", "export")


@pytest.mark.parametrize("page", PAGES)
def test_the_output_on_the_page_is_real(page: str, tmp_path: Path, *, refresh: bool) -> None:
    file = ROOT / "docs" / f"{page}.md"
    text = file.read_text(encoding="utf-8")
    shown = as_it_runs(text, tmp_path, "yaml|console")
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") >= 4

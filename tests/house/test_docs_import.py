"""The page on importing shows what really happens: its files are written, its commands run."""

from __future__ import annotations

import re
from pathlib import Path

from program import ROOT
from reviewcli.exchange.importing import SOURCES
from shown import as_it_runs

PAGE = ROOT / "docs" / "import.md"


def test_the_output_on_the_page_is_real(tmp_path: Path, *, refresh: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, block in re.findall(
        r"`([\w.-]+)`:\n\n```(?:csv|json|text|markdown)\n(.*?)```", text, re.DOTALL
    ):
        (tmp_path / name).write_text(block, encoding="utf-8")
    shown = as_it_runs(text, tmp_path, "console")
    if refresh:
        PAGE.write_text(shown, encoding="utf-8")
    assert text == shown


def test_each_source_has_its_example() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert {name for name in SOURCES if f"$ review import {name} " not in text} == set()

"""The page on importing shows what really happens: its files are written, its commands run."""

from __future__ import annotations

import re
from pathlib import Path

from program import ROOT
from reviewcli.importing import SOURCES
from test_docs_publishing import ran

PAGE = ROOT / "docs" / "import.md"


def test_the_output_on_the_page_is_real(tmp_path: Path, *, refresh: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, block in re.findall(
        r"`([\w.-]+)`:\n\n```(?:csv|json|text|markdown)\n(.*?)```", text, re.DOTALL
    ):
        (tmp_path / name).write_text(block, encoding="utf-8")
    shown = re.sub(r"(?s)```console\n(.*?)```", lambda block: real(block[1], tmp_path), text)
    if refresh:
        PAGE.write_text(shown, encoding="utf-8")
    assert text == shown


def real(block: str, folder: Path) -> str:
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "```console\n" + "".join(f"$ {command}\n{ran(command, folder)}" for command in commands) + "```"


def test_each_source_has_its_example() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert {name for name in SOURCES if f"$ review import {name} " not in text} == set()

"""The page on linting shows what really happens: its drafts are written, its commands and its dialogue run."""

from __future__ import annotations

import re
from pathlib import Path

from program import ROOT
from shown import commands_of, real
from terminal import Terminal

_BLOCK = re.compile(r"(?s)```(markdown|console|terminal)\n(.*?)```")
_ANSWERS = ["y", "n", "1", "?", "i", "q"]


def test_the_output_on_the_page_is_real(tmp_path: Path, *, refresh: bool) -> None:
    file = ROOT / "docs" / "linting.md"
    text = file.read_text(encoding="utf-8")
    shown = _BLOCK.sub(lambda block: shown_for(block[1], block[2], tmp_path), text)
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") >= 9


def shown_for(kind: str, block: str, folder: Path) -> str:
    """The block as it should be; in a terminal a person answers."""
    if kind != "terminal":
        return real(kind, block, folder)
    (command,) = commands_of(block)
    return f"```terminal\n$ {command}\n{dialogue(command, folder)}```"


def dialogue(command: str, folder: Path) -> str:
    person = Terminal(*command.split()[1:], cwd=folder, NO_COLOR="1")
    for answer in _ANSWERS:
        person.answer("?] ", answer)
    assert person.end() == 0  # no error is left
    return "".join(f"{line.rstrip()}\n" for line in person.shown.splitlines())

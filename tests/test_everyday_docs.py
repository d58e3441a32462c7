"""The pages on config and CI show what really happens: their files are written, their commands run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import ROOT
from test_docs_publishing import ran

_BLOCK = re.compile(r"(?s)```(markdown|yaml|console)\n(.*?)```")


@pytest.mark.parametrize(("page", "commands"), [("config.md", 2), ("ci.md", 4)])
def test_the_output_on_the_page_is_real(page: str, commands: int, tmp_path: Path, *, refresh: bool) -> None:
    (tmp_path / "old.md").write_bytes("# Amélie\n".encode("latin-1"))
    file = ROOT / "docs" / page
    text = file.read_text(encoding="utf-8")
    shown = _BLOCK.sub(lambda block: real(block[1], block[2], tmp_path), text)
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") == commands


def real(kind: str, block: str, folder: Path) -> str:
    """The block as it should be: a file is written, commands are run."""
    if kind != "console":
        name, _, text = block.partition("\n")
        name = re.sub(r"^(<!-- |# )| -->$", "", name)
        (folder / name).write_text(text, encoding="utf-8")
        return f"```{kind}\n{block}```"
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "```console\n" + "".join(f"$ {command}\n{ran(command, folder)}" for command in commands) + "```"

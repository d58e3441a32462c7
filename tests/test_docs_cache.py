"""The page on the cache shows what really happens: its draft is written and its commands are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from program import ROOT
from test_docs_publishing import ran

_BLOCK = re.compile(r"(?s)```(markdown|console)\n(.*?)```")
# How much is kept depends on how long the path of the folder is.
_SIZE = re.compile(r"[1-9]\d* KiB")


def test_the_output_on_the_page_is_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, refresh: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    file = ROOT / "docs" / "cache.md"
    text = file.read_text(encoding="utf-8")
    shown = _BLOCK.sub(lambda block: real(block[1], block[2], tmp_path), text)
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert _SIZE.sub("some KiB", text) == _SIZE.sub("some KiB", shown)
    assert text.count("\n$ review ") >= 6


def real(kind: str, block: str, folder: Path) -> str:
    """The block as it should be: a draft is written, commands are run."""
    if kind == "markdown":
        name, _, draft = block.partition("\n")
        (folder / name.removeprefix("<!-- ").removesuffix(" -->")).write_text(draft, encoding="utf-8")
        return f"```markdown\n{block}```"
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "```console\n" + "".join(f"$ {command}\n{ran(command, folder)}" for command in commands) + "```"

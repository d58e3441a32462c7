"""The pages on publishing and redrafting show what really happens: their files are written, their commands run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT

PAGES = ("publishing", "redrafting", "export")


@pytest.mark.parametrize("page", PAGES)
def test_the_output_on_the_page_is_real(page: str, tmp_path: Path, *, refresh: bool) -> None:
    file = ROOT / "docs" / f"{page}.md"
    text = file.read_text(encoding="utf-8")
    shown = re.sub(r"(?s)```(yaml|console)\n(.*?)```", lambda block: real(block[1], block[2], tmp_path), text)
    if refresh:
        file.write_text(shown, encoding="utf-8")
    assert text == shown
    assert text.count("\n$ review ") >= 4


def real(kind: str, block: str, folder: Path) -> str:
    """The block as it should be: a file is written, a command is run."""
    if kind == "yaml":
        name = block.split("\n")[0].removeprefix("# ")
        (folder / name).write_text(block.partition("\n")[2], encoding="utf-8")
        return f"```yaml\n{block}```"
    commands = re.findall(r"^\$ (.*)$", block, re.MULTILINE)
    return "```console\n" + "".join(f"$ {command}\n{ran(command, folder)}" for command in commands) + "```"


def ran(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": str(folder / ".state")}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    ).stdout  # fmt: skip

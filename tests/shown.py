"""What a page of the manual shows, made anew: its files are written, its commands run, in the order of the page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path


def as_it_runs(page: str, folder: Path, kinds: str) -> str:
    """The page with its blocks as they should be.

    Args:
        page: its text.
        folder: where its files are written and its commands run.
        kinds: of blocks, as a pattern: `yaml|console`. All but those of the console are files, whose first line
            has their name in a comment.
    """
    return re.sub(rf"(?s)```({kinds})\n(.*?)```", lambda block: real(block[1], block[2], folder), page)


def real(kind: str, block: str, folder: Path) -> str:
    """The block as it should be: a file is written, commands are run."""
    if kind != "console":
        name, _, text = block.partition("\n")
        (folder / re.sub(r"^(<!-- |# )| -->$", "", name)).write_text(text, encoding="utf-8")
        return f"```{kind}\n{block}```"
    runs = (f"$ {command}\n{ran(command, folder)}" for command in commands_of(block))
    return "```console\n" + "".join(runs) + "```"


def commands_of(block: str) -> list[str]:
    """The commands of a block of the console, as they are typed."""
    return re.findall(r"^\$ (.*)$", block, re.MULTILINE)


def ran(command: str, folder: Path) -> str:
    """All that a command of the shell prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": str(folder / ".state")}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    ).stdout  # fmt: skip

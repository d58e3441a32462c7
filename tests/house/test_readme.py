"""The README's commands, run as they are written, print what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from program import ROOT

BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
NOTES = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def runs() -> list[tuple[str, str]]:
    """Each command after a `$`, with the lines below it."""
    found = []
    for block in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


@pytest.mark.parametrize(("command", "shown"), runs())
def test_a_command_prints_what_the_readme_shows(command: str, shown: str, tmp_path: Path) -> None:
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", folder)
    (notes,) = NOTES.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    (folder / "short.yaml").write_text(notes, encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "XDG_CONFIG_HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown
    assert (ran.stdout + ran.stderr).startswith(shown)


def test_the_two_commands_for_a_fresh_clone_are_in_the_makefile() -> None:
    readme, makefile = (ROOT / "README.md").read_text(), (ROOT / "Makefile").read_text()
    for target in ("demo", "test", "bench"):
        assert f"make {target}" in readme
        assert f"\n{target}:" in makefile

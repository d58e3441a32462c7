"""Run the README's commands again and put what they print below them.

    python scripts/refresh_readme.py

A block that ends before the output does is a cut on purpose, and stays as it is while it is still a beginning.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def printed(command: str, readme: str) -> str:
    """What a command prints in a copy of the examples, both streams."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "examples"
        shutil.copytree(ROOT / "examples", place)
        notes = re.search(r"```yaml\n(.*?)```", readme, re.DOTALL)
        (place / "short.yaml").write_text(notes[1] if notes else "", encoding="utf-8")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            ["bash", "-c", command],
            cwd=place,
            env={**os.environ, "PATH": path, "XDG_CONFIG_HOME": "/nonexistent"},
            capture_output=True,
            text=True,
            check=False,
        )
    return ran.stdout + ran.stderr


def refreshed(readme: str) -> str:
    """The README with the output of each of its `$ ` commands as it is now."""

    def block(found: re.Match[str]) -> str:
        parts = re.split(r"^\$ ", found[1], flags=re.MULTILINE)
        shown = parts[0]
        for part in parts[1:]:
            command, _, old = part.partition("\n")
            new = printed(command, readme)
            kept = old if old and new.startswith(old) else new.rstrip("\n") + "\n"
            shown += f"$ {command}\n{kept}"
        return f"```console\n{shown}```"

    return re.sub(r"```console\n(.*?)```", block, readme, flags=re.DOTALL)


if __name__ == "__main__":
    file = ROOT / "README.md"
    file.write_text(refreshed(file.read_text(encoding="utf-8")), encoding="utf-8")

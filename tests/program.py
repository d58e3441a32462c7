"""Runs the program as a user does: a process of its own, its streams and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
STATE = tempfile.TemporaryDirectory(prefix="review-state-")  # gone at the end of the test run
REVIEW = Path(sys.executable).parent / "review"


class Ran(msgspec.Struct, frozen=True):
    """How a run ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.out)


def review(
    *arguments: str | Path, stdin: str | bytes = b"", cwd: Path | None = None, **environment: str
) -> Ran:
    """Run `review`; `stdin` is what is piped in."""
    ran = subprocess.run(
        [str(REVIEW), *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": "/nonexistent",
            "XDG_STATE_HOME": STATE.name,
            **environment,
        },
        check=False,
        timeout=120,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

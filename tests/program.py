"""Runs the program as a user does: with streams, a folder and settings of its own, and an exit code."""

from __future__ import annotations

import contextlib
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from unittest import mock

import msgspec
import pytest

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
    """Run `review` in this process; `stdin` is what is piped in.

    It is the whole program, from arguments to exit code. What only a process of its own has (signals, limits, a pipe
    that closes, a fresh start, workers that it forks) is for `review_process`.
    """
    from reviewcli.cli import run

    with _settings(arguments, cwd, environment), _streams(_bytes(stdin)) as (out, err):
        with pytest.raises(SystemExit) as left:
            run()
        return Ran(int(left.value.code or 0), _written(out), _written(err))


def review_process(
    *arguments: str | Path, stdin: str | bytes = b"", cwd: Path | None = None, **environment: str
) -> Ran:
    """Run `review` in a process of its own; `stdin` is what is piped in."""
    ran = subprocess.run(
        [str(REVIEW), *map(str, arguments)],
        input=_bytes(stdin),
        capture_output=True,
        cwd=cwd,
        env=_environment(environment),
        check=False,
        timeout=120,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def _bytes(stdin: str | bytes) -> bytes:
    return stdin.encode() if isinstance(stdin, str) else stdin


def _environment(environment: dict[str, str]) -> dict[str, str]:
    return {
        **os.environ,
        "XDG_CONFIG_HOME": "/nonexistent",
        "XDG_STATE_HOME": STATE.name,
        **environment,
    }


@contextlib.contextmanager
def _settings(
    arguments: tuple[str | Path, ...], cwd: Path | None, environment: dict[str, str]
) -> Iterator[None]:
    """What a process of its own would be given, put back at the end."""
    rounds = gc.get_threshold()
    with (
        contextlib.chdir(cwd or Path.cwd()),
        mock.patch.dict(os.environ, _environment(environment), clear=True),
        mock.patch.object(sys, "argv", [str(REVIEW), *map(str, arguments)]),
        # A run that sees one core forks nothing: this process has threads, which would not come along.
        mock.patch.object(os, "sched_getaffinity", return_value={0}, create=True),
    ):
        yield
    gc.set_threshold(*rounds)


@contextlib.contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Standard input with these bytes, and files that standard output and error go into."""
    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(3)]
        files[0].write(stdin)
        files[0].seek(0)
        for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
            kept = os.dup(number)
            stack.callback(os.close, kept)
            stack.callback(os.dup2, kept, number)
            os.dup2(files[number].fileno(), number)
            stream = stack.enter_context(open(number, mode, encoding="utf-8", closefd=False))
            stack.enter_context(mock.patch.object(sys, name, stream))
        yield files[1], files[2]


def _written(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode()

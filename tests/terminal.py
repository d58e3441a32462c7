"""Runs the program on a real terminal: reads what it shows, types what a person would."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import time
from pathlib import Path

from program import REVIEW

CTRL_C = "\x03"
CTRL_D = "\x04"
PATIENCE = 300  # seconds: nothing takes so long on the slowest machine but what hangs
PRESSES_AGAIN = 10  # seconds after which a person does
PROMPT = re.compile(r"(?:\A|\n)(?:> |- |Title: |Instead: |\(\d+/\d+\) \[\S+\] )\Z")


def beside_a_terminal(*arguments: str, cwd: Path, **environment: str) -> tuple[str, str]:
    """What a run that succeeds prints, and what it shows where standard error alone is a terminal."""
    ours, theirs = pty.openpty()
    environment = {"TERM": "xterm", "XDG_CONFIG_HOME": "/nonexistent", **environment}
    ran = subprocess.run(
        [str(REVIEW), *arguments], cwd=cwd, stdout=subprocess.PIPE, stderr=theirs,
        env={**os.environ, **environment}, check=True, timeout=PATIENCE,
    )  # fmt: skip
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    return ran.stdout.decode(), shown


class Terminal:
    """A run of `review` on a terminal of its own."""

    def __init__(self, *arguments: str, cwd: Path, **environment: str) -> None:
        self.shown = ""
        self._read_to = 0
        self._typed_at = 0
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.environ.update({"TERM": "dumb", "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nonexistent"})
            os.environ.update({"XDG_DATA_HOME": str(cwd / "data"), **environment})
            os.execv(REVIEW, [str(REVIEW), *arguments])

    def wait_for(self, text: str) -> None:
        """Read until the text is shown after what was waited for last."""
        end = time.monotonic() + PATIENCE
        while (at := self.shown.find(text, self._read_to)) < 0:
            assert time.monotonic() < end, f"{text!r} is not shown: {self.shown!r}"
            assert self._read(), f"{text!r} was not shown: {self.shown!r}"
        self._read_to = at + len(text)

    def wait_to_be_asked(self) -> None:
        """Read until the last thing shown is a prompt that nothing was typed at: a terminal may lose what comes before."""
        while not PROMPT.search(self.shown, self._typed_at):
            assert self._read(), f"nothing is asked: {self.shown!r}"

    def answer(self, question: str, *lines: str) -> None:
        """Wait for a question and type the lines, each when it is asked for."""
        self.wait_for(question)
        for line in lines:
            self.wait_to_be_asked()
            self.type(f"{line}\n")

    def type(self, text: str) -> None:
        self._typed_at = len(self.shown)
        os.write(self._fd, text.encode())

    def interrupt(self) -> int:
        """Press Ctrl-C until the program ends, and give its exit code.

        Readline does not hear one that falls between a prompt and its reading, or that takes a letter away which it
        has seen come: a person who sees nothing happen presses a key, and again.
        """
        end = time.monotonic() + PATIENCE
        self.type(CTRL_C)
        while time.monotonic() < end:
            if select.select([self._fd], [], [], PRESSES_AGAIN)[0]:
                if not self._read():
                    break
            else:
                self.type(" ")
                time.sleep(0.5)
                self.type(CTRL_C)
        return self.end()

    def close(self) -> None:
        """Close the terminal window."""
        os.close(self._fd)

    def end(self) -> int:
        """Read to the end and give the exit code."""
        while self._read():
            pass
        end = time.monotonic() + PATIENCE
        while True:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise AssertionError(f"the program does not end: {self.shown!r}")
            time.sleep(0.02)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._fd], [], [], PATIENCE)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux says so at the end of a terminal
            return False
        self.shown += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)

"""A second process that ends a server when we are gone, however we went: killed, crashed, switched off."""

from __future__ import annotations

import contextlib
import subprocess
import sys

# Reads until our end of the pipe closes. One letter says that the server has been ended already.
_WATCH = """
import os, sys
if not sys.stdin.buffer.read(1):
    try:
        os.kill(int(sys.argv[1]), 9)
    except OSError:
        pass
"""


class Leash:
    """Ends the process of this number when ours ends; `release` it once that one is gone."""

    def __init__(self, pid: int) -> None:
        self._watcher = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _WATCH, str(pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in the terminal is not for it
        )

    def release(self) -> None:
        """Let the watcher go."""
        with contextlib.suppress(OSError, ValueError):
            self._watcher.communicate(b".", timeout=5)

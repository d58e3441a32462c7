"""A lock that one process at a time can hold; it is free again when that process is gone, however it went."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from reviewcli.texts.files import is_file


class Lock:
    """A lock on a file, which stays when the lock is let go."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._handle: int | None = None

    def take(self, patience: float = 0) -> bool:
        """Take it, waiting so many seconds for whoever holds it; whether it is ours."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        until = time.monotonic() + patience
        while not _locked(handle):
            if time.monotonic() >= until:
                os.close(handle)
                return False
            time.sleep(0.05)
        self._handle = handle
        return True

    def release(self) -> None:
        """Let it go."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_held(file: Path) -> bool:
    """Whether some process holds the lock now."""
    if not is_file(file):
        return False
    lock = Lock(file)
    if lock.take():
        lock.release()
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

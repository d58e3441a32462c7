"""Values by key, a small file each: no lock is ever held, so many runs at once and a kill at any moment do no harm.

Measured against SQLite: 2,000 values are read as fast (25 ms against 30) and written more slowly (0.1 ms a value
against 0.05), and no run pays 6 ms to import it. A file is there whole or not at all, and a spoilt one costs
itself only.
"""

from __future__ import annotations

import contextlib
import os

# From hashlib it is the same, and OpenSSL with it: 3 ms of every run.
from _blake2 import blake2b
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

from reviewcli.cache.folder import cache_folder

_CHECK = 16
_LARGEST = 256 * 1024 * 1024
# Trimmed to this share of the largest size, so that not every run has to.
_TRIMMED = 0.75
# A run that writes less leaves the trimming to another one, for a day at most.
_MUCH = _LARGEST // 16
_DAY = 86_400.0


class Size(NamedTuple):
    """How many files there are, and how many bytes they hold."""

    files: int = 0
    bytes: int = 0


class Store:
    """The cache on disc. Nothing here ever raises for what a disc can do.

    Args:
        folder: where it lies; made when something is first kept, for nobody else to read.
        largest: in bytes; beyond it what has not been used for longest goes.
    """

    def __init__(self, folder: Path, largest: int = _LARGEST) -> None:
        self.folder = folder
        self._largest = largest
        self._written = 0

    @classmethod
    def of_user(cls) -> Self | None:
        """The user's own; None where nobody knows where the user is at home."""
        try:
            return cls(cache_folder() / "lint")
        except (RuntimeError, OSError):
            return None

    def read(self, key: str) -> bytes | None:
        """What was kept under a key, if it is there and whole."""
        try:
            with open(self._path(key), "rb") as file:  # noqa: PTH123 — a Path costs more than the reading
                data = file.read()
        except OSError:
            return None
        value = data[_CHECK:]
        return value if len(data) > _CHECK and data[:_CHECK] == _check(value) else None

    def has(self, key: str) -> bool:
        """Whether something is kept under a key."""
        return os.path.exists(self._path(key))  # noqa: PTH110 — as above

    def keep(self, key: str, value: bytes) -> None:
        """Keep a value; another run that keeps one of the same key meanwhile wins or loses, whole."""
        path = self._path(key)
        temporary = f"{path}.{os.getpid()}"
        with contextlib.suppress(OSError):
            try:
                handle = self._opened(temporary)
                with os.fdopen(handle, "wb") as file:
                    file.write(_check(value) + value)
                os.replace(temporary, path)  # noqa: PTH105 — as above
                self._written += len(value)
            except OSError:
                os.unlink(temporary)  # noqa: PTH108 — as above
                raise

    def touch(self, key: str) -> None:
        """Say that a value was of use, so that others go before it."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            import time

            if time.time() - os.stat(path).st_mtime > _DAY:  # noqa: PTH116 — as above
                os.utime(path)

    def expect(self, size: int) -> None:
        """Say that another process will keep about as much."""
        self._written += size

    def close(self) -> None:
        """Let go of the oldest values if there are too many; at the end of a run."""
        if self._written and (self._written > min(_MUCH, self._largest) or self._is_due()):
            self._trim()

    def size(self) -> Size:
        """What is kept."""
        sizes = [status.st_size for _, status in self._entries()]
        return Size(len(sizes), sum(sizes))

    def _path(self, key: str) -> str:
        return f"{self.folder}/{key[:2]}/{key[2:]}"

    def _opened(self, path: str) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        try:
            return os.open(path, flags, 0o600)
        except FileNotFoundError:
            _make(self.folder)
            os.makedirs(os.path.dirname(path), 0o700, exist_ok=True)  # noqa: PTH103, PTH120 — as above
            return os.open(path, flags, 0o600)

    def _is_due(self) -> bool:
        import time

        mark = self.folder / "trimmed"
        try:
            is_due = time.time() - mark.stat().st_mtime > _DAY
        except OSError:
            is_due = True
        if is_due:
            with contextlib.suppress(OSError):
                mark.touch(0o600)
        return is_due

    def _trim(self) -> None:
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime)
        total = sum(status.st_size for _, status in entries)
        if total <= self._largest:
            return
        for path, status in entries:
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108 — as above
            total -= status.st_size
            if total <= self._largest * _TRIMMED:
                break

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        for shelf in _listed(str(self.folder)):
            for entry in _listed(shelf.path):
                with contextlib.suppress(OSError):
                    yield entry.path, entry.stat()


def clear(folder: Path) -> Size:
    """Remove a folder with all that is in it, and say what was freed.

    Raises:
        OSError: something of it stays.
    """
    import shutil

    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    sizes = [size for file in files if (size := file.stat().st_size)]
    if folder.exists():
        shutil.rmtree(folder)
    return Size(len(sizes), sum(sizes))


def _make(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for nobody else to read."""
    if not folder.parent.exists():
        _make(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(0o700)


def _check(value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECK).digest()


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []

"""Values by key, a small file each: no lock is ever held, so many runs at once and a kill at any moment do no harm.

Measured against SQLite: 2,000 values are read as fast (25 ms against 30) and written more slowly (0.1 ms a value
against 0.05), and no run pays 6 ms to import it. A file is there whole or not at all, and a spoilt one costs
itself only.
"""

from __future__ import annotations

import contextlib
import os
import sys

# From hashlib it is the same, and OpenSSL with it: 3 ms of every run.
from _blake2 import blake2b
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, Self

from reviewcli.texts.files import plain_bytes

_CHECK = 16
_LARGEST = 256 * 1024 * 1024
# Trimmed to this share of the largest size, so that not every run has to.
_TRIMMED = 0.75
# After so much was written, by one run or by many, as a share of the largest size, the whole is looked at.
_BETWEEN = 1 / 16
# Behind the name of a folder that is being removed, with a number.
_CLEARED = ".cleared-"
# Discs give files whole blocks.
_BLOCK = 4096
_MARK = "written"
_DAY = 86_400.0


def cache_folder() -> Path:
    """The folder of everything that `review` can work out again.

    Raises:
        RuntimeError: nobody knows where the user is at home.
    """
    if sys.platform == "linux":  # what platformdirs says there, without the time that its import takes
        home = os.environ.get("XDG_CACHE_HOME", "").strip()
        return (Path(home) if home else Path.home() / ".cache") / "review"
    from platformdirs import user_cache_path

    return user_cache_path("review")


class Size(NamedTuple):
    """How many files there are, and how many bytes of a disc they take."""

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
        """The user's own; None where nobody knows where that is, or where others may write."""
        try:
            folder = cache_folder()
            return cls(folder / "lint") if _is_ours(folder) and _is_ours(folder / "lint") else None
        except (RuntimeError, OSError):
            return None

    def read(self, key: str) -> bytes | None:
        """What was kept under a key, if it is there and whole."""
        try:
            data = plain_bytes(self._path(key))
        except OSError:
            return None
        value = data[_CHECK:]
        return value if len(data) > _CHECK and data[:_CHECK] == _check(value) else None

    def has(self, key: str) -> bool:
        """Whether something is kept under a key."""
        return os.path.exists(self._path(key))  # noqa: PTH110 — a Path costs more than the asking

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
                self.count(_on_disc(_CHECK + len(value)))
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

    def written(self) -> int:
        """How many bytes were kept here since this was last asked; another process then counts them."""
        written, self._written = self._written, 0
        return written

    def count(self, written: int) -> None:
        """Count what was kept, here or by another process; from time to time the oldest values go."""
        self._written += written
        if self._written > self._largest * _BETWEEN:
            self.close()

    def close(self) -> None:
        """Let go of the oldest values if there are too many; at the end of a run."""
        if self._written and self._is_due(self.written()):
            self._trim()

    def size(self) -> Size:
        """What is kept."""
        sizes = [_on_disc(status.st_size) for _, status in self._entries()]
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

    def _is_due(self, written: int) -> bool:
        """Whether all runs together have written so much since the last look that one is due."""
        mark = f"{self.folder}/{_MARK}"  # a letter for each block
        with contextlib.suppress(OSError), open(mark, "ab", opener=_for_us) as file:
            file.write(b"." * (written // _BLOCK))  # behind what others write meanwhile
            if file.tell() * _BLOCK > self._largest * _BETWEEN:
                file.truncate(0)
                return True
        return False

    def _trim(self) -> None:
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime)
        total = sum(_on_disc(status.st_size) for _, status in entries)
        if total <= self._largest * (1 - _BETWEEN):
            return
        for path, status in entries:
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108 — as above
            total -= _on_disc(status.st_size)
            if total <= self._largest * _TRIMMED:
                break

    def _entries(self) -> Iterator[tuple[str, os.stat_result]]:
        for shelf in _listed(str(self.folder)):
            for entry in _listed(shelf.path):
                with contextlib.suppress(OSError):
                    yield entry.path, entry.stat()


def clear(folder: Path) -> Size:
    """Remove a folder with all that is in it, and say what was freed; runs that use it meanwhile begin another.

    Raises:
        OSError: something of it stays.
    """
    import shutil

    freed = [Size()]
    folder = folder.resolve()
    if folder.exists():
        with contextlib.suppress(FileNotFoundError):  # somebody else clears it as well
            folder.rename(folder.with_name(f"{folder.name}{_CLEARED}{os.getpid()}"))
    for doomed in folder.parent.glob(f"{folder.name}{_CLEARED}*"):  # also those of a clearing that was killed
        freed.append(_size_of(doomed))
        shutil.rmtree(doomed, onerror=_unless_gone)
    return Size(*map(sum, zip(*freed, strict=True)))


def _size_of(folder: Path) -> Size:
    files = sizes = 0
    for place, _, names in os.walk(folder):
        for name in set(names) - {_MARK}:
            with contextlib.suppress(OSError):
                size = os.lstat(os.path.join(place, name)).st_size  # noqa: PTH118 — as above
                files, sizes = files + (size > 0), sizes + _on_disc(size)
    return Size(files, sizes)


def _unless_gone(_function: object, _path: object, problem: Any) -> None:
    if not isinstance(problem[1], FileNotFoundError):
        raise problem[1]


def _is_ours(folder: Path) -> bool:
    """Whether neither others nor a group can have written what lies in a folder; also where there is none yet."""
    try:
        status = os.stat(folder)  # noqa: PTH116 — as above
    except FileNotFoundError:
        return True
    user = getattr(os, "geteuid", None)  # Windows gives each user folders of their own
    return user is None or (status.st_uid == user() and not status.st_mode & 0o022)


def _on_disc(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK


def _for_us(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


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

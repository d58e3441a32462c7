"""Files and standard input as text."""

from __future__ import annotations

import codecs
import errno
import fnmatch
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from reviewcli.texts.errors import Place, ReviewError

STDIN = "-"
DRAFTS = (".md", ".markdown", ".txt")
NOTES = (".yaml", ".yml")
_LARGEST = 64 << 20  # bytes; a long book has one of these
_TOO_LARGE = f"larger than {_LARGEST >> 20} megabytes, the most that is read"


class Source(msgspec.Struct, frozen=True):
    """A text as it was read: `path` as reports name it, `file` where it lies (None for standard input).

    `text` keeps its line ends and has lost its byte order mark; `bom` says that there was one.
    """

    path: str
    text: str
    file: Path | None = None
    bom: bool = False

    @property
    def place(self) -> Path | None:
        """Where it lies, or would lie by the name it was given; None for standard input without a name."""
        return self.file or (Path(self.path) if self.path != STDIN else None)

    @property
    def plain(self) -> bool:
        """Whether this is plain text rather than Markdown, by its name."""
        return self.path.lower().endswith(".txt")


def read_source(path: str, stdin_name: str | None = None, *, pipes: bool = False) -> Source:
    """Read a plain file, or standard input for `-`, which reports then name `stdin_name`.

    With `pipes`, for what a person named, a pipe is read as well; what was only found may wait for ever.

    Raises:
        ReviewError: there is no such file, it cannot be read, or it is not UTF-8 text.
    """
    if path == STDIN:
        name = stdin_name or STDIN
        text, bom = decoded(standard_input(), name)
        return Source(name, text, None, bom)
    file = Path(path)
    text, bom = decoded(bytes_of(file, pipes=pipes), path)
    return Source(path, text, file, bom)


def stdin_is_piped() -> bool:
    """Whether standard input is a pipe or a file, not a terminal."""
    return sys.stdin is not None and not sys.stdin.isatty()


def find_drafts(
    paths: Sequence[str], exclude: Sequence[str], failed: Callable[[ReviewError], None] | None = None
) -> Iterator[str]:
    """The drafts that these paths name: files as they are, folders walked in order of name.

    Hidden files and folders, links and what is no plain file are left out of a walk, and what `exclude` matches (a
    glob over the name or over the path inside the folder). A path that does not exist is handed on: reading it
    says so.

    Args:
        paths: as they were given.
        exclude: the globs.
        failed: is given why a folder cannot be read, and the walk goes on behind it; without it that is raised.
    """
    for path in paths:
        if path not in (STDIN, "") and is_folder(Path(path)):
            yield from _walk(Path(path), exclude, DRAFTS, failed)
        else:
            yield path


def find_notes_files(folder: str, exclude: Sequence[str]) -> Iterator[str]:
    """The files of notes in a folder, which is walked as one of drafts is."""
    return _walk(Path(folder), exclude, NOTES)


def is_file(path: Path | os.DirEntry[str]) -> bool:
    """Whether there is a file; not where nobody may look, or where no file can be called that."""
    return os.path.isfile(path)  # noqa: PTH113 — a Path raises what this answers with no


def is_folder(path: Path) -> bool:
    """Whether there is a folder; not where nobody may look, or where no folder can be called that."""
    return os.path.isdir(path)  # noqa: PTH112 — as above


def exists(path: Path) -> bool:
    """Whether there is anything of this name.

    Raises:
        ReviewError: nobody may look there, or nothing can be called that.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise ReviewError(f"cannot be looked at: {reason(error)}.", Place(str(path))) from error
    return True


def standard_input() -> bytes:
    """All that is piped in.

    Raises:
        ReviewError: it is too much.
    """
    if sys.stdin is None:
        return b""
    data = sys.stdin.buffer.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ReviewError(f"Standard input is {_TOO_LARGE}.")
    return data


def plain_bytes(path: str | Path, *, pipes: bool = False) -> bytes:
    """What a plain file holds, links followed. Everything that may be somebody else's is opened here.

    Args:
        path: the file.
        pipes: read a pipe as well, as far as the largest file goes.

    Raises:
        OSError: it cannot be read, is a folder, a device or a pipe, or is too large.
    """
    is_pipe = pipes and stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116 — a Path costs more than the asking
    waiting = 0 if is_pipe else getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, os.O_RDONLY | waiting | getattr(os, "O_BINARY", 0))
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not (stat.S_ISREG(status.st_mode) or is_pipe):
            raise OSError(errno.EINVAL, "it is no plain file", str(path))
        return _bounded(handle, status.st_size, str(path))
    finally:
        os.close(handle)


def _bounded(handle: int, size: int, path: str) -> bytes:
    pieces: list[bytes] = []
    held = 0
    while held <= _LARGEST and size <= _LARGEST:
        piece = os.read(
            handle, max(size - held, 0) + 4096
        )  # a file may say that it holds nothing, as those of /proc
        if not piece:
            return pieces[0] if len(pieces) == 1 else b"".join(pieces)
        pieces.append(piece)
        held += len(piece)
    raise OSError(errno.EFBIG, f"it is {_TOO_LARGE}", path)


def bytes_of(file: Path, *, pipes: bool = False) -> bytes:
    """What a file holds, as `plain_bytes` reads it.

    Raises:
        ReviewError: it cannot be read.
    """
    try:
        return plain_bytes(file, pipes=pipes)
    except FileNotFoundError:
        raise ReviewError("there is no such file.", Place(str(file)), _nearest_file(file)) from None
    except IsADirectoryError:
        raise ReviewError("is a folder, not a file.", Place(str(file))) from None
    except (OSError, ValueError) as error:
        raise ReviewError(f"cannot be read: {reason(error)}.", Place(str(file))) from error


def _nearest_file(file: Path) -> str | None:
    from reviewcli.texts.nearest import nearest

    try:
        names = [entry.name for entry in file.parent.iterdir()]
    except (OSError, ValueError):
        return None
    near = nearest(file.name, names)
    return f"Did you mean {file.parent / near}?" if near else None


def decoded(data: bytes, path: str) -> tuple[str, bool]:
    """The text of bytes, and whether a byte order mark stood before it.

    Raises:
        ReviewError: it is not UTF-8 text.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReviewError("is UTF-16, not UTF-8, from byte 0.", Place(path), "Save it as UTF-8.")
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = error.start + (len(codecs.BOM_UTF8) if bom else 0)
        message = f"is not UTF-8 text: byte {at} is 0x{data[at]:02X}."
        raise ReviewError(message, Place(path), "Save it as UTF-8.") from None
    zero = data.find(b"\0")
    if zero >= 0:
        raise ReviewError(f"is not text: byte {zero} is zero.", Place(path), "Name a text file.")
    return text, bom


def reason(error: Exception) -> str:
    """Why the system could not do something, as the end of a sentence."""
    text = error.strerror if isinstance(error, OSError) else None
    return (text or str(error)).lower()


def _walk(
    folder: Path,
    exclude: Sequence[str],
    endings: tuple[str, ...],
    failed: Callable[[ReviewError], None] | None = None,
    inside: str = "",
) -> Iterator[str]:
    """The files of a folder; `inside` is the path to it within the one that was named, with a slash behind."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        problem = ReviewError(f"cannot be read: {reason(error)}.", Place(str(folder)))
        if failed is None:
            raise problem from error
        failed(problem)
        return
    for entry in entries:
        name = entry.name
        if name.startswith(".") or _is_excluded(name, inside + name, exclude):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(folder / name, exclude, endings, failed, f"{inside}{name}/")
        elif name.lower().endswith(endings) and entry.is_file(follow_symlinks=False):
            yield str(folder / name)


def is_excluded(entry: Path, top: Path, exclude: Sequence[str]) -> bool:
    """Whether a glob matches the name of a file, or its path inside the folder."""
    return _is_excluded(entry.name, entry.relative_to(top).as_posix(), exclude)


def _is_excluded(name: str, inside: str, exclude: Sequence[str]) -> bool:
    return any(fnmatch.fnmatch(name, glob) or fnmatch.fnmatch(inside, glob) for glob in exclude)

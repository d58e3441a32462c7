"""Texts into files: whole or not at all, and never over what somebody else has saved meanwhile."""

from __future__ import annotations

import codecs
import contextlib
import functools
import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source, bytes_of, decoded, exists, is_file, reason

_BEGUN = ".review-begun-"  # what a run that was killed leaves beside a file
_OLDER = r"\.review-(?=[a-z0-9_]*[0-9_])[a-z0-9_]{8}"  # as it was called once; `.review-baseline` is somebody's own
_KEPT = ".review-whole-"  # the whole text beside a file that is being written in place; never cleared
_OLD = 3600  # seconds after which nobody is writing any more


def write_back(source: Source, text: str) -> Source:
    """Write what was read and then changed into its file, and give back what is there now.

    Every command that changes a file of the writer's does it by this. The file is read once more right before the
    new one takes its place, in one step: what others saved since it was read stays.

    Raises:
        ReviewError: the file is read-only or cannot be written, or is no longer what was read.
    """
    file = source.file
    if file is None or text == source.text:
        return msgspec.structs.replace(source, text=text)
    if exists(file) and not is_file(file):  # a pipe, which would be read for ever
        message = "is no file that can be written."
        raise ReviewError(message, Place(source.path), "Pipe it in: review lint --fix - < DRAFT > FIXED")
    before = _data(source.text, bom=source.bom)

    def refuse_if_changed() -> None:
        if bytes_of(file) != before:
            message = "was changed by somebody else meanwhile and is left as it is."
            raise ReviewError(message, Place(source.path), "Run it again.")

    refuse_if_changed()
    if not file.stat().st_mode & 0o222 or not os.access(file, os.W_OK):
        message = "is read-only and was left as it is."
        raise ReviewError(message, Place(source.path), "Make it writable first.")
    _written(file, _data(text, bom=source.bom), refuse_if_changed)
    return msgspec.structs.replace(source, text=text)


def write_whole(path: Path, text: str, *, force: bool = False, bom: bool = False) -> None:
    """Write a text file whole or not at all, keeping the permissions and the owner of the one it replaces.

    Raises:
        ReviewError: the file exists and `force` is off, or the folder takes no file.
    """

    def refuse_if_there() -> None:
        if not force and exists(path):
            raise ReviewError("already exists.", Place(str(path)), "Pass --force to write over it.")

    refuse_if_there()
    _written(path, _data(text, bom=bom), refuse_if_there)


def add_lines(path: Path, lines_of: Callable[[str], list[str]]) -> list[str]:
    """Put lines at the end of a text file, which is made if need be, and give them back.

    Runs that add to it at the same time wait for one another, and each sees what the others added.

    Args:
        path: the file.
        lines_of: is given its text, and says which lines are to be added.

    Raises:
        ReviewError: it cannot be read or written.
    """
    if exists(path) and not is_file(path):
        raise ReviewError("is no file that can be written.", Place(str(path)))
    make_folder(path.parent)
    try:
        with path.open("a+b") as file:
            _wait_for_others(file)
            file.seek(0)
            text, _ = decoded(file.read(), str(path))
            lines = lines_of(text)
            end = "" if not text or text.endswith("\n") else "\n"
            file.write("".join([end, *(f"{line}\n" for line in lines)]).encode() if lines else b"")
    except (OSError, ValueError) as error:
        raise ReviewError(f"cannot be written: {reason(error)}.", Place(str(path))) from error
    return lines


@contextlib.contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """While this lasts, other runs that want to read a file and write it anew wait for their turn."""
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError, ValueError):  # writing says what is wrong with the folder
            # The folder is locked: a lock on the file would go with it when the new one takes its place.
            handle = os.open(path.resolve().parent, os.O_RDONLY)
            held.callback(os.close, handle)
            _wait_for_others(handle)
        yield


def _wait_for_others(file: IO[bytes] | int) -> None:
    with contextlib.suppress(ImportError, OSError):  # Windows, and some network discs, have no such lock
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, where they are not there.

    Raises:
        ReviewError: a file stands in the way, or nobody may write there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ReviewError(f"cannot be made: {reason(error)}.", Place(str(folder))) from error


def _data(text: str, *, bom: bool) -> bytes:
    return (codecs.BOM_UTF8 if bom else b"") + text.encode("utf-8")


def _written(path: Path, data: bytes, check: Callable[[], None]) -> None:
    """Write a file; `check` is called when all is ready, and raises if it must not be."""
    try:
        target = path.resolve()  # a link stays a link: what it points at is replaced
        _clear(target.parent)
        _replace(target, data, check)
    except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        raise ReviewError(f"cannot be written: {reason(error)}.", Place(str(path))) from error


def _replace(target: Path, data: bytes, check: Callable[[], None]) -> None:
    import tempfile  # 10 ms that only writing needs

    status = target.stat() if target.exists() else None
    is_linked = status is not None and status.st_nlink > 1
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=_KEPT if is_linked else _BEGUN)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if status:
            with contextlib.suppress(OSError, AttributeError):  # nobody but root gives files away
                os.chown(temporary, status.st_uid, status.st_gid)
        temporary.chmod(status.st_mode & 0o7777 if status else 0o666 & ~_umask())
        check()
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if is_linked:
        _write_in_place(target, data, temporary)
    else:
        _put_there(temporary, target)


def _put_there(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_in_place(target: Path, data: bytes, whole: Path) -> None:
    """Write a file that has other names too, which a new file in its place would lose.

    Until that is done the whole text lies beside it; where it goes wrong, it stays there.
    """
    try:
        with target.open("r+b") as file:
            file.write(data)
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        message = f"was written in part: {reason(error)}."
        raise ReviewError(message, Place(str(target)), f"The whole text is in {whole}.") from error
    whole.unlink()


@functools.cache  # once a run
def _clear(folder: Path) -> None:
    """Remove what our own runs that were killed left in a folder, an hour ago or longer."""
    user = getattr(os, "geteuid", lambda: None)()
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            name = re.fullmatch(rf"({re.escape(_BEGUN)}[a-z0-9_]{{8}})|{_OLDER}", entry.name)
            if not name:
                continue
            with contextlib.suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                is_ours = entry.is_file(follow_symlinks=False) and user in (None, status.st_uid)
                # By its old name alone it might be somebody's; no editor writes for nobody else to read.
                is_ours = is_ours and bool(name[1] or status.st_mode & 0o7777 == 0o600)
                if is_ours and time.time() - status.st_mtime > _OLD:
                    Path(entry.path).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

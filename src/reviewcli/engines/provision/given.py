"""LanguageTool as a person has it already: a folder, or the zip that it is published as."""

from __future__ import annotations

import contextlib
import lzma
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from reviewcli.engines.installation import JAR
from reviewcli.engines.provision.progress import Progress
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import exists, is_file, is_folder

_HINT = f"Name the folder that holds {JAR}, or the zip that it came in."
_LARGEST = 4 << 30  # bytes; LanguageTool has 400 megabytes when it is unpacked


def fetch(source: Path, folder: Path, progress: Progress) -> Path:
    """A startable LanguageTool in that folder, copied or unpacked; files that are there whole are kept.

    Raises:
        ReviewError: the source holds no LanguageTool.
    """
    if not exists(source):
        raise ReviewError("there is no such folder or zip.", Place(str(source)))
    if not (is_file(source) or is_folder(source)):
        raise ReviewError("is no folder and no zip.", Place(str(source)), _HINT)
    try:
        if is_folder(source):
            return _copied(_root_in(source, source), folder, progress)
        return _unpacked(source, folder, progress)
    except OSError as problem:
        raise ReviewError(
            f"cannot be copied: {problem.strerror or problem}.", Place(str(source))
        ) from problem


def _root_in(folder: Path, source: Path) -> Path:
    """The folder that holds the jar: this one, or one that is in it."""
    found = next(
        (jar.parent for jar in (folder / JAR, *sorted(folder.glob(f"*/{JAR}"))) if is_file(jar)), None
    )
    if found is None:
        raise ReviewError("holds no LanguageTool.", Place(str(source)), _HINT)
    return found


def _copied(source: Path, folder: Path, progress: Progress) -> Path:
    target = folder / "copy"
    files = [path for path in sorted(source.rglob("*")) if is_file(path)]
    for done, file in enumerate(files, 1):
        copy = target / file.relative_to(source)
        if not (copy.exists() and copy.stat().st_size == file.stat().st_size):
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.unlink(missing_ok=True)
            _put(file, copy)
        progress(done, len(files), "files")
    return target


def _put(file: Path, copy: Path) -> None:
    """The file once more: a jar, which nobody writes into, as a link where that can be."""
    if file.suffix == ".jar":
        with contextlib.suppress(OSError):
            os.link(file.resolve(), copy)
            return
    shutil.copyfile(file, copy)


def _unpacked(source: Path, folder: Path, progress: Progress) -> Path:
    target = folder / "unpacked"
    try:
        with zipfile.ZipFile(source) as archive:
            members = list(_safe(archive, source))
            for done, member in enumerate(members, 1):
                copy = target / member.filename
                if not (copy.exists() and copy.stat().st_size == member.file_size):
                    archive.extract(member, target)
                progress(done, len(members), "files")
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError) as problem:
        why = str(problem).rstrip(".") or "it is cut off"
        raise ReviewError(f"is no whole zip: {why}.", Place(str(source)), _HINT) from problem
    return _root_in(target, source)


def _safe(archive: zipfile.ZipFile, source: Path) -> Iterator[zipfile.ZipInfo]:
    """The files of the zip; none may lie outside of it, and all of them fit on a disc."""
    if sum(member.file_size for member in archive.infolist()) > _LARGEST:
        message = f"holds more than {_LARGEST >> 30} GB when it is unpacked."
        raise ReviewError(message, Place(str(source)), _HINT)
    for member in archive.infolist():
        parts = Path(member.filename).parts
        if Path(member.filename).is_absolute() or ".." in parts:
            raise ReviewError(f"holds “{member.filename}”, which lies outside.", Place(str(source)))
        if not member.is_dir():
            yield member

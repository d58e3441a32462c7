"""The files of an import as texts: files, folders and zips of them, standard input."""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import (
    NOTES,
    STDIN,
    Source,
    bytes_of,
    decoded,
    find_drafts,
    is_folder,
    standard_input,
)

_MOST = 200_000_000  # bytes that a zip may hold when it is unpacked

_OF_DRAFTS = ("front-matter", "draft")  # sources whose folders hold drafts
# What is read of an export that holds more: for each source, the beginnings of the names of files.
_PARTS = {
    "letterboxd": ("diary.csv", "reviews.csv", "ratings.csv", "watched.csv"),
    "trakt": ("history", "watched-history", "watched-movies", "watched-shows", "ratings-", "comments-"),
}


def sources_in(paths: Sequence[str], name: str) -> tuple[list[Source], list[ReviewError]]:
    """The texts that the paths hold for this source, and what cannot be read."""
    sources: list[Source] = []
    problems: list[ReviewError] = []
    for path in paths:
        try:
            for each in _files_of(path, name):
                try:
                    sources += list(_sources_of(each, name))
                except ReviewError as error:
                    problems.append(error)
        except ReviewError as error:
            problems.append(error)
    return sources, problems


def _sources_of(path: str, name: str) -> Iterator[Source]:
    file = Path(path)
    if path.lower().endswith(NOTES):
        raise ReviewError(
            "holds notes already, by its name.", Place(path), "Name what they are to be made of."
        )
    data = standard_input() if path == STDIN else bytes_of(file, pipes=True)
    if path == STDIN and not data:
        raise ReviewError(
            "Standard input is empty.", hint=f"Pipe a file in, or name one: review import {name} FILE"
        )
    if data.startswith(b"PK\x03\x04"):
        yield from _in_zip(path, data, name)
    else:
        yield Source(path, text_of(data, path), None if path == STDIN else file)


def text_of(data: bytes, path: str) -> str:
    """The text of a file: UTF-8, or UTF-16 where a byte order mark says so."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError as error:
            message = f"is not UTF-16 text, as its first bytes say: byte {error.start}."
            raise ReviewError(message, Place(path), "Save it as UTF-8.") from None
        data = text.encode("utf-8", "surrogatepass")
    return decoded(data, path)[0]


def _files_of(path: str, name: str) -> list[str]:
    """A file as it is; of a folder, its drafts, or the files of an export that was unpacked."""
    folder = Path(path)
    if path == STDIN or not is_folder(folder):
        return [path]
    if name in _OF_DRAFTS:
        from reviewcli.settings.config import Config

        return list(find_drafts([path], Config().exclude))
    try:
        found = [str(file) for file in sorted(folder.iterdir()) if _belongs(file.name, file.name, name)]
    except OSError as error:
        raise ReviewError(f"cannot be read: {(error.strerror or str(error)).lower()}.", Place(path)) from None
    if not found:
        raise ReviewError(f"holds no export of {name}.", Place(path), _expected(name))
    return found


def _in_zip(path: str, data: bytes, name: str) -> Iterator[Source]:
    """The files of an export as the site packed it."""
    import io
    import lzma
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [
                each for each in archive.infolist() if _belongs(each.filename, Path(each.filename).name, name)
            ]
            if not infos:
                raise ReviewError(f"holds no export of {name}.", Place(path), _expected(name))
            total = 0
            for info in sorted(infos, key=lambda each: each.filename):
                inside = f"{path}/{info.filename}"
                with archive.open(info) as file:
                    unpacked = file.read(_MOST - total + 1)
                total += len(unpacked)
                if total > _MOST:
                    message = f"holds more than {_MOST // 1_000_000} MB when it is unpacked."
                    raise ReviewError(message, Place(path), "Unpack it, and name the files.")
                yield Source(inside, text_of(unpacked, inside))
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OSError) as error:
        reason = str(error).rstrip(".").lower() or "it is damaged"
        raise ReviewError(f"cannot be unpacked: {reason}.", Place(path), "Download it again.") from None


def _belongs(path: str, file: str, name: str) -> bool:
    """Whether a file of an export is read: what was deleted there, lists and likes are not."""
    parts = _PARTS.get(name)
    if parts is None:
        return file.lower().endswith((".csv", ".json"))
    is_aside = any(
        folder in ("deleted", "orphaned", "lists", "likes", "__MACOSX") for folder in path.split("/")[:-1]
    )
    return not is_aside and file.startswith(parts) and file.endswith((".csv", ".json"))


def _expected(name: str) -> str:
    parts = _PARTS.get(name, ("a CSV", "JSON"))
    return f"It should hold {', '.join(parts)}."

"""Which files may hold the notes of a draft; kept apart from reading notes, so that looking costs nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewcli.texts.files import is_file, plain_bytes

_ENDINGS = (".yaml", ".yml", ".notes.yaml", ".notes.yml")
_LARGEST = 256 * 1024  # bytes; notes of a whole book are a tenth of that
_MOST_FILES = 20_000
_SHORT = 20_000


def called_alike(path: Path, folders: Sequence[Path]) -> Iterator[Path]:
    """Where notes that are called like a draft may lie, the first choice first; for `index.md`, like its folder."""
    stems = [path.stem]
    if path.stem in ("index", "_index"):
        stems.append(path.absolute().parent.name)
    for stem in stems:
        for folder in folders:
            for ending in _ENDINGS:
                yield folder / f"{stem}{ending}"


def matchable(folder: str) -> Iterator[tuple[str, str]]:
    """The files of a folder that may hold notes, each with what a draft is matched with: its lines of title and year.

    The whole of a short text that has none.
    """
    try:
        with os.scandir(folder) as listing:
            files = sorted((each for each in listing if _may_hold_notes(each)), key=lambda each: each.name)
    except OSError:
        return
    for file in files[:_MOST_FILES]:
        try:
            text = plain_bytes(file.path).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        lines = re.findall(r"^(?:title|original_title|year)[ \t]*:[^\r\n]*", text, re.MULTILINE)
        yield file.path, "\n".join(lines) if lines or len(text) > _SHORT else text


def _may_hold_notes(file: os.DirEntry[str]) -> bool:
    if not file.name.lower().endswith((".yaml", ".yml")) or file.name.startswith("."):
        return False
    try:
        return is_file(file) and file.stat().st_size <= _LARGEST
    except OSError:
        return False

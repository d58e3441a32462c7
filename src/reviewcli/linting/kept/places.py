"""On which places the result of a draft depends."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.linting.kept.surroundings import Kind, Place
from reviewcli.notes.files import called_alike
from reviewcli.settings.places import user_config_file
from reviewcli.settings.word_lists import users_file
from reviewcli.texts.files import is_folder

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.document.notes_found import FoundNotes
    from reviewcli.settings.config import LoadedConfig
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.files import Source


def places_of(
    source: Source,
    doc: Document,
    found: FoundNotes,
    options: LintOptions,
    configs: Iterable[LoadedConfig],
    read: Iterable[Path],
    looked_for: Iterable[Path],
) -> tuple[Place, ...]:
    """Everything that was read for a draft, or would have been if it were there.

    Args:
        source: the draft.
        doc: the draft as it was read.
        found: its notes.
        options: the flags.
        configs: the config of the draft first, and that of the working directory, which is read before any draft.
        read: the files of houses' profiles and of words.
        looked_for: files that count as soon as they are there.
    """
    places = [*_settings(source, configs)]
    places += [_place("read", file) for file in read]
    places += [_place("file", file) for file in looked_for]
    if options.use_notes:
        places += _of_notes(source, doc, found, options, configs)
    return tuple(dict.fromkeys(places))


def _settings(source: Source, configs: Iterable[LoadedConfig]) -> Iterator[Place]:
    yield _place("above", Path.cwd())
    if source.place:
        yield _place("above", Path(os.path.abspath(source.place)).parent)  # noqa: PTH100 — links stay
    yield _place("file", user_config_file())
    yield _place("file", users_file())
    for loaded in configs:
        if loaded.file:
            yield _place("read", loaded.file)
        for file in loaded.dictionaries():
            yield _place("read", file)


def _of_notes(
    source: Source,
    doc: Document,
    found: FoundNotes,
    options: LintOptions,
    configs: Iterable[LoadedConfig],
) -> Iterator[Place]:
    notes = Path(found.path) if found.path else None
    if notes:
        yield _place("read", notes)
    if options.notes and not is_folder(options.notes):
        return
    pointer = doc.review_settings.get("notes")
    if not options.notes and isinstance(pointer, str) and pointer.strip():
        target = (source.file.parent if source.file else Path()) / pointer.strip()
        yield _place("file", target)
        if notes == target:
            return
    folders = [options.notes] if options.notes else [*_folders(source, configs)]
    for path in called_alike(source.place, folders) if source.place else ():
        yield _place("file", path)
        if path == notes:
            return
    for folder in folders:
        yield _place("notes", folder)


def _folders(source: Source, configs: Iterable[LoadedConfig]) -> Iterator[Path]:
    if source.place:
        yield source.place.parent
    for loaded in itertools.islice(configs, 1):
        if loaded.notes_folder:
            yield loaded.notes_folder


def _place(kind: Kind, path: Path) -> Place:
    return Place(kind, os.path.abspath(path))  # noqa: PTH100 — links stay

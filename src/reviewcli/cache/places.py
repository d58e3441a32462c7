"""On which places the result of a draft depends."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.cache.surroundings import Kind, Place
from reviewcli.config_files import user_config_file
from reviewcli.words import users_file

if TYPE_CHECKING:
    from reviewcli.config import LoadedConfig
    from reviewcli.document import Document
    from reviewcli.lint_options import LintOptions
    from reviewcli.notes.find import FoundNotes
    from reviewcli.sources import Source


def places_of(
    source: Source,
    doc: Document,
    found: FoundNotes,
    options: LintOptions,
    configs: Iterable[LoadedConfig],
    profile_files: Iterable[Path],
) -> tuple[Place, ...]:
    """Everything that was read for a draft, or would have been if it were there.

    Args:
        source: the draft.
        doc: the draft as it was read.
        found: its notes.
        options: the flags.
        configs: the config of the draft, and that of the working directory, which is read before any draft.
        profile_files: the files of houses' profiles.
    """
    places = [*_settings(source, configs, profile_files)]
    if options.use_notes:
        places += _of_notes(source, doc, found, options, configs)
    return tuple(dict.fromkeys(places))


def _settings(
    source: Source, configs: Iterable[LoadedConfig], profile_files: Iterable[Path]
) -> Iterator[Place]:
    yield _place("above", Path.cwd())
    if source.place:
        yield _place("above", Path(os.path.abspath(source.place)).parent)  # noqa: PTH100 — links stay
    yield _place("file", user_config_file())
    yield _place("file", users_file())
    for loaded in configs:
        if loaded.file:
            yield _place("file", loaded.file)
        for file in loaded.dictionaries():
            yield _place("file", file)
    for file in profile_files:
        yield _place("file", file)


def _of_notes(
    source: Source,
    doc: Document,
    found: FoundNotes,
    options: LintOptions,
    configs: Iterable[LoadedConfig],
) -> Iterator[Place]:
    if found.path:
        yield _place("file", Path(found.path))
    if options.notes:
        yield _place("notes" if options.notes.is_dir() else "file", options.notes)
        return
    pointer = doc.review_settings.get("notes")
    if isinstance(pointer, str) and pointer.strip():
        yield _place("file", (source.file.parent if source.file else Path()) / pointer.strip())
    if source.place:
        yield _place("notes", source.place.parent)
    for loaded in configs:
        if loaded.config.notes:
            yield _place("notes", loaded.path(loaded.config.notes))


def _place(kind: Kind, path: Path) -> Place:
    return Place(kind, os.path.abspath(path))  # noqa: PTH100 — links stay

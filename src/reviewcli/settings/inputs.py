"""What a command was asked to read, drafts or notes, and reading it; all of them do it alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.settings.config import Config, LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import (
    NOTES,
    STDIN,
    Source,
    find_drafts,
    find_notes_files,
    is_folder,
    read_source,
    stdin_is_piped,
)

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.document.notes_found import FoundNotes, NotesFolders


def asked_for(paths: Sequence[str] | None, config: Config, command: str) -> Sequence[str]:
    """The paths that were given; else standard input, if it is piped; else config's `include`.

    Raises:
        ReviewError: there is nothing of all that; `command` is for its example.
    """
    if paths:
        return paths
    if stdin_is_piped():
        return [STDIN]
    if config.include:
        return config.include
    raise ReviewError("There is nothing to read.", hint=f"Name a draft: review {command} her.md")


def drafts_of(
    asked: Sequence[str], config: Config, stdin_name: str | None = None
) -> Iterator[tuple[str, Source | ReviewError]]:
    """Each draft by the name that reports give it: its source, or why it cannot be read."""
    unread: list[ReviewError] = []  # folders on the way; what lies beside them is read
    for named in asked:
        for path in find_drafts([named], config.exclude, unread.append):
            yield from _told(unread)
            yield stdin_name or STDIN if path == STDIN else path, _source_or_error(path, stdin_name)
        yield from _told(unread)


def draft_and_notes(
    source: Source,
    loaded: LoadedConfig,
    notes: Path | None,
    folders: NotesFolders | None = None,
) -> tuple[Document, FoundNotes]:
    """A draft, and the notes of it that are found.

    Args:
        source: the draft.
        loaded: its config.
        notes: what `--notes` names.
        folders: what this run has read so far.

    Raises:
        ReviewError: there are no such notes, or they hold errors.
    """
    from reviewcli.document import Document
    from reviewcli.document.notes_found import find_notes

    doc = Document(source.text, path=source.path, plain=source.plain)
    found = find_notes(
        doc, file=source.file, notes_option=notes, notes_folder=loaded.notes_folder, folders=folders
    )
    return doc, found


def notes_asked_for(named: list[str], configs: Configs) -> tuple[list[tuple[str, Path]], list[Exception]]:
    """Each file of notes with its folder inside the folder that was named, and what cannot be read."""
    found: list[tuple[str, Path]] = []
    errors: list[Exception] = []
    for name in named:
        if name == STDIN or not is_folder(Path(name)):
            found.append((name, Path()))
            continue
        try:
            found += _walked(name, configs.for_file(Path(name) / "notes").config.exclude)
        except ReviewError as error:
            errors.append(error)
    return found, errors


def _walked(folder: str, exclude: Sequence[str]) -> list[tuple[str, Path]]:
    files = list(find_notes_files(folder, exclude))
    if not files:
        raise ReviewError("holds no notes.", Place(folder), "Notes end in .yaml or .yml.")
    return [(file, Path(file).parent.relative_to(folder)) for file in files]


def _told(unread: list[ReviewError]) -> Iterator[tuple[str, ReviewError]]:
    while unread:
        error = unread.pop(0)
        yield error.place.path if error.place else "", error


def _source_or_error(path: str, stdin_name: str | None) -> Source | ReviewError:
    try:
        if path.lower().endswith(NOTES):
            return ReviewError("holds notes, not a draft.", Place(path), f"Use `review check {path}`.")
        source = read_source(path, stdin_name, pipes=True)
    except ReviewError as error:
        return error
    if path == STDIN and not source.text:
        return ReviewError(
            "Standard input is empty.", hint="Pipe a draft in, as `review new her.yaml` prints one."
        )
    return source

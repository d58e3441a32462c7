"""What is imported, written: into notes of its own, or into notes that are there."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reviewcli.exchange.importing.entry import Entry, fitting, notes_of
from reviewcli.notes import load_notes
from reviewcli.notes.interview.filing import tree_of, with_value
from reviewcli.notes.interview.questions import is_empty
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes
from reviewcli.notes.slugs import slug_of
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import NOTES, Source, exists, is_file, read_source
from reviewcli.texts.writing import make_folder, write_back, write_whole

_SHOWN = 5  # like things that are told one by one

Named = tuple[
    str, Entry, str | None
]  # the stem of its file, and that of the notes of the same work before it


def fill_in(into: Path, entries: tuple[Entry, ...], tell: Callable[[str], None]) -> list[ReviewError]:
    """Fill one entry's facts into notes that are there; why that could not be."""
    source = read_source(str(into))
    if len(entries) != 1:
        return [ReviewError(f"holds one review, and {len(entries)} were found.", Place(str(into)))]
    try:
        text, added = _filled(source, entries[0])
    except ReviewError as problem:
        return [problem]
    except ExceptionGroup as group:
        return list(each_error(group))
    if text != source.text:
        write_back(source, text)
    tell(f"{into}: {', '.join(added)} filled in." if added else f"{into}: leaves nothing of that open.")
    return []


def _filled(source: Source, entry: Entry) -> tuple[str, list[str]]:
    """The text of the notes with an entry's values, and the keys that are new in it.

    Raises:
        ReviewError: the notes are of another work.
        ExceptionGroup: the notes cannot be read, or cannot hold a value.
    """
    notes = load_notes(source.path, source.text)
    notes_of(entry)
    if entry.title and entry.title.casefold() != notes.title.casefold():
        message = f"is of “{notes.title}”, and this is of “{entry.title}”."
        raise ReviewError(
            message, Place(source.path), "Give both the same title, or import into other notes."
        )
    kind = KINDS[notes.kind]
    values = fitting({**entry.values, "kind": notes.kind})
    text = source.text
    added: list[str] = []
    for key in (name for name in kind.keys if name in values and name not in ("kind", "title")):
        value = _lacking(key, values[key], text, notes)
        if value is not None:
            text = with_value(text, (key,), value, list(kind.keys))
            added.append(key)
    load_notes(source.path, text)
    return text, added


def _lacking(key: str, value: Any, text: str, notes: Notes) -> Any:
    """The value if the notes have none; None if they have."""
    if key == "ids" and isinstance(value, dict):
        new = {name: each for name, each in value.items() if name not in notes.ids}
        return {**notes.ids, **new} if new else None  # all of them again: what stands in { } takes no line
    node = tree_of(text).get(key)
    return value if node is None or is_empty(node) else None


class Written:
    """Where notes of entries go, and what has been written.

    Args:
        output: a file or a folder; None for standard output.
        force: whether notes that are there are written over.
    """

    def __init__(self, output: Path | None, *, force: bool) -> None:
        self._output = output
        self._force = force
        self._written: list[Path] = []
        self._same = 0
        self._kept = 0
        self._again: list[tuple[Path, str]] = []

    def write(
        self,
        entries: tuple[Entry, ...],
        write_out: Callable[[str], object],
        progress: Callable[[list[Named]], Iterable[Named]] = lambda items: items,
    ) -> list[ReviewError]:
        """Write notes for each entry, and give why some could not be.

        Args:
            entries: what was found.
            write_out: is given notes for standard output.
            progress: the entries one after the other, shown as they go.

        Raises:
            ReviewError: they cannot go there.
        """
        self._check(entries)
        problems: list[ReviewError] = []
        for stem, entry, before in progress(list(named(entries))):
            try:
                self._write_one(stem, entry, before, write_out)
            except ReviewError as problem:
                problems.append(problem)
            except ExceptionGroup as group:
                problems += each_error(group)
        if self._kept > _SHOWN:
            message = f"{self._kept - _SHOWN} more exist already and would change."
            problems.append(
                ReviewError(message, Place(str(self._output)), "Pass --force to write over them.")
            )
        return problems

    def _check(self, entries: tuple[Entry, ...]) -> None:
        output = self._output
        if len(entries) > 1 and (output is None or output.suffix in NOTES):
            raise ReviewError(f"{len(entries)} notes need a folder.", hint="Name one: -o notes/")
        if output and output.suffix not in NOTES and is_file(output):
            raise ReviewError("is a file, not a folder.", Place(str(output)), "Name a folder: -o notes/")
        if output and any(entry.partial for entry in entries):
            raise ReviewError("A cast alone is no notes.", hint="Fill it into some: --into her.yaml")

    def _write_one(
        self, stem: str, entry: Entry, before: str | None, write_out: Callable[[str], object]
    ) -> None:
        text = notes_of(entry)
        if self._output is None:
            write_out(text)
            return
        file = self._output if self._output.suffix in NOTES else self._output / f"{stem}.yaml"
        if exists(file) and not self._force:
            self._keep(file, text, entry)
            return
        make_folder(file.parent)
        write_whole(file, text, force=self._force)
        self._written.append(file)
        if before is not None:
            self._again.append((file, entry.label))

    def _keep(self, file: Path, text: str, entry: Entry) -> None:
        """Leave notes that are there; said of the first that would change."""
        if file.read_bytes() == text.encode():
            self._same += 1
            return
        self._kept += 1
        if self._kept <= _SHOWN:
            message = f"already exists, and {entry.label} would change it."
            raise ReviewError(message, Place(str(file)), "Pass --force to write over it.")

    def summary(self) -> Iterator[str]:
        """What was written, in a line each."""
        for file, label in self._again[:_SHOWN]:
            yield f"{file}: {label} again."
        if len(self._again) > _SHOWN:
            yield f"{len(self._again) - _SHOWN} more that were there before have notes of their own."
        if len(self._written) == 1:
            yield f"{self._written[0]}: written."
        elif self._written:
            yield f"{len(self._written):,} notes written in {self._output}."
        if self._same:
            yield f"{self._same:,} {'is' if self._same == 1 else 'are'} there already, the same."


def named(entries: Iterable[Entry]) -> Iterator[Named]:
    """Each entry with its file's stem, and the stem of the notes of the same work before it.

    The first of a name keeps the bare slug, so that an export of next month names the same files: Dune (1984) is
    `dune`, Dune (2021) is `dune-2021`, and a second viewing of that is `dune-2021-2024-03-01`.
    """
    taken: set[str] = set()
    first: dict[tuple[str, ...], str] = {}
    for entry in entries:
        stem = _free(entry, taken, first.get(entry.work))
        yield stem, entry, first.get(entry.work)
        taken.add(stem)
        first.setdefault(entry.work, stem)


def _free(entry: Entry, taken: set[str], first: str | None) -> str:
    slug = slug_of(entry.title)
    year = entry.values.get("year")
    stem = first or (f"{slug}-{year}" if slug in taken and year else slug)
    if stem in taken and entry.day:
        stem = f"{stem}-{slug_of(entry.day)}"
    further = (f"{stem}-{number}" for number in itertools.count(2))
    return next(free for free in itertools.chain([stem], further) if free not in taken)

"""Finds the notes of a draft: by a pointer, beside it, in a folder of notes, or in its own front matter."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewcli.notes.files import called_alike, matchable
from reviewcli.notes.front_matter import notes_from_front_matter, title_and_year
from reviewcli.notes.kinds import KEYS
from reviewcli.notes.model import Notes
from reviewcli.notes.parsing import load_notes
from reviewcli.notes.surnames import fold
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import exists, is_file, is_folder, plain_bytes
from reviewcli.texts.reach import leads_out, project_of
from reviewcli.texts.yaml.nodes import Mapping_, Scalar
from reviewcli.texts.yaml.reading import parse_yaml

if TYPE_CHECKING:
    from reviewcli.document import Document


class FoundNotes(msgspec.Struct, frozen=True):
    """The notes of a draft, the file that holds them (None: its front matter), and what to tell a person."""

    notes: Notes | None = None
    path: str | None = None
    message: str | None = None


class NotesFile(msgspec.Struct, frozen=True):
    """A file of notes by what a draft is matched with: its title in each language, folded, and its year."""

    path: Path
    titles: frozenset[str]
    year: int | None


class NotesFolders:
    """The folders that one run has looked through and the notes it has read, each once."""

    def __init__(self) -> None:
        self._entries: dict[Path, tuple[NotesFile, ...]] = {}
        self._notes: dict[Path, Notes] = {}

    def load(self, path: Path) -> Notes:
        """The notes of a file; raises all errors in it."""
        if path not in self._notes:
            self._notes[path] = load_notes(path)
        return self._notes[path]

    def by_title(self, folder: Path, title: str, year: int | None) -> Path | None:
        """The one file of the folder whose title, and year where both have one, are these."""
        wanted = _folded_title(title)
        if folder not in self._entries:
            self._entries[folder] = tuple(_entries(folder))
        fitting = [
            entry
            for entry in self._entries[folder]
            if wanted in entry.titles and (year is None or entry.year is None or entry.year == year)
        ]
        exact = [entry for entry in fitting if year is not None and entry.year == year]
        chosen = exact or fitting
        return chosen[0].path if len(chosen) == 1 else None


def find_notes(
    doc: Document,
    *,
    file: Path | None = None,
    notes_option: Path | None = None,
    notes_folder: Path | None = None,
    folders: NotesFolders | None = None,
) -> FoundNotes:
    """The notes of a draft: by `--notes`, a pointer, beside it, in the folder of notes, in its front matter.

    Args:
        doc: the draft.
        file: where it lies; for standard input None, and pointers are then relative to the working directory.
        notes_option: what `--notes` names, a file or a folder.
        notes_folder: the folder of notes that the config names.
        folders: what this run has read so far; hand the same one to every draft of a run.

    Raises:
        ReviewError: `--notes` names nothing that is there, or notes that were found hold errors (an
            `ExceptionGroup` of all of them).
    """
    folders = folders or NotesFolders()
    message = None
    project = None
    if notes_option is not None:
        found, message = _by_option(doc, file, notes_option, folders)
    else:
        found, message = _by_pointer(doc, file)
        beside = _folder_of(doc, file)
        project = project_of(beside or Path())
        if found is None:
            found = _in_folders(doc, file, [each for each in (beside, notes_folder) if each], folders)
    if found is not None:
        is_foreign = project is not None and _is_foreign(found, project, notes_folder)
        notes = _unquoted(found, doc, folders) if is_foreign else folders.load(found)
        return FoundNotes(notes, str(found), message)
    return FoundNotes(_own_notes(doc), None, message)


def _own_notes(doc: Document) -> Notes | None:
    """What the draft's own front matter says, whose keys are those of notes."""
    matter = doc.front_matter
    return notes_from_front_matter(matter.text) if matter and matter.language == "yaml" else None


def _is_foreign(notes: Path, project: Path, notes_folder: Path | None) -> bool:
    """Whether a draft leads to notes that neither lie in its project nor in the folder that the config names."""
    places = (
        (project, Path(os.path.realpath(notes_folder)))
        if notes_folder and is_folder(notes_folder)
        else (project,)
    )
    return all(leads_out(notes, place) for place in places)


def _unquoted(notes: Path, doc: Document, folders: NotesFolders) -> Notes:
    """The notes of a file that is perhaps none of the writer's: what is wrong in it is told without a word of it."""
    try:
        return folders.load(notes)
    except (ReviewError, ExceptionGroup) as problem:
        if isinstance(problem, ExceptionGroup) and problem.split(ReviewError)[1]:
            raise
        message = f"its notes are {notes}, outside of its project, and cannot be read as notes."
        raise ReviewError(message, Place(doc.path or "-"), f"`review check {notes}` says why.") from None


def _by_option(
    doc: Document, file: Path | None, option: Path, folders: NotesFolders
) -> tuple[Path | None, str | None]:
    if is_folder(option):
        found = _in_folders(doc, file, [option], folders)
        return found, None if found else f"{doc.path or '-'}: there are no notes of it in {option}."
    if not exists(option):
        raise ReviewError(
            "there is no such file or folder.", Place(str(option)), "Look at what --notes names."
        )
    return option, None


def _by_pointer(doc: Document, file: Path | None) -> tuple[Path | None, str | None]:
    pointer = doc.review_settings.get("notes")
    if not isinstance(pointer, str) or not pointer.strip():
        return None, None
    target = (file.parent if file else Path()) / pointer.strip()
    if is_file(target):
        return target, None
    return None, f"{doc.path or '-'}: its front matter names the notes {pointer}, which are not there."


def _folder_of(doc: Document, file: Path | None) -> Path | None:
    if file:
        return file.parent
    return Path(doc.path).parent if doc.path and doc.path != "-" else None


def _in_folders(doc: Document, file: Path | None, places: list[Path], folders: NotesFolders) -> Path | None:
    """The notes here: by the draft's stem, for `index.md` by its folder's name, by title and year."""
    draft = file or (Path(doc.path) if doc.path and doc.path != "-" else None)
    for path in called_alike(draft, places) if draft else ():
        if is_file(path) and _holds_notes(path):
            return path
    title, year = _title_of(doc)
    for folder in places:
        if title and (found := folders.by_title(folder, title, year)):
            return found
    return None


def _title_of(doc: Document) -> tuple[str | None, int | None]:
    """The draft's title and year: of its front matter, else of the heading that opens it."""
    matter = doc.front_matter
    node = parse_yaml(matter.text).node if matter and matter.language == "yaml" else None
    if isinstance(node, Mapping_):
        title, year = node.get("title"), node.get("year")
        if isinstance(title, Scalar) and not title.is_absent:
            text, its_year = title_and_year(title.text)
            return text, _year(year) or its_year
    return title_and_year(doc.title.text) if doc.title else (None, None)


def _year(node: object) -> int | None:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    return int(text) if re.fullmatch(r"[0-9]{4}", text) else None


def _entries(folder: Path) -> Iterator[NotesFile]:
    """The notes of a folder, read no further than title and year."""
    for path, text in matchable(str(folder)):
        values = _top_values(text)
        titles = [values[key] for key in ("title", "original_title") if values.get(key)]
        if titles:
            year = values.get("year", "")
            yield NotesFile(
                Path(path),
                frozenset(_folded_title(title) for title in titles),
                int(year) if re.fullmatch(r"[0-9]{4}", year) else None,
            )


def _top_values(text: str) -> dict[str, str]:
    """Title, original title and year."""
    node = parse_yaml(text).node
    entries = node.entries if isinstance(node, Mapping_) else ()
    return {
        key.text: value.text for key, value in entries if isinstance(value, Scalar) and not value.is_absent
    }


def _holds_notes(path: Path) -> bool:
    """Whether a YAML file that is merely called like the draft holds notes, by its keys."""
    try:
        text = plain_bytes(path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return True  # reading it says what is wrong
    keys = top_keys(text)
    known = sum(key in KEYS for key in keys)
    return "title" in keys or not keys or known * 2 > len(keys)


def top_keys(text: str) -> list[str]:
    """The keys at the top of YAML, also where the rest of it cannot be read."""
    return re.findall(r"^([A-Za-z_][\w-]*)[ \t]*:(?=\s|$)", text, re.MULTILINE)


def _folded_title(title: str) -> str:
    words = re.sub(r"[*_“”\"‘’']", "", title)
    return " ".join(fold(words).split())

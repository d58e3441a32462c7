"""Facts into notes that are there: what they leave open is filled in, and their lines stay."""

from __future__ import annotations

from typing import Any

from reviewcli.exchange.importing.entry import Entry, fitting, notes_of
from reviewcli.notes import load_notes
from reviewcli.notes.interview.filing import tree_of, with_value
from reviewcli.notes.interview.questions import is_empty
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source


def filled(source: Source, entry: Entry) -> tuple[str, list[str]]:
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

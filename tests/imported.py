"""What `review import` has read, as the notes that it would write."""

from __future__ import annotations

from reviewcli.importing import Found
from reviewcli.importing.entry import notes_of
from reviewcli.notes import Notes, parse_notes


def notes_in(result: Found) -> list[Notes]:
    """The notes of each entry, read back."""
    return [read_back(notes_of(entry)) for entry in result.entries]


def read_back(text: str) -> Notes:
    """Notes that `review check` finds nothing in."""
    notes, findings = parse_notes(text, "notes.yaml")
    assert notes is not None
    assert findings == ()
    return notes

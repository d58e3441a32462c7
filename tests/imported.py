"""What `review import` has read, as the notes that it would write."""

from __future__ import annotations

from noted import faultless
from reviewcli.exchange.importing import Found
from reviewcli.exchange.importing.entry import notes_of
from reviewcli.notes import Notes


def notes_in(result: Found) -> list[Notes]:
    """The notes of each entry, read back."""
    return [faultless(notes_of(entry)) for entry in result.entries]

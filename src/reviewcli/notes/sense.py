"""What can only be seen when all notes are read."""

from __future__ import annotations

from reviewcli.marked_yaml import Mapping_
from reviewcli.notes.model import Notes
from reviewcli.notes.reading import Reading


def check_sense(reading: Reading, notes: Notes, node: Mapping_) -> None:
    """Tell what the notes say against themselves."""

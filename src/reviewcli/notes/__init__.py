"""Notes: what a critic wrote down, read with the place of every key, and the names in it."""

from reviewcli.notes.front_matter import notes_from_front_matter
from reviewcli.notes.model import Notes
from reviewcli.notes.names import KnownPerson, Names, names_of
from reviewcli.notes.parsing import load_notes, parse_notes
from reviewcli.notes.performers import who
from reviewcli.notes.surnames import surname

__all__ = [
    "KnownPerson",
    "Names",
    "Notes",
    "load_notes",
    "names_of",
    "notes_from_front_matter",
    "parse_notes",
    "surname",
    "who",
]

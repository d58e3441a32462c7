"""Where a draft goes: a path with {slug}, {year} and {kind} in it."""

from __future__ import annotations

import re

from reviewcli.notes.model import Notes
from reviewcli.notes.slugs import slug_of_notes
from reviewcli.texts.errors import ReviewError

_KNOWN = ("slug", "year", "kind")


def filled_path(path: str, notes: Notes) -> str:
    """The path with the notes' own slug, year and kind; none of them can lead out of its folder.

    Raises:
        ReviewError: it asks for something else, or for a year that the notes do not have.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in _KNOWN:
            raise ReviewError(
                f"“{match[0]}” stands for nothing in the output “{path}”.",
                hint="There are {slug}, {year} and {kind}.",
            )
        if name == "year" and notes.year is None:
            raise ReviewError(f"there is no year, and the output “{path}” wants one.", hint="Add “year: …”.")
        return {"slug": slug_of_notes(notes), "year": str(notes.year), "kind": notes.kind}[name]

    return re.sub(r"\{(\w*)\}", value, path)

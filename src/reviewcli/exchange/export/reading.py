"""From a draft to a finished review: what only its writer needs is gone, and its facts stand beside it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from reviewcli.document import Document
from reviewcli.document.notes_found import FoundNotes
from reviewcli.exchange.export._format import Reviewed
from reviewcli.exchange.export.opening import without_opening
from reviewcli.exchange.export.sections import without_empty_sections
from reviewcli.exchange.publish.facts import facts_in
from reviewcli.exchange.publish.strip import strip
from reviewcli.notes.front_matter import title_and_year
from reviewcli.notes.model import Notes
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.errors import Place, ReviewError


def reviewed(
    doc: Document,
    found: FoundNotes,
    *,
    rules: MatterRules | None = None,
    author: str | None = None,
    language: str | None = None,
) -> Reviewed:
    """A draft as a finished review.

    Args:
        doc: the draft.
        found: its notes.
        rules: what the house calls the keys of front matter.
        author: who writes, where neither notes nor draft say.
        language: of the text, as `en-GB`.

    Raises:
        ReviewError: nothing says what is reviewed, or a marker is never closed.
    """
    stripped = strip(doc.source, path=doc.path or "-", plain=doc.plain)
    own = facts_in(doc.source, rules or MatterRules())
    known = _together(found.notes if found.path else None, own)
    body, heading = without_opening(re.sub(r"\r\n?", "\n", stripped.text), known, plain=doc.plain)
    empty: list[str] = []
    if not doc.plain:
        body = without_empty_sections(body, empty)
    notes = known or _of_heading(heading, doc)
    if notes.author is None and author:
        notes = msgspec.structs.replace(notes, author=author)
    todos = (*(each.partition(":")[0] or "something" for each in stripped.todos), *map(str.lower, empty))
    return Reviewed(
        path=doc.path or "-",
        notes=notes,
        body=body,
        headline=_headline(heading or (own.title if own else None), notes),
        todos=tuple(dict.fromkeys(todos)),
        plain=doc.plain,
        language=language or "en",
    )


def _together(notes: Notes | None, own: Notes | None) -> Notes | None:
    """The notes, and of the draft's own front matter what they leave open: a date that was added there."""
    if notes is None or own is None:
        return notes or own
    added: dict[str, Any] = {
        name: value
        for name in Notes.__struct_fields__
        if not getattr(notes, name) and (value := getattr(own, name))
    }
    return msgspec.structs.replace(notes, **added)


def _of_heading(heading: str | None, doc: Document) -> Notes:
    """What a first heading says of the work: “Her (2013): a love story” tells its title too."""
    if heading:
        title, year = title_and_year(re.sub(r"(\([0-9]{4}\))\s*[:–—-].*", r"\1", heading))
        return Notes(title=title, year=year)
    heading_too = "" if doc.plain else ", or give it a first heading: # Her (2013)"
    hint = f"Name its notes with --notes{heading_too}."
    raise ReviewError("nothing says what is reviewed here.", Place(doc.path or "-"), hint)


def _headline(heading: str | None, notes: Notes) -> str | None:
    """What the review is called, unless that is the title of the work, with or without its year."""
    if not heading:
        return notes.headline
    title, _ = title_and_year(heading)
    return None if title.casefold() == notes.title.casefold() else heading

"""OMDb: the JSON of a title.

Lists are texts with commas, `N/A` is nothing. Its plot, and what others think of the film, are no facts of a review.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from reviewcli.exchange.importing.cells import listed
from reviewcli.exchange.importing.credited import cast_values, credit
from reviewcli.exchange.importing.entry import Entry, Found, Values, found_in
from reviewcli.exchange.importing.json_items import Item, items_of, text_at
from reviewcli.notes.kinds import DEFAULT, KINDS, kind_in
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The titles of such files."""
    return found_in(sources, lambda source: [_entry(item, source) for item in items_of(source)])


def _entry(item: Item, source: Source) -> Entry:
    place = Place(source.path)
    if error := text_at(item, "Error"):
        raise ReviewError(f"is no title but an answer of OMDb: {error}", place)
    if not _said(item, "Title"):
        hint = "Save what OMDb answers for a title: ?t=Her or ?i=tt1798709."
        raise ReviewError("is no title of OMDb: it has no “Title”.", place, hint)
    kind = kind_in("omdb", _said(item, "Type")) or DEFAULT
    values: Values = {
        "kind": kind,
        "title": _said(item, "Title"),
        "year": _said(item, "Year")[:4],
        "directors": listed(_said(item, "Director")),
        "writers": _people(_said(item, "Writer")),
        "cast": cast_values(credit(name, "") for name in listed(_said(item, "Actors"))),
        "runtime": _said(item, "Runtime").removesuffix(" min"),
        "certificate": _said(item, "Rated"),
        "countries": listed(_said(item, "Country")),
        "languages": listed(_said(item, "Language")),
        "genres": listed(_said(item, "Genre")),
        "release": _day(_said(item, "Released")),
        "ids": {"imdb": _said(item, "imdbID")},
        **{field.key: _said(item, field.name) for field in KINDS[kind].columns.get("omdb", ())},
    }
    return Entry(values=values, place=place)


def _said(item: Item, name: str) -> str:
    text = text_at(item, name)
    return "" if text == "N/A" else text


def _people(text: str) -> list[str]:
    """Names, each once, without what they did: Spike Jonze (screenplay)."""
    names = (re.sub(r"\s*\([^()]*\)", "", name) for name in listed(text))
    return list(dict.fromkeys(name for name in names if name))


def _day(text: str) -> str:
    try:
        return datetime.strptime(text, "%d %b %Y").date().isoformat()
    except ValueError:
        return ""

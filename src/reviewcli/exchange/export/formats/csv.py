"""A table of an archive for spreadsheets: a row for each review, with its facts and its words.

Several names in one cell stand with semicolons between. A cell that a spreadsheet would take for a formula, because it
begins with =, +, -, @, a tab or a carriage return, has an apostrophe in front, as OWASP advises against CSV injection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reviewcli.document import Document
from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.cells import table
from reviewcli.exchange.export.scores import share_of
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes, Person


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    return table([_cells(review) for review in reviews])


def _cells(review: Reviewed) -> dict[str, Any]:
    notes = review.notes
    share = share_of(notes.score) if notes.score else None
    seen = notes.seen
    return {
        "path": review.path,
        "kind": notes.kind,
        "title": notes.title,
        "original_title": notes.original_title,
        "year": notes.year,
        "made_by": _names(_makers(notes)),
        "cast": _names(member for member in notes.cast if not member.spoiler),
        "runtime": notes.runtime,
        "countries": "; ".join(notes.countries),
        "languages": "; ".join(notes.languages),
        "genres": "; ".join(notes.genres),
        "score": notes.score.text if notes.score else None,
        "score_100": None if share is None else f"{share * 100:.4g}",
        "seen": seen.date if seen else None,
        "rewatch": ("yes" if seen.rewatch else "no") if seen else None,
        "headline": review.headline,
        "author": notes.author,
        "date": notes.date,
        "tags": "; ".join(notes.tags),
        "imdb": notes.ids.get("imdb"),
        "tmdb": notes.ids.get("tmdb"),
        # Counted as `review stats` counts them.
        "words": len(Document(review.body, path=review.path, plain=review.plain).words),
        "review": review.body.rstrip("\n"),
    }


def _makers(notes: Notes) -> Sequence[Person]:
    first = KINDS[notes.kind].makers[:1]
    makers = [name for maker in first for name in maker.keys.split()]
    return next((people for name in ("directors", *makers) if (people := notes.fact(name))), ())


def _names(people: Iterable[Person]) -> str:
    return "; ".join(person.name for person in people)


FORMAT = Format(ending=".csv", write=_write, collects=True, splits=False)

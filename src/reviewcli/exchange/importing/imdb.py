"""IMDb: the CSV of one's ratings, or of a list.

Columns: Const, Your Rating, Date Rated, Title, Original Title, URL, Title Type, IMDb Rating, Runtime (mins), Year,
Genres, Num Votes, Release Date, Directors; older files have no Original Title, lists begin with Position and have a
Description of one's own. What others think (IMDb Rating, Num Votes) is no fact of a review.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.importing.cells import listed, put
from reviewcli.exchange.importing.entry import Entry, Found, Values
from reviewcli.exchange.importing.rows import Row, tables_of
from reviewcli.notes.kinds import DEFAULT, kind_in
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The titles of such files; single episodes and podcasts are left out and counted."""
    tables, problems = tables_of(sources, (("Const",), ("Title",)), "a CSV of IMDb")
    entries: list[Entry] = []
    left_out: dict[str, int] = {}
    for table in tables:
        for row in table.rows:
            kind = kind_of(row["Title Type"])
            if not row["Title"]:
                problems.append(ReviewError("the row has no title.", row.place("Title")))
            elif kind is None:
                left_out[row["Title Type"]] = left_out.get(row["Title Type"], 0) + 1
            else:
                entries.append(_entry(row, kind))
    remarks = [f"{count} left out of the type {name}." for name, count in left_out.items()]
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def kind_of(title_type: str) -> str | None:
    """The kind of review for a type of title; None where there is none."""
    name = title_type.casefold().replace(" ", "").replace("-", "")
    return kind_in("imdb", name) if name else DEFAULT


def _entry(row: Row, kind: str) -> Entry:
    values: Values = {"kind": kind, "title": row["Title"]}
    places: dict[str, Place] = {"title": row.place("Title")}
    if row["Original Title"] != row["Title"]:
        put(values, places, row, "original_title", "Original Title")
    put(values, places, row, "year", "Year")
    put(values, places, row, "directors", "Directors", listed)
    put(values, places, row, "runtime", "Runtime (mins)")
    put(values, places, row, "genres", "Genres", listed)
    put(values, places, row, "release", "Release Date")
    values["ids"] = {"imdb": row["Const"]}
    put(values, places, row, "opening", "Description")
    put(values, places, row, "score", "Your Rating", lambda text: f"{text}/10")
    put(values, places, row, "date", "Date Rated")
    return Entry(values=values, place=row.place("Title"), places=places)

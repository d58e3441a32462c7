"""IMDb: the CSV of one's ratings, or of a list.

Columns: Const, Your Rating, Date Rated, Title, Original Title, URL, Title Type, IMDb Rating, Runtime (mins), Year,
Genres, Num Votes, Release Date, Directors; older files have no Original Title, lists begin with Position and have a
Description of one's own. What others think (IMDb Rating, Num Votes) is no fact of a review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewcli.exchange.importing.cells import Facts, listed
from reviewcli.exchange.importing.entry import Entry, Found
from reviewcli.exchange.importing.rows import Row, titled_rows
from reviewcli.notes.kinds import DEFAULT, kind_in
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The titles of such files; single episodes and podcasts are left out and counted."""
    rows, problems = titled_rows(sources, (("Const",), ("Title",)), "a CSV of IMDb", "Title")
    found = [(row, kind_of(row["Title Type"])) for row in rows]
    left_out = Counter(row["Title Type"] for row, kind in found if kind is None)
    entries = [_entry(row, kind) for row, kind in found if kind is not None]
    remarks = [f"{count} left out of the type {name}." for name, count in left_out.items()]
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def kind_of(title_type: str) -> str | None:
    """The kind of review for a type of title; None where there is none."""
    name = title_type.casefold().replace(" ", "").replace("-", "")
    return kind_in("imdb", name) if name else DEFAULT


def _entry(row: Row, kind: str) -> Entry:
    facts = Facts(row, kind=kind)
    facts.put("title", "Title")
    if row["Original Title"] != row["Title"]:
        facts.put("original_title", "Original Title")
    facts.put("year", "Year")
    facts.put("directors", "Directors", made=listed)
    facts.put("runtime", "Runtime (mins)")
    facts.put("genres", "Genres", made=listed)
    facts.put("release", "Release Date")
    facts.values["ids"] = {"imdb": row["Const"]}
    facts.put("opening", "Description")
    facts.put("score", "Your Rating", made=lambda text: f"{text}/10")
    facts.put("date", "Date Rated")
    return facts.entry()

"""Letterboxd: what an account exports, and the file that its importer takes.

An export is a zip with diary.csv (Date, Name, Year, Letterboxd URI, Rating, Rewatch, Tags, Watched Date), reviews.csv
(the same and Review), ratings.csv and watched.csv; `Rewatch` is `Yes` or empty, `Review` holds a few tags of HTML.
The columns of the importer are those of letterboxd.com/about/importing-data; that its `Rewatch` is `true` or `false`
is what programs that write such files say as well (a Plex exporter's test of its columns ends a row in `,false`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.importing.cells import put, yes
from reviewcli.exchange.importing.entry import Entry, Found, Values
from reviewcli.exchange.importing.joining import joined
from reviewcli.exchange.importing.markup import markdown_of
from reviewcli.exchange.importing.rows import Row, Table, tables_of
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The films of an export; ratings and reviews go with the diary's entry of the same film."""
    tables, problems = tables_of(sources, (("Name", "Title"),), "a CSV of Letterboxd")
    plays: list[Entry] = []
    others: list[Entry] = []
    for table in tables:
        for row in table.rows:
            if not row.first("Name", "Title"):
                problems.append(ReviewError("the row has no title.", row.place("Name", "Title")))
            else:
                (plays if _is_diary(table) else others).append(_entry(row))
    entries, remarks = joined(plays, others)
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def _is_diary(table: Table) -> bool:
    return {"Watched Date", "WatchedDate", "Title"} & set(table.columns) != set() and (
        "Review" not in table.columns or "Title" in table.columns
    )


def _entry(row: Row) -> Entry:
    values: Values = {"title": row.first("Name", "Title")}
    places = {"title": row.place("Name", "Title")}
    put(values, places, row, "year", "Year")
    put(values, places, row, "directors", "Directors", lambda text: text.split(", "))
    put(values, places, row, "score", "Rating", lambda text: f"{text.replace(',', '.')}/5")
    if "score" not in values:
        put(values, places, row, "score", "Rating10", lambda text: f"{text.replace(',', '.')}/10")
    seen = {"date": row.first("Watched Date", "WatchedDate"), "rewatch": "yes" if yes(row["Rewatch"]) else ""}
    values["seen"] = {key: value for key, value in seen.items() if value}
    places["seen"] = row.place("Watched Date", "WatchedDate", "Rewatch")
    ids = {
        "letterboxd": row.first("Letterboxd URI", "LetterboxdURI"),
        "imdb": row["imdbID"],
        "tmdb": row["tmdbID"],
    }
    values["ids"] = {key: value for key, value in ids.items() if value}
    put(
        values,
        places,
        row,
        "tags",
        "Tags",
        lambda text: [tag.strip() for tag in text.split(",") if tag.strip()],
    )
    put(values, places, row, "date", "Date")
    put(values, places, row, "opening", "Review", markdown_of)
    return Entry(values=values, place=row.place("Name", "Title"), places=places)

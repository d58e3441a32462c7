"""Letterboxd: what an account exports, and the file that its importer takes.

An export is a zip with diary.csv (Date, Name, Year, Letterboxd URI, Rating, Rewatch, Tags, Watched Date), reviews.csv
(the same and Review), ratings.csv and watched.csv; `Rewatch` is `Yes` or empty, `Review` holds a few tags of HTML.
The columns of the importer are those of letterboxd.com/about/importing-data; that its `Rewatch` is `true` or `false`
is what programs that write such files say as well (a Plex exporter's test of its columns ends a row in `,false`).
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.importing.cells import Facts, listed, yes
from reviewcli.exchange.importing.entry import Entry, Found
from reviewcli.exchange.importing.joining import joined
from reviewcli.exchange.importing.markup import markdown_of
from reviewcli.exchange.importing.rows import Row, titled_rows
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The films of an export; ratings and reviews go with the diary's entry of the same film."""
    rows, problems = titled_rows(sources, (("Name", "Title"),), "a CSV of Letterboxd", "Name", "Title")
    plays = [_entry(row) for row in rows if _is_of_diary(row.columns)]
    entries, remarks = joined(plays, [_entry(row) for row in rows if not _is_of_diary(row.columns)])
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def _is_of_diary(columns: Sequence[str]) -> bool:
    return not {"Watched Date", "WatchedDate", "Title"}.isdisjoint(columns) and (
        "Review" not in columns or "Title" in columns
    )


def _entry(row: Row) -> Entry:
    facts = Facts(row)
    facts.put("title", "Name", "Title")
    facts.put("year", "Year")
    facts.put("directors", "Directors", made=lambda text: text.split(", "))
    facts.put("score", "Rating", made=lambda text: f"{text.replace(',', '.')}/5")
    if "score" not in facts.values:
        facts.put("score", "Rating10", made=lambda text: f"{text.replace(',', '.')}/10")
    watched = ("Watched Date", "WatchedDate")
    facts.put_seen(row.first(*watched), *watched, "Rewatch", again=yes(row["Rewatch"]))
    address = row.first("Letterboxd URI", "LetterboxdURI")
    ids = {"letterboxd": address, "imdb": row["imdbID"], "tmdb": row["tmdbID"]}
    facts.values["ids"] = {key: value for key, value in ids.items() if value}
    facts.put("tags", "Tags", made=listed)
    facts.put("date", "Date")
    facts.put("opening", "Review", made=markdown_of)
    return facts.entry()

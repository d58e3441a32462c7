"""Goodreads: the CSV of one's library.

ISBN cells look like `="0679783261"`, days like 2024/01/31, a rating of 0 is none, and reviews hold `<br/>`. What is
read is on the shelf `read`; other shelves are left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewcli.exchange.importing.cells import day, listed, put, yes
from reviewcli.exchange.importing.entry import Entry, Found, Values
from reviewcli.exchange.importing.markup import markdown_of
from reviewcli.exchange.importing.rows import Row, tables_of
from reviewcli.notes.kinds import DEFAULT, KINDS, kind_in
from reviewcli.notes.people import PERSONS
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The books that were read."""
    tables, problems = tables_of(
        sources, (("Title",), ("Author",), ("Book Id", "My Rating")), "a library of Goodreads"
    )
    entries: list[Entry] = []
    shelved: dict[str, int] = {}
    for table in tables:
        for row in table.rows:
            shelf = row["Exclusive Shelf"]
            if not row["Title"]:
                problems.append(ReviewError("the row has no title.", row.place("Title")))
            elif shelf not in ("", "read") and not (row["My Review"] or row["Date Read"]):
                shelved[shelf] = shelved.get(shelf, 0) + 1
            else:
                entries.append(_entry(row))
    remarks = [
        f"{count} left out: on the shelf {shelf}, without a review." for shelf, count in shelved.items()
    ]
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def _entry(row: Row) -> Entry:
    title, series = _parted(row["Title"])
    kind = kind_in("goodreads") or DEFAULT
    values: Values = {"kind": kind, "title": title}
    places: dict[str, Place] = {"title": row.place("Title")}
    _put_columns(values, places, row, kind)
    year = "Original Publication Year" if row["Original Publication Year"] else "Year Published"
    put(values, places, row, "year", year)
    if row["Book Id"]:
        values["ids"] = {"goodreads": row["Book Id"]}
    values["seen"], places["seen"] = _seen(row), row.place("Date Read")
    shelves = [shelf for shelf in listed(row["Bookshelves"]) if shelf != row["Exclusive Shelf"]]
    values["tags"] = shelves
    put(values, places, row, "opening", "My Review", markdown_of)
    if row["My Rating"] != "0":
        put(values, places, row, "score", "My Rating", lambda text: f"{text}/5")
    values["jottings"] = [row["Private Notes"]] if row["Private Notes"] else []
    extra = {
        "series": series,
        "additional_authors": listed(row["Additional Authors"]),
        "binding": row["Binding"],
        "spoiler": "yes" if yes(row["Spoiler"]) else "",
    }
    values["extra"] = {key: value for key, value in extra.items() if value}
    return Entry(values=values, place=row.place("Title"), places=places)


def _put_columns(values: Values, places: dict[str, Place], row: Row, kind: str) -> None:
    """The facts that only this kind has, each of the first of its columns that holds one."""
    for field in KINDS[kind].columns["goodreads"]:
        column = next((name for name in field.name.split("|") if _cell(row[name])), None)
        made = _one_name if KINDS[kind].keys[field.key].shape is PERSONS else _cell
        if column:
            put(values, places, row, field.key, column, made)


def _seen(row: Row) -> dict[str, str]:
    again = row["Read Count"].isdigit() and int(row["Read Count"]) > 1
    seen = {"date": day(row["Date Read"]), "rewatch": "yes" if again else ""}
    return {key: value for key, value in seen.items() if value}


def _parted(title: str) -> tuple[str, str]:
    """A title and the series that stands behind it: Dune (Dune, #1)."""
    match = re.fullmatch(r"(.+?)\s*\(([^()]+,? #[^()]+)\)", title)
    return (match[1], match[2]) if match else (title, "")


def _one_name(text: str) -> list[str]:
    return [" ".join(text.split())]


def _cell(text: str) -> str:
    """A cell without what keeps spreadsheets from counting with it; nought is nothing."""
    plain = text.removeprefix("=").strip('"') if text.startswith("=") else text
    return "" if plain == "0" else plain

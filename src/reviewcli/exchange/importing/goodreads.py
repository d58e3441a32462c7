"""Goodreads: the CSV of one's library.

ISBN cells look like `="0679783261"`, days like 2024/01/31, a rating of 0 is none, and reviews hold `<br/>`. What is
read is on the shelf `read`; other shelves are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reviewcli.exchange.importing.cells import Facts, day, listed, yes
from reviewcli.exchange.importing.entry import Entry, Found
from reviewcli.exchange.importing.markup import markdown_of
from reviewcli.exchange.importing.rows import Row, titled_rows
from reviewcli.notes.kinds import DEFAULT, KINDS, kind_in
from reviewcli.notes.people import PERSONS
from reviewcli.texts.files import Source


def read(sources: Sequence[Source]) -> Found:
    """The books that were read."""
    needed = (("Title",), ("Author",), ("Book Id", "My Rating"))
    rows, problems = titled_rows(sources, needed, "a library of Goodreads", "Title")
    shelved = Counter(row["Exclusive Shelf"] for row in rows if not _is_read(row))
    entries = [_entry(row) for row in rows if _is_read(row)]
    remarks = [f"{count} left out: on the shelf {name}, without a review." for name, count in shelved.items()]
    return Found(tuple(entries), tuple(problems), tuple(remarks))


def _is_read(row: Row) -> bool:
    return row["Exclusive Shelf"] in ("", "read") or bool(row["My Review"] or row["Date Read"])


def _entry(row: Row) -> Entry:
    title, series = _parted(row["Title"])
    kind = kind_in("goodreads") or DEFAULT
    facts = Facts(row, kind=kind)
    facts.put("title", "Title", made=lambda _: title)
    _put_columns(facts, kind)
    facts.put("year", "Original Publication Year", "Year Published")
    if row["Book Id"]:
        facts.values["ids"] = {"goodreads": row["Book Id"]}
    again = row["Read Count"].isdigit() and int(row["Read Count"]) > 1
    facts.put_seen(day(row["Date Read"]), "Date Read", again=again)
    shelves = [shelf for shelf in listed(row["Bookshelves"]) if shelf != row["Exclusive Shelf"]]
    facts.values["tags"] = shelves
    facts.put("opening", "My Review", made=markdown_of)
    if row["My Rating"] != "0":
        facts.put("score", "My Rating", made=lambda text: f"{text}/5")
    facts.values["jottings"] = [row["Private Notes"]] if row["Private Notes"] else []
    extra = {
        "series": series,
        "additional_authors": listed(row["Additional Authors"]),
        "binding": row["Binding"],
        "spoiler": "yes" if yes(row["Spoiler"]) else "",
    }
    facts.values["extra"] = {key: value for key, value in extra.items() if value}
    return facts.entry()


def _put_columns(facts: Facts, kind: str) -> None:
    """The facts that only this kind has, each of the first of its columns that holds one."""
    for field in KINDS[kind].columns["goodreads"]:
        column = next((name for name in field.name.split("|") if _cell(facts.row[name])), None)
        made = _one_name if KINDS[kind].keys[field.key].shape is PERSONS else _cell
        if column:
            facts.put(field.key, column, made=made)


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

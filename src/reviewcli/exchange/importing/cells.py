"""Cells as values of notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reviewcli.exchange.importing.entry import Entry, Values
from reviewcli.exchange.importing.rows import Row
from reviewcli.texts.errors import Place


class Facts:
    """What a row says under the keys of notes, each with its place."""

    def __init__(self, row: Row, **values: Any) -> None:
        self.row = row
        self.values: Values = values
        self.places: dict[str, Place] = {}

    def put(self, key: str, *columns: str, made: Callable[[str], Any] = str) -> None:
        """Put what the first of these columns holds under a key; an empty cell is no value."""
        text = self.row.first(*columns)
        if text and (value := made(text)):
            self.values[key] = value
            self.places[key] = self.row.place(*columns)

    def put_seen(self, date: str, *columns: str, again: bool) -> None:
        """Put when it was met, and whether again; the columns are those that say so."""
        self.values["seen"] = ({"date": date} if date else {}) | ({"rewatch": "yes"} if again else {})
        self.places["seen"] = self.row.place(*columns)

    def entry(self) -> Entry:
        """All of it, at the place of the title."""
        return Entry(values=self.values, place=self.places["title"], places=self.places)


def yes(text: str) -> bool:
    """Whether a cell says yes."""
    return text.casefold() in ("yes", "true", "1", "y")


def listed(text: str) -> list[str]:
    """The items between commas."""
    return [item.strip() for item in text.split(",") if item.strip()]


def day(text: str) -> str:
    """A day as notes have it: 2024/01/31 and 2024-01-31T20:15:00Z are 2024-01-31."""
    match = re.match(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]\d.*)?$", text)
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else text

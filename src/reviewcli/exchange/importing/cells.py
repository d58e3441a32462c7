"""Cells as values of notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reviewcli.exchange.importing.entry import Values
from reviewcli.exchange.importing.rows import Row
from reviewcli.texts.errors import Place


def put(
    values: Values,
    places: dict[str, Place],
    row: Row,
    key: str,
    column: str,
    made: Callable[[str], Any] = str,
) -> None:
    """Put a column's value under a key, with its place; an empty cell is no value."""
    text = row[column]
    if text and (value := made(text)):
        values[key] = value
        places[key] = row.place(column)


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

"""Reads a day: 2026-11-20, or as people write it."""

from __future__ import annotations

import re

from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Shape
from reviewcli.notes.shapes import TEXT, read_text
from reviewcli.texts.yaml.nodes import Node


def is_no_day(text: str) -> bool:
    """Whether a text is written like 2026-11-20 and yet no calendar has that day."""
    from datetime import date

    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return True
    return False


def _read_day(reading: Reading, node: Node) -> str | None:
    text = read_text(reading, node)
    if text and is_no_day(text):
        reading.wrong(node, "is no day of any calendar. Write year, month, day, as in 2026-11-20.")
        return None
    return text


DAY = Shape(_read_day, TEXT.schema)

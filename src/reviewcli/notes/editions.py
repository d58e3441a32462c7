"""Reads the facts of books, games, albums, series and restaurants: numbers, prices, visits, ISBNs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Shape
from reviewcli.notes.shapes import DAY, TEXT, TEXTS, or_text, read_text, whole_number
from reviewcli.notes.values import Visits
from reviewcli.texts.yaml.nodes import Node, Scalar, Sequence_


def isbn_digits(text: str) -> str | None:
    """The digits of an ISBN without hyphens and spaces (the last of ten may be X); None if it is none."""
    digits = re.sub(r"[\s\-‐‑–]", "", re.sub(r"^(?:urn:)?isbn(?:-1[03])?:?\s*", "", text.strip(), flags=re.I))
    digits = digits.upper()
    return digits if re.fullmatch(r"[0-9]{9}[0-9X]|97[89][0-9]{10}", digits) else None


def isbn_check_digit(digits: str) -> str:
    """The last digit that an ISBN of these digits must have, of ten or of thirteen."""
    numbers = [int(digit) for digit in digits[:-1]]
    if len(digits) == 10:
        rest = -sum(number * (10 - place) for place, number in enumerate(numbers)) % 11
        return "X" if rest == 10 else str(rest)
    return str(-sum(number * (3 if place % 2 else 1) for place, number in enumerate(numbers)) % 10)


def _read_isbn(reading: Reading, node: Node) -> str | None:
    text = read_text(reading, node)
    if text is None:
        return None
    digits = isbn_digits(text)
    if digits is None:
        count = len(re.findall(r"[0-9Xx]", text))
        reading.wrong(node, f"is no ISBN: it has {count} digits. Write the ten or the thirteen on the book.")
        return None
    if digits[-1] == (last := isbn_check_digit(digits)):
        return text
    said = f"is no ISBN: the last digit does not fit the others (it would be {last})."
    reading.wrong(node, f"{said} Compare it with the book.")
    return None


def _read_hours(reading: Reading, node: Node) -> int | float | None:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    match = re.fullmatch(r"([0-9]{1,5}(?:[.,][0-9]{1,2})?)\s*(?:h|hrs?|hours?)?", text, re.IGNORECASE)
    hours = float(match[1].replace(",", ".")) if match else 0.0
    if 0 < hours <= 20_000:
        return int(hours) if hours.is_integer() else hours
    said = "is not a likely number of hours" if match else "is no number of hours"
    reading.wrong(node, f"{said}. Write digits, as in 40 or 12.5.")
    return None


def _read_price(reading: Reading, node: Node) -> str | None:
    text = read_text(reading, node)
    if text and re.fullmatch(r"[0-9]+(?:[.,][0-9]+)?", text) and not node.given:
        reading.warn("price", f"“{text}” has no currency. Write £{text} or the like.", node.span)
    return text


def _read_visits(reading: Reading, node: Node) -> Visits | None:
    if isinstance(node, Sequence_):
        return _on_days(reading, [each for each in node.items if not reading.is_empty(each)])
    text = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    match = re.fullmatch(r"([0-9]{1,3})(?:\s*(?:times|visits?|x))?", text)
    count = int(match[1]) if match else _TIMES.get(text)
    if count:
        return Visits(count=count)
    if count is None and re.match(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$|[0-9]{1,2}\.? \w+", text):
        return _on_days(reading, [node])
    reading.wrong(node, "is no number of visits. Write 2, or the days, one a line after “- ”.")
    return None


def _on_days(reading: Reading, nodes: Sequence[Node]) -> Visits | None:
    dates = tuple(filter(None, [DAY.read(reading, each) for each in nodes]))
    return Visits(count=len(dates), dates=dates) if dates else None


_TIMES = {"once": 1, "one": 1, "twice": 2, "two": 2, "three times": 3, "three": 3, "four": 4, "five": 5}


def _numbered(what: str, advice: str) -> Callable[[Reading, Node], Any]:
    """The reader of a text with a number in it, kept as written; a list of numbers is joined by commas."""

    def read(reading: Reading, node: Node) -> str | None:
        if isinstance(node, Sequence_):
            texts = [read_text(reading, each) for each in node.items if not reading.is_empty(each)]
            text = ", ".join(each for each in texts if each) or None
        else:
            text = read_text(reading, node)
        if text and not re.search(
            r"[0-9]|\b(?:all|one|two|three|four|five|six|first|last|pilot)\b", text, re.I
        ):
            reading.wrong(node, f"names no {what}. {advice}")
            return None
        return text

    return read


ISBN = Shape(
    _read_isbn,
    or_text(
        {"type": "integer", "minimum": 10_000},
        "^ *([Uu][Rr][Nn]:)?([Ii][Ss][Bb][Nn].*)?[0-9][0-9 ‐‑–-]{8,20}[0-9Xx] *$",
    ),
)
HOURS = Shape(
    _read_hours,
    or_text({"type": "number", "exclusiveMinimum": 0, "maximum": 20_000}, "^[0-9]+([.,][0-9]+)? *([Hh].*)?$"),
)
PAGES = whole_number(1, 20_000, "number of pages", "Write digits, as in 320.", "^[0-9]{1,5}$")
PRICE = Shape(_read_price, TEXT.schema)
VISITS = Shape(_read_visits, TEXTS.schema)
SEASONS = Shape(
    _numbered("season", "Write how many there are, as in 4, or which this is about: Season 2."), TEXTS.schema
)
EPISODES = Shape(_numbered("episode", "Write how many you have seen: 8, 8 of 10, all."), TEXTS.schema)

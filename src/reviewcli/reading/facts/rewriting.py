"""A number of a draft with another value, in the form that it has."""

from __future__ import annotations

import re

from reviewcli.reading.facts.numbers import MONTHS, Number
from reviewcli.reading.numerals import in_words, like, like_rank


def rewritten(number: Number, value: float) -> str:
    """Another value in the form of a number: figures, words, hours and minutes, a month's name, its sign."""
    text = number.text
    if number.unit == "hour":
        return _hours_like(number, value)
    if number.unit == "month of":
        return MONTHS[int(value) - 1]
    if number.unit == "day of":
        is_rank = not text.isdigit()
        return like_rank(text, int(value)) if is_rank else f"{value:g}"
    if text[:1] in "£$€¥":
        return f"{text[0]}{value:.2f}" if value % 1 else f"{text[0]}{value:g}"
    if number.unit == "year" and text[0] in "'’":
        return f"{text[0]}{int(value) % 100:02}"
    if "," in text and value >= 1000:
        return f"{int(value):,}"
    return like(text, value)


def _hours_like(number: Number, value: float) -> str:
    """A length in the form of one in hours: 2h 6m, two hours and six minutes, two and a half hours."""
    text = number.text
    if number.end < number.whole:
        return like(text, value)
    minutes = round(value * 60)
    hours, rest = divmod(minutes, 60)
    if re.match(r"\d+ ?h(?:rs?)?\.? ?\d", text):
        return re.sub(r"\d+", "{}", text).format(hours, rest)
    if number.is_compound or "-" in text:
        return f"{minutes}-minute"
    figures = text[0].isdigit()
    if rest == 0 and figures:
        return f"{hours} {'hour' if hours == 1 else 'hours'}"
    if rest == 30 and hours > 1 and not figures:
        return _capital_like(text, f"{in_words(hours)} and a half hours")
    counted = [
        f"{count if figures else in_words(count)} {unit}{'s' if count > 1 else ''}"
        for count, unit in ((hours, "hour"), (rest, "minute"))
        if count
    ]
    return _capital_like(text, (" and " if " and " in text or not figures else " ").join(counted))


def _capital_like(text: str, words: str) -> str:
    return words[0].upper() + words[1:] if text[:1].isupper() else words

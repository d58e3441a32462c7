"""Scores on another scale. The manual's page on export shows this table; the score as written is always kept.

A number is taken in proportion: 4.5/5 is 9 of 10 and 90 of 100. Letters go by twelve even steps, as Metacritic
takes them, where B+ is 83 and B- is 67. Stars without a scale are out of five.
"""

from __future__ import annotations

import math

import msgspec

from reviewcli.notes.model import Score

LETTERS = {
    "A+": 100, "A": 100, "A-": 91, "B+": 83, "B": 75, "B-": 67, "C+": 58, "C": 50, "C-": 42, "D+": 33, "D": 25,
    "D-": 16, "F": 0,
}  # fmt: skip
_STARS = 5.0


class Converted(msgspec.Struct, frozen=True):
    """A score on another scale: `value`, and what a person should know of it (None: it is exactly the same)."""

    value: float
    remark: str | None = None


def converted(score: Score, best: int, step: float, least: float = 0) -> Converted | None:
    """The score out of `best` in steps of `step`, no lower than `least`; None where nobody can say.

    A half step goes up.
    """
    share = share_of(score)
    if share is None:
        return None
    exact = share * best
    value = max(math.floor(exact / step + 0.5 + 1e-9) * step, least)
    shown = f"{value:g} of {best}"
    remark = None
    if score.value is None:
        remark = f"{score.text} becomes {shown}"
    elif abs(value - exact) > 1e-6:
        remark = f"{score.text} is {exact:.4g} of {best}, rounded to {value:g}"
    elif score.scale is None:
        remark = f"{score.text} has no scale; taken as out of five, it is {shown}"
    return Converted(value, remark)


def share_of(score: Score) -> float | None:
    """How much of the best there is, from 0 to 1; None for a letter that is not in the table."""
    if score.value is None:
        letter = score.text.strip().upper().replace("−", "-").replace("–", "-")
        points = LETTERS.get(letter)
        return None if points is None else points / 100
    share = score.value / (score.scale or _STARS)
    return share if 0 <= share <= 1 else None


def is_of_stars(score: Score) -> bool:
    """Whether it is out of five, in halves."""
    return score.value is not None and (score.scale or _STARS) == _STARS and score.value * 2 % 1 == 0

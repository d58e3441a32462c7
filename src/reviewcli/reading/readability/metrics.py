"""A text in numbers."""

from __future__ import annotations

import msgspec

FEWEST_WORDS = 100  # below this the indices say more about chance than about the text


class Metrics(msgspec.Struct, frozen=True):
    """A text in numbers, as reports give them: the indices to one decimal, None under 100 words."""

    words: int
    sentences: int
    syllables: int
    reading_minutes: float
    flesch_reading_ease: float | None = None
    flesch_kincaid_grade: float | None = None
    gunning_fog: float | None = None
    smog_index: float | None = None
    dale_chall: float | None = None

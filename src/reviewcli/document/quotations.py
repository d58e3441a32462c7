"""Quoted passages: somebody else's words, told from apostrophes."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reviewcli.document.ranges import Range, outermost


def find_quotations(text: str) -> tuple[Range, ...]:
    """The quoted ranges of a block's text, marks included, in order, none inside another.

    A mark that is never closed quotes nothing, and one that opens anew gives up the one before.
    """
    if not re.search(r"[\"'“„‘‚«]", text):
        return ()
    return outermost([*_double(text), *_single(text)])


@cache
def _double_pattern() -> re.Pattern[str]:
    # A straight mark opens behind a space, a bracket or a dash, and in front of a word; else it closes.
    return re.compile(
        r"(?P<opening>[“„«]|(?<![^\s(\[{—–\-/“‘'])\"(?=\w|['‘(\[$£€#@…¿¡\ufffc—–-]|\.\.))|(?P<closing>[”»\"])"
    )


_CLOSED_BY = {"“": "”", "„": "“”", "«": "»", '"': '"'}


def _double(text: str) -> list[Range]:
    found: list[Range] = []
    opened: int | None = None
    for match in _double_pattern().finditer(text):
        mark, start = match.group(), match.start()
        if (
            opened is not None
            and mark in _CLOSED_BY[text[opened]]
            and (match["closing"] or text[opened] == "„")
        ):
            found.append((opened, match.end()))
            opened = None
        elif match["opening"] and (mark != '"' or opened is None or text[opened] == '"'):
            opened = start
    return found


@cache
def _single_pattern() -> re.Pattern[str]:
    # In front of a word that lost its beginning, or of a decade, the mark is an apostrophe.
    clipped = (
        r"(?:\d\ds?|bout|cause|cuz|coz|em|ere|fraid|gainst|kay|n|neath|nother|nuff|round|scuse|sup|specially|till?"
        r"|tis|twas|tween|twere|twill|cept|ello|ave)\b"
    )
    return re.compile(
        rf"(?<![\w’'])(?:[‘‚](?!\s)|(?<![^\s(\[{{—–\-/“\"])'(?=\w))(?!{clipped})", re.IGNORECASE
    )


@cache
def _single_close_pattern() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[’'](?!\w)")


def _single(text: str) -> list[Range]:
    found: list[Range] = []
    openings = [match.start() for match in _single_pattern().finditer(text)]
    for start, stop in pairwise([*openings, len(text)]):
        end = _end_of_single(text, start, stop)
        if end is not None:
            found.append((start, end))
    return found


def _end_of_single(text: str, start: int, stop: int) -> int | None:
    """The end of the mark that closes, if one clearly does; a plural's possessive (“the actors' ”) does not."""
    closing = "'" if text[start] == "'" else "’"
    doubtful: int | None = None
    for match in _single_close_pattern().finditer(text, start + 1, stop):
        if match.group() != closing:
            continue
        if text[match.start() - 1] not in "sS" or not re.match(r"\s\w", text[match.end() : match.end() + 2]):
            return match.end()
        if doubtful is None:
            doubtful = match.end()
    # Curly marks in a pair are a quotation even before a word; straight ones may be two apostrophes.
    return doubtful if closing == "’" else None

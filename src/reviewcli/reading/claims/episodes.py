"""Claims of the episodes and seasons of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import said_in
from reviewcli.reading.claims.counts import Count, Unit, counts_in, hedge_of, judged
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.numerals import NUMBER, RANKS, like, like_rank, rank_of, value_of
from reviewcli.texts.expressions import Expression

_HOLDER = (
    r"(?:season|series|show|run|miniseries|mini-series|drama|comedy|sitcom|arc|run|instal?lment|thriller)"
)
_EPISODES = Unit("episodes", r"(?:episodes?|parts?|instal?lments?)", ("episode", "part", "instal"), _HOLDER)
_SEASONS = Unit(
    "episodes", r"(?:seasons?)", ("season",), r"(?:series|show|run|drama|comedy|sitcom|epic|saga)"
)


def find(doc: Document) -> Iterator[Claim]:
    """The number of episodes and of seasons, how many the critic saw, and which season this is."""
    if doc.notes is None or not may_claim(doc.notes, "episodes"):
        return
    seen_of = noted(doc.notes, "episodes") or ""
    numbers = [int(number) for number in re.findall(r"\d+", seen_of)]
    told = f"{seen_of} episodes" if numbers else ""
    seen = {count.place.start: count for count in _seen(doc)}
    yield from (judged("episodes", count, numbers[:1], told) for count in seen.values())
    is_total = len(numbers) > 1 or "all" in seen_of
    for count in counts_in(doc, _EPISODES):
        if count.place.start not in seen:
            known = numbers[-1:] if is_total or count.value < max(numbers[:1], default=0) else []
            yield judged("episodes", count, known, told)
    yield from _seasons(doc, noted(doc.notes, "seasons") or "")


@cache
def _seen_pattern() -> Expression:
    return Expression(
        r"\b(?:(?:I|we)(?:['’]ve| have)? (?:\w+ )?(?:seen|saw|watched|screened)"
        r"|having (?:seen|watched)|based on)(?: (?:all|the|only|just|first))*"
        rf" (?P<number>{NUMBER})(?: of (?:the |its )?\w+)? episodes?"
        rf"|\b(?P<number2>{NUMBER})(?: of (?:the |its )?\w+)? episodes? (?:were|was) (?:screened"
        rf"|watched|seen)",
        ignore_case=True,
    )


def _seen(doc: Document) -> Iterator[Count]:
    for place, match in said_in(doc, _seen_pattern(), "number number2"):
        value = value_of(place.text)
        again = re.match(r" (?:twice|again)\b", place.block.text[match.end() :])
        if value and not place.is_quoted and not again:
            yield Count(place, value, hedge_of(place.block, place.start))


@cache
def _season_pattern() -> Expression:
    return Expression(
        rf"\b(?P<this>[Tt]his|[Ii]ts|[’']s) (?P<ordinal>{'|'.join(RANKS)}|\d+(?:st|nd|rd"
        rf"|th)) (?:and (?:final|last) )?(?:season|series|run)\b"
        rf"|(?P<heading>\bseason) (?P<number>{NUMBER})",
        ignore_case=True,
    )


def _seasons(doc: Document, said: str) -> Iterator[Claim]:
    """Which season this is, where the notes are of one; how many there are, where the notes count them."""
    if which := re.fullmatch(r"(?:season|series)\s+(\d+)", said.strip(), re.IGNORECASE):
        yield from _which_season(doc, int(which[1]))
    many = (int(said),) if re.fullmatch(r"\d+", said.strip()) else ()
    yield from (judged("episodes", count, many, f"{said} seasons") for count in counts_in(doc, _SEASONS))


def _which_season(doc: Document, true: int) -> Iterator[Claim]:
    for place, match in said_in(doc, _season_pattern(), "number ordinal"):
        value = value_of(place.text) if match["number"] else rank_of(place.text)
        if value and not place.is_quoted and _is_this_season(place, match):
            yield _season(place, int(value), true, is_rank=match["number"] is None)


def _is_this_season(place: Passage, match: re.Match[str]) -> bool:
    """Whether “this second season” is said; in the text, “season 1” may be another."""
    if match["heading"]:
        return not place.block.is_prose or not re.search(r"\w", place.block.text[: match.start()])
    return bool(match["this"].lower() == "this")


def _season(place: Passage, value: int, true: int, *, is_rank: bool) -> Claim:
    right = like_rank(place.text, true) if is_rank else like(place.text, true)
    message = f"The notes are of season {true}, not {value}."
    return held("episodes", place, value == true, f"season {true}", message, (right,))

"""Claims of the episodes and seasons of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.claims.counts import Count, Unit, counts_in, hedge_of, judged
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.claims.numerals import NUMBER, RANKS, like, like_rank, rank_of, value_of

_HOLDER = (
    r"(?:season|series|show|run|miniseries|mini-series|drama|comedy|sitcom|arc|run|instal?lment|thriller)"
)
_EPISODES = Unit("episodes", r"(?:episodes?|parts?|instal?lments?)", ("episode", "part", "instal"), _HOLDER)
_SEASONS = Unit(
    "episodes", r"(?:seasons?)", ("season",), r"(?:series|show|run|drama|comedy|sitcom|epic|saga)"
)


def find(doc: Document) -> Iterator[Claim]:
    """The number of episodes and of seasons, how many the critic saw, and which season this is."""
    notes = doc.notes
    if notes is None or not may_claim(notes, "episodes"):
        return
    seen_of = noted(notes, "episodes") or ""
    numbers = [int(number) for number in re.findall(r"\d+", seen_of)]
    told = f"{seen_of} episodes" if numbers else ""
    seen = {count.place.start: count for count in _seen(doc)}
    for count in seen.values():
        yield judged("episodes", count, numbers[:1], told)
    is_total = len(numbers) > 1 or "all" in seen_of
    for count in counts_in(doc, _EPISODES):
        if count.place.start not in seen:
            known = numbers[-1:] if is_total or (numbers and count.value < numbers[0]) else []
            yield judged("episodes", count, known, told)
    yield from _seasons(doc, noted(notes, "seasons") or "")


@cache
def _seen_pattern() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:I|we)(?:['’]ve| have)? (?:\w+ )?(?:seen|saw|watched|screened)"
        r"|having (?:seen|watched)|based on)(?: (?:all|the|only|just|first))*"
        rf" (?P<number>{NUMBER})(?: of (?:the |its )?\w+)? episodes?"
        rf"|\b(?P<number2>{NUMBER})(?: of (?:the |its )?\w+)? episodes? (?:were|was) (?:screened"
        rf"|watched|seen)",
        re.IGNORECASE,
    )


def _seen(doc: Document) -> Iterator[Count]:
    for block in blocks_of(doc):
        if "episode" not in block.text:
            continue
        for match in _seen_pattern().finditer(block.text):
            place = Passage(block, *match.span("number" if match["number"] else "number2"))
            value = value_of(place.text)
            again = re.match(r" (?:twice|again)\b", block.text[match.end() :])
            if value and not place.is_quoted and not again:
                yield Count(place, value, hedge_of(block, place.start))


@cache
def _season_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<this>[Tt]his|[Ii]ts|[’']s) (?P<ordinal>{'|'.join(RANKS)}|\d+(?:st|nd|rd"
        rf"|th)) (?:and (?:final|last) )?(?:season|series|run)\b"
        rf"|(?P<heading>\bseason) (?P<number>{NUMBER})",
        re.IGNORECASE,
    )


def _seasons(doc: Document, said: str) -> Iterator[Claim]:
    """Which season this is, where the notes are of one; how many there are, where the notes count them."""
    which = re.fullmatch(r"(?:season|series)\s+(\d+)", said.strip(), re.IGNORECASE)
    many = re.fullmatch(r"\d+", said.strip())
    for block in blocks_of(doc):
        if which is None or "eason" not in block.text:
            continue
        for match in _season_pattern().finditer(block.text):
            if match["heading"] and block.is_prose and not re.match(r"\W*$", block.text[: match.start()]):
                continue  # in the text, "season 1" may be another
            if match["this"] and match["this"].lower() != "this":
                continue
            place = Passage(block, *match.span("number" if match["number"] else "ordinal"))
            value = value_of(place.text) if match["number"] else rank_of(place.text)
            if value and not place.is_quoted:
                yield _season(place, int(value), int(which[1]), is_rank=match["number"] is None)
    for count in counts_in(doc, _SEASONS):
        yield judged("episodes", count, (int(said),) if many else (), f"{said} seasons")


def _season(place: Passage, value: int, true: int, *, is_rank: bool) -> Claim:
    right = like_rank(place.text, true) if is_rank else like(place.text, true)
    return Claim(
        kind="episodes",
        span=place.span,
        text=place.text,
        status=Status.CONFIRMED if value == true else Status.CONTRADICTED,
        noted=f"season {true}",
        message=f"The notes are of season {true}, not {value}.",
        replacements=() if value == true else (right,),
    )

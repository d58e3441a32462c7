"""How many of a thing the whole work has: the machinery, and the pages of a book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import WORK, blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.claims.noted import noted
from reviewcli.reading.claims.numerals import HEDGE, NUMBER, fits_hedge, hedge_before, like, value_of

_PART_BEFORE = (
    r"\b(?:first|last|final|opening|closing|next|another|every|after|within|other|extra|additional"
    r"|further|than|some"
    r"|few|these|those|two of|half of|past|until|by|for|best|previous|earlier|original)\s+(?:\w+ )?$"
)
_PART_AFTER = (
    r"[\s-]*(?:in\b|into\b|later|longer|shorter|too\b|from|before|after|ago|apart|away|per\b|a (?:day"
    r"|night|week)"
    r"|at a time|left|to go|each|of (?!pure|sheer|non|unre)|early|on\b|about|that|which|where|who)"
)
_OTHER = r"\b(?:sequel|prequel|previous|predecessor|earlier|original|follow-up|unlike|reissue|deluxe|abridged|draft)\b"


class Unit(msgspec.Struct, frozen=True):
    """What is counted: `kind` of claim, pattern of `nouns`, and `looks`, one of which is in any noun.

    `holder` is what has so many of them. With `is_whole` a bare “in 300 pages” speaks of the whole work as well.
    """

    kind: str
    nouns: str
    looks: tuple[str, ...]
    holder: str = WORK
    is_whole: bool = False


class Count(msgspec.Struct, frozen=True):
    """A number of a text that counts a thing of the work, with the word that hedges it."""

    place: Passage
    value: float
    hedge: str


PAGES = Unit("pages", r"(?:pages?|pp\.?)", ("page", "pp"), is_whole=True)


def pages(doc: Document) -> Iterator[Claim]:
    """The lengths in pages that the text gives the book."""
    many = noted(doc.notes, PAGES.kind) if doc.notes else None
    for count in counts_in(doc, PAGES):
        yield judged(PAGES.kind, count, (many,) if many else (), f"{many} pages", room=_room(count.value))


def _room(value: float) -> float:
    """How far off a number of pages may be: a round one is meant as round."""
    return value * 0.06 if value % 50 == 0 else 2


def counts_in(doc: Document, unit: Unit) -> Iterator[Count]:
    """The numbers of a unit that are said of the whole work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not any(look in block.text for look in unit.looks):
            continue
        for match in _pattern(unit).finditer(block.text):
            value = value_of(match["number"])
            place = Passage(block, *match.span("number"))
            if value and not place.is_quoted and _is_of_the_work(doc, block, match, unit):
                yield Count(place, value, "about" if match["odd"] else hedge_of(block, match.start()))


@cache
def _pattern(unit: Unit) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,$£€-])(?P<number>{NUMBER})(?:(?:[\s-]+|(?=pp))(?P<odd>odd[\s-]+)?)"
        rf"(?:(?:short|new|original|long|brief|densely printed"
        rf"|dense|brisk|tight)"
        rf" )?(?P<unit>{unit.nouns})(?![\w'’])",
        re.IGNORECASE,
    )


def hedge_of(block: Block, start: int) -> str:
    """The word in front of a number that makes it a rough one: about, nearly, over."""
    return hedge_before(block.text[max(start - 24, 0) : start])


@cache
def _whole(unit: Unit) -> re.Pattern[str]:
    """What in front of a number says that it is the whole work's."""
    bare = (
        r"|(?:told|packed|squeezed|written) (?:in|into)|^\W*(?:in|over|across|at|with)|, (?:at|over|in"
        r"|across)|\band has"
        if unit.is_whole
        else ""
    )
    return re.compile(
        rf"(?:\b(?:runs?(?: to| for| at)?|ran (?:to|for)|running (?:to|for)|spans?|spanning"
        rf"|comes? (?:in at|to)|clocks in at|weighs in at|totals"
        rf"|contains?|comprises|comprising|consists of|consisting of|made up of|spread (?:over|across)"
        rf"|its|all(?: of)?(?: the| its)?"
        rf"|{unit.holder}(?:['’]s| of| with| has| is| in| at| spans)|there (?:are|is){bare}))"
        rf"(?:\s+(?:{HEDGE}|an?|the|just|only|mere|full|lean|whole|long|slim))*\s*$",
        re.IGNORECASE,
    )


def _is_of_the_work(doc: Document, block: Block, match: re.Match[str], unit: Unit) -> bool:
    passage = Passage(block, *match.span())
    sentence = passage.sentence
    before, after = (
        block.text[sentence.start : match.start()],
        block.text[match.end() : max(sentence.end, match.end())],
    )
    if re.match(_PART_AFTER, after, re.IGNORECASE):
        return False
    if re.search(_OTHER, f"{before[-60:]} {after[:30]}", re.IGNORECASE):
        return False
    if names_another_work(doc, passage) or is_hypothetical(passage):
        return False
    part = r"\b(?:chapters?|sections?|story|essay|introduction|foreword|appendix|index|letter|part [\w]+)\b[^,;]*$"
    if unit.is_whole and re.search(part, before, re.IGNORECASE):
        return False
    is_many = match["unit"].lower().rstrip(".").endswith(("s", "pp"))
    if is_many and _whole(unit).search(before):
        return True
    if is_many and unit.is_whole and not before.strip() and re.match(r"\s*(?:\.|$)", after):
        return True  # a line of its own: “Viking, 1965. 278 pages.”
    listed = is_many and unit.is_whole and re.search(r"[,;·|(]\s*$", before)
    ends = r"\s*(?:[.,;)|·]|$)" if match["unit"].lower().startswith("pp") else r"\s*(?:[.;)|·]|$)"
    if listed and re.match(ends, after):
        return True  # (Viking, 278pp)
    if re.search(_PART_BEFORE, before, re.IGNORECASE):
        return False
    if is_many:
        return re.match(r" long\b", after) is not None
    return re.match(rf"[\s-]*(?:[\w-]+,? ){{0,3}}?{unit.holder}\b", after, re.IGNORECASE) is not None


def judged(
    kind: str, count: Count, true: Sequence[float], told: str, *, room: float = 0, doubtful: bool = False
) -> Claim:
    """A count against the numbers of the notes, any of which is right; `room` is how far off it may be."""
    if not true:
        return Claim(kind=kind, span=count.place.span, text=count.place.text, status=Status.UNVERIFIED)
    fits = any(
        abs(count.value - number) <= room or fits_hedge(count.value, number, count.hedge) for number in true
    )
    return Claim(
        kind=kind,
        span=count.place.span,
        text=count.place.text,
        status=Status.CONFIRMED if fits else Status.CONTRADICTED,
        noted=told,
        message=f"The notes have {told}, not {count.place.text}.",
        replacements=() if fits else tuple(like(count.place.text, number) for number in true),
        doubtful=doubtful,
    )

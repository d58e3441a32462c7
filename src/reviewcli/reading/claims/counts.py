"""How many of a thing the whole work has: the machinery, and the pages of a book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import WORK, blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.claims.noted import noted
from reviewcli.reading.numerals import HEDGE, NUMBER, fits_hedge, hedge_before, like, value_of

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
    place, noun = Passage(block, *match.span()), match["unit"].lower()
    if names_another_work(doc, place) or is_hypothetical(place):
        return False
    before, after = place.before, place.after
    if _is_of_a_part(before, after, unit):
        return False
    is_many = noun.rstrip(".").endswith(("s", "pp"))
    if is_many and (_whole(unit).search(before) or (unit.is_whole and _stands_alone(before, after, noun))):
        return True
    goes_on = r" long\b" if is_many else rf"[\s-]*(?:[\w-]+,? ){{0,3}}?{unit.holder}\b"
    has_part = re.search(_PART_BEFORE, before, re.IGNORECASE)
    return not has_part and re.match(goes_on, after, 0 if is_many else re.IGNORECASE) is not None


def _is_of_a_part(before: str, after: str, unit: Unit) -> bool:
    """Whether the words round a number say that it is a chapter's, another work's, or not the whole."""
    part = r"\b(?:chapters?|sections?|story|essay|introduction|foreword|appendix|index|letter|part [\w]+)\b[^,;]*$"
    return bool(
        re.match(_PART_AFTER, after, re.IGNORECASE)
        or re.search(_OTHER, f"{before[-60:]} {after[:30]}", re.IGNORECASE)
        or (unit.is_whole and re.search(part, before, re.IGNORECASE))
    )


def _stands_alone(before: str, after: str, noun: str) -> bool:
    """A line of its own, “Viking, 1965. 278 pages.”, or an entry of one, “(Viking, 278pp)”."""
    if not before.strip() and re.match(r"\s*(?:\.|$)", after):
        return True
    ends = r"\s*(?:[.,;)|·]|$)" if noun.startswith("pp") else r"\s*(?:[.;)|·]|$)"
    return bool(re.search(r"[,;·|(]\s*$", before) and re.match(ends, after))


def judged(
    kind: str, count: Count, true: Sequence[float], told: str, *, room: float = 0, doubtful: bool = False
) -> Claim:
    """A count against the numbers of the notes, any of which is right; `room` is how far off it may be."""
    text = count.place.text
    fits = any(
        abs(count.value - number) <= room or fits_hedge(count.value, number, count.hedge) for number in true
    )
    right = tuple(like(text, number) for number in true)
    message = f"The notes have {told}, not {text}."
    return held(kind, count.place, fits if true else None, told, message, right, doubtful=doubtful)

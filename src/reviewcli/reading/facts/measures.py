"""Numbers of the whole work against the notes: how long it runs, how much of what it has, how long it was played."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Document, Passage
from reviewcli.notes.kinds import KINDS
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.facts.around import (
    NOUNS,
    is_of_a_part,
    is_of_the_work,
    modifies_the_work,
    place_of,
    speaks_of_the_work,
    words_of,
)
from reviewcli.reading.facts.numbers import Number, numbers_beside, numbers_in, numbers_of
from reviewcli.reading.facts.rewriting import rewritten
from reviewcli.reading.numerals import NEAR, OVER, RANKS, UNDER, like_rank, rank_of

_LEAST, _MOST = 0.45, 2.2  # of the true number; what lies farther off is something else
_SERIES = NOUNS | frozenset("season series show run sitcom saga arc".split())
_MINE = frozenset("i i've i'd my me we we've our us".split())


class Measure(msgspec.Struct, frozen=True):
    """What the notes hold of one unit: the true values, how they tell it, and the room that a figure has."""

    kind: str
    units: frozenset[str]
    values: tuple[float, ...]
    told: str
    room: float = 0
    is_least: bool = False  # the notes need not hold all: a higher number may be right
    is_mine: bool = False  # what the critic did
    holders: frozenset[str] = NOUNS  # what has so many of them
    may_stand_alone: bool = False


def runtime(doc: Document) -> Iterator[Claim]:
    """How long the text says that the work runs."""
    true = doc.notes.runtime if doc.notes and not doc.notes.version else None
    if doc.notes is None or (true is None and may_claim(doc.notes, "hours")):
        return
    if true is None and "runtime" not in KINDS[doc.notes.kind].keys:
        return
    for place, number in _lengths(doc):
        minutes = number.value * 60 if number.unit == "hour" else number.value
        if true is None:
            yield held("runtime", place, fits=None)
        elif minutes == true or (
            _LEAST * true < minutes < _MOST * true and not _is_also_told(doc, place, true)
        ):
            yield _runtime(place, number, minutes, true, is_sure=_is_a_line(place) or bool(number.units[1:]))


def _lengths(doc: Document) -> Iterator[tuple[Passage, Number]]:
    """The lengths of time that are told of the work; those in hours with their unit."""
    for placed in numbers_of(doc):
        number = placed.number
        if number.unit in ("minute", "hour"):
            place = place_of(placed, whole=number.unit == "hour")
            if _is_told(doc, place_of(placed, whole=True), number) or _is_a_line(place):
                yield place, number


def _is_also_told(doc: Document, place: Passage, minutes: int) -> bool:
    """Whether the true length stands in the sentence as well, so that another is of something else."""
    told = numbers_beside(doc, place)
    return any(number.unit in ("minute", "") and number.value == minutes for number in told)


def _runtime(place: Passage, number: Number, minutes: float, true: int, *, is_sure: bool) -> Claim:
    is_round = number.unit == "hour" and minutes % 15 == 0
    room = 12 if is_round else 5 if minutes % 5 == 0 else 3
    hedge = "over" if re.match(r" (?:and change|plus|and a bit)\b", place.after) else number.hedge
    fits = _fits(minutes, true, hedge, room=room, wide=40)
    whole = msgspec.structs.replace(number, end=place.end, text=place.text)
    right = rewritten(whole, true / 60 if number.unit == "hour" else true)
    message = f"The notes have {true} minutes, not {minutes:g}."
    if number.is_compound and number.unit == "hour":
        right = f"{true}-minute"
    told = _told(f"{true} minutes", fits and minutes != true)
    return held("runtime", place, fits, told, message, (right,), doubtful=not is_sure)


def _told(told: str, is_rough: bool) -> str:
    return f"about: {told}" if is_rough else told


def _is_told(doc: Document, place: Passage, number: Number, holders: frozenset[str] = NOUNS) -> bool:
    """Whether a number is the whole work's."""
    if not is_of_the_work(doc, place) or is_of_a_part(place, number):
        return False
    describes = modifies_the_work(doc, place, number, holders)
    return speaks_of_the_work(doc, place) if describes is None else describes


def _is_a_line(place: Passage) -> bool:
    """Whether it stands by itself or in a line of facts: (UK, 117 mins, 15), Viking, 1965. 278 pages."""
    before, after = place.before, place.block.text[place.end : place.end + 20]
    ends = re.match(r"(?:[\s-]*\w+\.?)?\s*(?:[),.;|/·]|$)", after)
    return bool(re.search(r"(?:^|[(,;|/·]\s*)$", before) and ends and len(words_of(place.sentence.text)) < 9)


def _fits(said: float, true: float, hedge: str, *, room: float, wide: float) -> bool:
    """Whether a number may be said of another: as it is, or with “about”, “over”, “nearly” in front of it."""
    if hedge in OVER and true >= said - room:
        return true - said <= wide
    if hedge in UNDER and true <= said + 1:
        return said - true <= wide
    return abs(said - true) <= (max(room, 0.12 * true) if hedge in NEAR else room)


def pages(doc: Document) -> Iterator[Claim]:
    """How many pages the text gives the book."""
    many = noted(doc.notes, "pages") if doc.notes else None
    values = (float(many),) if many else ()
    yield from _counted(
        doc, Measure("pages", frozenset({"page"}), values, f"{many} pages", 2, may_stand_alone=True)
    )


def hours(doc: Document) -> Iterator[Claim]:
    """How many hours the text says were played."""
    if doc.notes is None or not may_claim(doc.notes, "hours"):
        return
    played = noted(doc.notes, "hours")
    values = (float(played),) if played else ()
    told = f"{played:g} hours" if played else ""
    yield from _counted(doc, Measure("hours", frozenset({"hour"}), values, told, 1, is_mine=True))


def tracks(doc: Document) -> Iterator[Claim]:
    """How many songs the text gives the album; the notes need not name them all."""
    if doc.notes is None or not may_claim(doc.notes, "tracks"):
        return
    songs = noted(doc.notes, "tracks") or ()
    values = (float(len(songs)),) if songs else ()
    units = frozenset({"track", "song"})
    yield from _counted(doc, Measure("tracks", units, values, f"{len(songs)} songs", is_least=True))


def episodes(doc: Document) -> Iterator[Claim]:
    """How many episodes and seasons the text gives the series, and which season it says this is."""
    notes = doc.notes
    if notes is None or not may_claim(notes, "episodes"):
        return
    seen = noted(notes, "episodes") or ""
    values = tuple(number.value for number in numbers_in(seen))
    is_all = len(values) > 1 or "all" in seen.lower()
    units = frozenset({"episode", "part", "instalment", "installment"})
    yield from _counted(
        doc, Measure("episodes", units, values, f"{seen} episodes", is_least=not is_all, holders=_SERIES)
    )
    seasons = noted(notes, "seasons") or ""
    which = re.fullmatch(r"(?:season|series)\s+(\d+)", seasons.strip(), re.IGNORECASE)
    if which:
        yield from _which_season(doc, int(which[1]))
    elif re.fullmatch(r"\d+", seasons.strip()):
        many = Measure(
            "episodes", frozenset({"season"}), (float(seasons),), f"{seasons} seasons", holders=_SERIES
        )
        yield from _counted(doc, many)


def _counted(doc: Document, measure: Measure) -> Iterator[Claim]:
    for placed in numbers_of(doc):
        number = placed.number
        if number.unit not in measure.units:
            continue
        place = place_of(placed, whole=True)
        is_line = measure.may_stand_alone and _is_a_line(place)
        is_mine = _is_mine(doc, place) and (measure.is_mine or not is_of_a_part(place, number))
        is_told = not measure.is_mine and (is_line or _is_told(doc, place, number, measure.holders))
        if (is_mine or is_told) and (claim := _held(measure, place_of(placed), number, is_mine)):
            is_sure = is_line or number.is_compound
            yield claim if is_sure else msgspec.structs.replace(claim, doubtful=True)


def _is_mine(doc: Document, place: Passage) -> bool:
    """Whether the critic did something for so long: I played for 40 hours, my 40 hours."""
    if not is_of_the_work(doc, place):
        return False
    near = words_of(place.before[-50:])[-9:] + words_of(place.after[:16])[:2]
    is_daily = re.match(r" (?:a (?:day|night|week)|on (?:the|one|a) (?:boss|level|puzzle))", place.after)
    is_told = speaks_of_the_work(doc, place) or {"played", "watched", "seen", "saw"} & set(near)
    return bool(is_told) and not _MINE.isdisjoint(near) and "first" not in near[-4:] and not is_daily


def _held(measure: Measure, place: Passage, number: Number, is_mine: bool) -> Claim | None:
    values, said = measure.values if is_mine else measure.values[::-1], number.value
    if not values:
        return held(measure.kind, place, fits=None)
    true = min(values, key=lambda value: (value != said, abs(value - max(values))))
    is_far = not _LEAST * true < said < _MOST * true
    if said not in values and (is_far or (measure.is_least and said > max(values))):
        return None
    room = max(measure.room, said * 0.06 if said % 50 == 0 else 0)
    fits = any(_fits(said, value, number.hedge, room=room, wide=0.25 * value) for value in values)
    right = (rewritten(number, values[0]),)
    message = f"The notes have {measure.told}, not {place.text}."
    return held(measure.kind, place, fits, _told(measure.told, fits and said not in values), message, right)


def _which_season(doc: Document, true: int) -> Iterator[Claim]:
    """Such as “this second season” and a heading “Season 2”; in the text, “season 1” may be another."""
    told = f"season {true}"
    for placed in numbers_of(doc):
        if placed.number.unit == "season:" and not placed.block.is_prose:
            said, right = placed.number.value, rewritten(placed.number, true)
            message = f"The notes are of {told}, not {said:g}."
            yield held("episodes", place_of(placed), said == true, told, message, (right,))
    ranks = rf"\b(?:this|its|['’]s) ({'|'.join(RANKS)}|\d+(?:st|nd|rd|th)) (?:\w+ ){{0,3}}?(?:season|series|run)\b"
    for block in doc.blocks:
        for place in block.whole.find(ranks, group=1):
            if not place.is_quoted:
                message = f"The notes are of {told}, not {rank_of(place.text)}."
                right = like_rank(place.text, true)
                yield held("episodes", place, rank_of(place.text) == true, told, message, (right,))

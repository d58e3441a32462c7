"""Days and months against those of the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.document import Document, Passage, once
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts.around import is_of_the_work, place_of, words_of
from reviewcli.reading.facts.index import Fact, index_of, telling
from reviewcli.reading.facts.numbers import MONTHS, Number, noted_numbers, numbers_of
from reviewcli.reading.facts.rewriting import rewritten
from reviewcli.reading.facts.years import RELEASE
from reviewcli.reading.outline.content_words import stems_of

# Words beside a day on which the critic met the work.
_SEEN = frozenset("saw seen watched went visit visited heard caught night evening played read".split())


class Day(msgspec.Struct, frozen=True):
    """A date of the notes, or of a draft: month, and day and year where they are told."""

    month: int
    day: int = 0
    year: int = 0


class NotedDay(msgspec.Struct, frozen=True):
    """A date of the notes and where it stands."""

    day: Day
    fact: Fact


@once
def _noted(doc: Document) -> tuple[NotedDay, ...]:
    noted = noted_numbers(doc).items()
    return tuple(NotedDay(day, fact) for fact, numbers in noted for day in _days_in(numbers))


def _days_in(numbers: Sequence[Number]) -> list[Day]:
    found: list[Day] = []
    for number in numbers:
        if number.unit == "month of":
            found.append(Day(int(number.value), year=number.year))
        elif number.unit == "day of":
            if found and found[-1].day == 0 and found[-1].month == number.month:
                found.pop()
            found.append(Day(number.month, int(number.value), number.year))
    return found


def find(doc: Document) -> Iterator[Claim]:
    """The dates of a draft that the notes have, or have otherwise: another month, or another day of the month."""
    noted = _noted(doc)
    if not noted:
        return
    placed = [each for each in numbers_of(doc) if each.number.unit in ("day of", "month of")]
    for each in placed:
        number, place = each.number, place_of(each)
        if number.unit == "month of":
            day = next(
                (
                    int(other.number.value)
                    for other in placed
                    if other.block is each.block
                    and other.number.unit == "day of"
                    and abs(other.number.start - number.start) < 14
                ),
                0,
            )
            yield from _held(doc, place, number, Day(int(number.value), day, number.year), noted)
        else:
            yield from _day_held(doc, place, number, noted)


def _held(
    doc: Document, place: Passage, number: Number, said: Day, noted: tuple[NotedDay, ...]
) -> Iterator[Claim]:
    """A month: the notes have the same day or year of another month, and the sentence tells which."""
    same = [each for each in noted if each.day.month == said.month and _agree(each.day, said)]
    if same:
        yield held("number", place, True, same[0].fact.text, rests_on=index_of(doc).noted(same[0].fact))
        return
    if not is_of_the_work(doc, place):
        return
    near = [each for each in noted if _is_near(each, said) and _is_of(each, place, said)]
    most = max((_words_shared(each, place) for each in near), default=0)
    near = [each for each in near if _words_shared(each, place) == most]
    if len({each.day.month for each in near}) == 1:
        yield _wrong(doc, place, number, near[0], near[0].day.month)


def _day_held(doc: Document, place: Passage, number: Number, noted: tuple[NotedDay, ...]) -> Iterator[Claim]:
    """A day of the right month, where words tell which of the notes' days it is."""
    days = [each for each in noted if each.day.month == number.month and each.day.day]
    if any(each.day.day == number.value for each in days) or not days:
        return
    told = Day(number.month, int(number.value), number.year)
    near = [each for each in days if _words_shared(each, place) or (_agree(each.day, told) and told.year)]
    if len({each.day.day for each in near}) == 1 and is_of_the_work(doc, place):
        yield _wrong(doc, place, number, near[0], near[0].day.day)


def _wrong(doc: Document, place: Passage, number: Number, noted: NotedDay, true: int) -> Claim:
    fact, right = noted.fact, rewritten(number, true)
    day = f"{noted.day.day} " if noted.day.day else ""
    message = f"The notes have {day}{MONTHS[noted.day.month - 1]} (“{fact.text[:60]}”), not {place.text}."
    return held(
        "number",
        place,
        False,
        fact.text,
        message,
        (right,),
        doubtful=True,
        rests_on=index_of(doc).noted(fact),
    )


def _agree(one: Day, other: Day) -> bool:
    """Whether two dates may be one, as far as both tell."""
    return (not one.day or not other.day or one.day == other.day) and (
        not one.year or not other.year or one.year == other.year
    )


def _is_near(noted: NotedDay, said: Day) -> bool:
    """Whether two dates are one but for the month."""
    return _agree(noted.day, said) and bool(
        (said.day and said.day == noted.day.day) or (said.year and said.year == noted.day.year)
    )


def _is_of(noted: NotedDay, place: Passage, said: Day) -> bool:
    """Whether a date of a draft is the one of the notes: the day is the same, or words tell it."""
    return bool(said.day > 1 and said.day == noted.day.day) or _words_shared(noted, place) > 0


def _words_shared(noted: NotedDay, place: Passage) -> int:
    """How many words of a sentence tell which of the notes' days it speaks of."""
    words = words_of(place.sentence.text)
    if noted.fact.type in ("date", "number"):
        return not (RELEASE if noted.fact.key == "release" else _SEEN).isdisjoint(words)
    stems = {stem for word in words for stem in stems_of(word)}
    return len((telling(noted.fact.text) - {month.lower() for month in MONTHS}) & stems)

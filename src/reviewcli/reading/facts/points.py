"""Numbers of what the notes tell in prose, and sums of money, against those that a draft tells of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.document import Document, Passage, once
from reviewcli.notes.kinds import KEYS
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts import dates
from reviewcli.reading.facts.around import is_of_the_work, place_of, words_of
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.facts.numbers import (
    Number,
    is_numeral,
    noted_numbers,
    numbers_beside,
    numbers_of,
    singular,
)
from reviewcli.reading.facts.rewriting import rewritten
from reviewcli.reading.numerals import NEAR, OVER, UNDER
from reviewcli.reading.outline.content_words import content_words, stems_of

_LEAST, _MOST = 0.45, 2.2
_FEWEST_WORDS = 2
_MOST_YEARS = 30
_OLDEST = 110
_LEAST_COUNT = 5  # below, numbers are told of everything
_SIGNS = frozenset("£$€¥")
# What is counted everywhere, so that it does not tell which thing is meant.
_COMMON = frozenset(
    """minute hour second day year time film movie book game album show play scene page song track episode season
    thing way part person man woman""".split()
)
_HEADS = frozenset("head person cover diner guest each mouth pp".split())
_PAID = frozenset(
    """bill costs cost price pay paid charge charges dinner lunch menu meal ticket
    tickets seat seats entry head""".split()
)
_OWN = frozenset("year runtime score awards comparisons based_on quotes".split())


class Told(msgspec.Struct, frozen=True):
    """A number of the notes, with the stems of the words that tell what it is of, and the numbers beside it."""

    fact: Fact
    number: Number
    words: tuple[frozenset[str], ...]
    others: frozenset[float]


@once
def _noted(doc: Document) -> dict[str, tuple[Told, ...]]:
    """The numbers of the notes by the class of what they count; a number with two words is in both."""
    found: dict[str, list[Told]] = {}
    for fact, numbers in noted_numbers(doc).items():
        is_own = fact.top in _OWN or KEYS[fact.top].claim not in ("", "price", "tracks")
        if not is_own and fact.type not in ("name", "quotation", "award", "date", "spoiler", "title"):
            for unit, told in _told_by(fact, numbers):
                found.setdefault(unit, []).append(told)
    return {unit: tuple(told) for unit, told in found.items()}


def _told_by(fact: Fact, numbers: Sequence[Number]) -> Iterator[tuple[str, Told]]:
    """The numbers of one fact, evidence included, by their classes; dates are another matter."""
    for number in numbers:
        others = frozenset(each.value for each in numbers if each is not number)
        told = Told(fact, number, _telling(fact, number), others)
        yield from ((unit, told) for unit in _classes(number, fact.key) if not unit.endswith(" of"))


def _telling(fact: Fact, number: Number) -> tuple[frozenset[str], ...]:
    """The words of a fact that tell what it is of: no numbers, and not the one that is counted."""
    words = content_words(f"{fact.key.replace('.', ' ')} {fact.text}")
    counted = {stem for unit in number.units for stem in stems_of(unit)}
    if _is_price(fact) and _HEADS & set(words):
        words["head"] = stems_of("head")
    return tuple(stems for word, stems in words.items() if not (stems & counted or is_numeral(word)))


def _classes(number: Number, key: str = "") -> tuple[str, ...]:
    """What a number may be compared by: money, a calendar's year, an age, or each of the words that it counts."""
    if number.unit in _SIGNS:
        return ("money",)
    if number.units[:2] == ("year", "old") or (not number.units and key != "address"):
        return ("age",) if 1 < number.value <= _OLDEST and number.value % 1 == 0 else ()
    if key == "address" or number.unit == "number:":
        return ("number:",)
    return number.units


def find(doc: Document) -> Iterator[Claim]:
    """The numbers of a draft that the notes tell in a point, or that are told otherwise there."""
    yield from (claim for claim in _claims(doc) if claim.kind == "number")
    yield from dates.find(doc)


def prices(doc: Document) -> Iterator[Claim]:
    """The sums that the text names for what the notes have a price of."""
    yield from (claim for claim in _claims(doc) if claim.kind == "price")


@once
def _claims(doc: Document) -> tuple[Claim, ...]:
    noted = _noted(doc)
    if not noted:
        return ()
    found = []
    for placed in numbers_of(doc):
        number, place = placed.number, place_of(placed)
        told = [each for unit in _classes(number) for each in noted.get(unit, ())]
        claim = _claim(doc, place, number, told) if told else None
        if claim := claim or _loosely(doc, place, number):
            found.append(claim)
    return tuple(found)


def _loosely(doc: Document, place: Passage, number: Number) -> Claim | None:
    """A count of something else, in a sentence that has three telling words of the one point: a hint."""
    if not _is_count(number):
        return None
    told = {id(each): each for several in _noted(doc).values() for each in several}.values()
    context = _context(doc, place, number)
    beside = frozenset(each.value for each in numbers_beside(doc, place)) - {number.value}
    known = [(_shared(each, number, context, beside), each) for each in told if _is_count(each.number)]
    if any(shared and each.number.value == number.value for shared, each in known):
        return None
    nearest = _nearest(
        number, [(shared - 1, each) for shared, each in known if each.number.value not in beside]
    )
    if nearest is None or not _is_clear(doc, place, number) or _is_rough(number, nearest.number.value):
        return None
    return msgspec.structs.replace(_judged(doc, place, number, nearest), hint=True)


def _is_count(number: Number) -> bool:
    """Whether a number counts people or things, of which another word may speak: no time, money, date or label."""
    unit = number.unit
    is_other = unit.endswith((":", " of")) or unit in _SIGNS or unit in _COMMON - {"person", "man", "woman"}
    return not is_other and unit != "calendar" and number.value >= _LEAST_COUNT


def _claim(doc: Document, place: Passage, number: Number, told: Sequence[Told]) -> Claim | None:
    context = _context(doc, place, number)
    beside = frozenset(each.value for each in numbers_beside(doc, place)) - {number.value}
    known = [(_shared(each, number, context, beside), each) for each in told]
    same = [(shared, each) for shared, each in known if _is_same(number, each.number)]
    if same and (number.unit == "calendar" or max(shared for shared, _ in same) > 0):
        fact = max(same, key=lambda pair: pair[0])[1].fact
        return held(_kind_of(fact), place, True, fact.text, rests_on=index_of(doc).noted(fact))
    nearest = _nearest(number, [pair for pair in known if pair[1].number.value not in beside])
    if nearest is None or not _is_clear(doc, place, number) or not _may_be_age_of(place, number, nearest):
        return None
    return _judged(doc, place, number, nearest)


def _nearest(number: Number, known: Sequence[tuple[int, Told]]) -> Told | None:
    """The number of the one fact that shares most words, if they are enough, and one may stand for the other."""
    is_marked = number.unit in _SIGNS or _classes(number) == ("age",)
    least = 1 if is_marked else _FEWEST_WORDS + number.unit.endswith(":")  # chapter 3 is not chapter 5
    near = [(shared, each) for shared, each in known if shared >= least and _is_likely(number, each.number)]
    most = max((shared for shared, _ in near), default=0)
    best = [each for shared, each in near if shared == most]
    if len({each.fact.key for each in best}) != 1:
        return None
    return min(best, key=lambda each: abs(each.number.value - number.value))


def _is_same(number: Number, true: Number) -> bool:
    return number.value == true.value and (number.unit not in _SIGNS or number.unit == true.unit)


def _is_price(fact: Fact) -> bool:
    return KEYS[fact.top].claim == "price"


def _kind_of(fact: Fact) -> str:
    return "price" if _is_price(fact) else "number"


def _judged(doc: Document, place: Passage, number: Number, told: Told) -> Claim:
    true, text = told.number.value, " ".join(told.fact.text.split())
    fits = _is_rough(number, true)
    message = f"The notes have {told.number.text} (“{_short(text)}”), not {place.text}."
    noted = index_of(doc).noted(told.fact)
    said = f"about: {text}" if fits else text
    is_signed = number.text[:1] in _SIGNS and told.number.text[:1] in _SIGNS
    right = told.number.text if is_signed else rewritten(number, true)
    return held(_kind_of(told.fact), place, fits, said, message, (right,), doubtful=True, rests_on=noted)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"


def _context(doc: Document, place: Passage, number: Number) -> frozenset[str]:
    """The stems of the words that a number is told with: of its sentence, or of as much of it as is of one sum."""
    sentence = place.sentence
    text = sentence.text
    if number.unit in _SIGNS:
        sums = [each for each in numbers_beside(doc, place) if each.unit in _SIGNS]
        start = max((each.whole for each in sums if each.whole <= place.start), default=sentence.start)
        end = min((each.start for each in sums if each.start > place.start), default=sentence.end)
        text = place.block.text[start:end]
    stems = {stem for word in words_of(text) for stem in stems_of(word)}
    if number.unit in _SIGNS and _HEADS & set(words_of(text)):
        stems |= stems_of("head")
    return frozenset(stems)


def _shared(told: Told, number: Number, context: frozenset[str], numbers: frozenset[float]) -> int:
    """How many words and numbers tell that both are of one thing."""
    shared = sum(1 for stems in told.words if stems & context) + len(told.others & numbers)
    paid = {stem for word in _PAID for stem in stems_of(word)} if _is_price(told.fact) else set[str]()
    if not shared and all(stems & paid for stems in told.words):
        shared += not paid.isdisjoint(context)
    is_telling = set(number.units) & set(told.number.units) - _COMMON - _SIGNS - {"calendar", "number:"}
    return shared + bool(is_telling and shared)


def _is_likely(number: Number, true: Number) -> bool:
    """Whether one may stand by mistake for the other: about as large, or of the same digits."""
    said, value = number.value, true.value
    if number.unit == "calendar":
        return abs(said - value) <= _MOST_YEARS
    digits = sorted(f"{said:g}".rstrip("0")), sorted(f"{value:g}".rstrip("0"))
    low, high = sorted((said, value))
    if 13 <= low <= 19 and high == 10 * (low - 10):
        return True  # thirteen, thirty
    return _LEAST * value < said < _MOST * value or (digits[0] == digits[1] and value > 9)


def _is_rough(number: Number, true: float) -> bool:
    """Whether a round or hedged number may be said of the true one."""
    said = number.value
    if number.hedge in OVER:
        return said <= true <= said * 1.3
    if number.hedge in UNDER:
        return said * 0.7 <= true <= said
    rounded = min(0.05 * true, _last_place(said) / 2) if said % 10 == 0 and true % 10 else 0
    room = 0.15 * true if number.hedge in NEAR else rounded
    is_change = number.unit in _SIGNS and 0 < abs(said - true) < 1
    return is_change or (said != true and abs(said - true) <= room)


def _last_place(number: float) -> float:
    """The worth of the last figure of a round number that is not nought: 10 of 420, 100 of 400."""
    return next((worth for worth in (100000, 10000, 1000, 100, 10) if number % worth == 0), 1)


def _is_clear(doc: Document, place: Passage, number: Number) -> bool:
    """Whether nothing speaks for another meaning: quoted, supposed, another work, a year that the notes have too."""
    if not is_of_the_work(doc, place):
        return False
    years = {each.number.value for each in _noted(doc).get("calendar", ())}
    return number.unit != "calendar" or number.value not in years | {doc.notes and doc.notes.year}


def _may_be_age_of(place: Passage, number: Number, told: Told) -> bool:
    return _classes(number) != ("age",) or _is_age_of(place, told)


def _is_age_of(place: Passage, told: Told) -> bool:
    """Whether an age is said of the person whom the fact is of: the name that stands nearest in front of it."""
    behind = place.block.text[place.end : place.end + 12]
    if not re.match(r"\s*(?:[,.;:)—–]|$| (?:and|when|now|years|but|who|or)\b|[ -]years?[ -]old)", behind):
        return False
    before = place.before
    if re.search(r"\b(?:number|page|row|seat|chapter|act|of|by|to|from|in|with|and|or)\s+$", before):
        return False
    names = re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+", f" {before}")
    if not names:
        return False
    stems = stems_of(singular(names[-1].lower()))
    return any(stems & words for words in told.words)

"""Numbers of a text, each with what it counts: one extractor for notes and drafts alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from reviewcli.document import Block, Document, Passage, once, once_a_text
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.numerals import (
    GREAT,
    RANKS,
    SIMPLE,
    hedge_before,
    rank_of,
    value_of,
)

MONTHS = "January February March April May June July August September October November December".split()
_MONEY = {
    "pound": "£", "quid": "£", "dollar": "$", "euro": "€", "yen": "¥",
}  # fmt: skip
# Words behind which a number is a name: chapter 5, day 60, number 41.
_LABELS = frozenset(
    "act book chapter day entry episode level number page part season series side stage track volume world".split()
)
# Words that end a noun phrase, so that what stands behind them is not counted.
_ENDS = frozenset(
    """a after ago all an and apart are as at away because before but by can did do does each every for from had has
    have he her his i if in into is it its just later less long me minus more my no not now of off old on only or our
    out over per plus she so than that the their them then there they this to too under until up was we were what when
    where which while who will with without would you your""".split()
)
_IRREGULAR = {
    "mins": "minute", "min": "minute", "hrs": "hour", "hr": "hour", "pp": "page", "people": "person",
    "children": "child", "men": "man", "women": "woman", "feet": "foot", "lives": "life", "per cent": "%",
}  # fmt: skip
_MOST_WORDS = 3  # of a noun phrase that are read


class Number(msgspec.Struct, frozen=True):
    """A number where it stands in a text: `start..end` is what a repair replaces, `whole` where its unit ends.

    `units` are the words that it counts, in the singular: page, `numbered entry`. A sum of money has its sign, a
    year `calendar`, a date `day` of its month and `month`; a number behind a label (`chapter 5`) has that with a colon,
    and one that counts nothing has none. Hours with minutes are hours. `is_compound` is one in front of a noun that
    it describes: a ten-minute scene. `month` and `year` are those of a date, where it has them.
    """

    start: int
    end: int
    value: float
    units: tuple[str, ...]
    text: str
    hedge: str = ""
    whole: int = 0
    is_compound: bool = False
    month: int = 0
    year: int = 0

    @property
    def unit(self) -> str:
        """The first word that it counts; empty where it counts nothing."""
        return self.units[0] if self.units else ""


class Placed(msgspec.Struct, frozen=True):
    """A number of a draft in its block."""

    block: Block
    number: Number


@once_a_text
def numbers_of(doc: Document) -> tuple[Placed, ...]:
    """The numbers of a draft, in order; those of block quotes are left out."""
    blocks = [block for block in doc.blocks if not block.in_quote]
    return tuple(Placed(block, number) for block in blocks for number in numbers_in(block.text))


@once_a_text
def _by_block(doc: Document) -> dict[Block, tuple[Number, ...]]:
    found: dict[Block, list[Number]] = {}
    for placed in numbers_of(doc):
        found.setdefault(placed.block, []).append(placed.number)
    return {block: tuple(numbers) for block, numbers in found.items()}


def numbers_beside(doc: Document, place: Passage) -> tuple[Number, ...]:
    """The numbers of the sentence of a place."""
    sentence = place.sentence
    numbers = _by_block(doc).get(place.block, ())
    return tuple(number for number in numbers if sentence.start <= number.start < sentence.end)


@once
def noted_numbers(doc: Document) -> dict[Fact, tuple[Number, ...]]:
    """The facts of the notes that hold numbers, evidence included, each with them."""
    facts = (fact for fact in index_of(doc).facts if fact.type not in ("name", "quotation"))
    told = ((fact, numbers_in(fact.beside[len(fact.key) + 1 :])) for fact in facts)
    return {fact: numbers for fact, numbers in told if numbers}


def numbers_in(text: str) -> tuple[Number, ...]:
    """The numbers of a text, from left to right."""
    found: list[Number] = []
    for number in _each(text):
        last = found[-1] if found else None
        if last and number.start < last.whole:
            continue
        if last and (last.unit, number.unit) == ("hour", "minute") and _is_joined(text, last, number):
            found[-1] = _together(text, last, number)
        else:
            found.append(number)
    return tuple(found)


def _each(text: str) -> Iterator[Number]:
    for match in _numeral().finditer(text):
        kind = match.lastgroup or ""
        if kind == "clock":
            hours, minutes = map(int, re.findall(r"\d+", match.group()))
            yield _plain(match, hours + minutes / 60, "hour")
        elif kind == "short":
            yield _plain(match, 1900 + int(match["short"][1:]), "calendar")
        elif kind in ("figure", "words"):
            if number := _counted(text, match):
                yield number
        else:
            yield from _dated(text, match)


@cache
def _numeral() -> re.Pattern[str]:
    word = rf"(?:{'|'.join(sorted((*SIMPLE, *GREAT), key=len, reverse=True))})"
    words = rf"(?:an? (?=hundred|thousand|hour))?{word}(?:(?:[ -]and[ -]|[ -]){word})*|an?(?=[ -]hour)"
    month = rf"(?:{'|'.join(MONTHS)})"
    rank = rf"(?:(?i:{'|'.join(RANKS)})|\d{{1,2}}(?:st|nd|rd|th))"
    return re.compile(
        rf"(?<![\w.,:/$£€-])(?:(?P<clock>\d{{1,2}} ?h(?:rs?)?\.? ?\d{{1,2}} ?(?:m(?:ins?)?)?(?!\w))"
        rf"|(?P<iso>(?:1\d|20)\d\d-\d\d?-\d\d?(?!\d))"
        rf"|(?P<day_first>(?:\d{{1,2}}|{rank})(?: of)? {month}(?!\w))"
        rf"|(?P<month_first>{month} \d{{1,2}}(?:st|nd|rd|th)?(?![\d:%/\w]))"
        rf"|(?P<month>{month}(?=,? (?:of )?\d{{4}}(?!\d))|(?:(?<=in )|(?<=since )|(?<=that )){month}(?!\w))"
        rf"|(?P<short>['’]\d\d(?![\d\w]))"
        rf"|(?P<figure>(?:[£$€¥] ?)?(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![\d:/]|[.,]\d))"
        rf"|(?P<words>(?i:{words})(?!\w)))"
    )


def _plain(match: re.Match[str], value: float, unit: str) -> Number:
    start, end = match.span()
    hedge = hedge_before(match.string[max(start - 24, 0) : start])
    return Number(start, end, value, (unit,), match.group(), hedge, end)


def _dated(text: str, match: re.Match[str]) -> Iterator[Number]:
    """The month of a date and its day, each knowing the other; a year behind is a number of its own."""
    start = match.start()
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        yield Number(start, start + 4, year, ("calendar",), match.group()[:4], "", start + 4, month=month)
        yield Number(
            start + 5, match.end(), day, ("day of",), match.group()[5:], "", 0, month=month, year=year
        )
        return
    name = re.search("|".join(MONTHS), match.group())
    assert name is not None
    month = MONTHS.index(name.group()) + 1
    behind = re.match(r",? (?:of )?(\d{4})(?!\d)", text[match.end() :])
    year = int(behind[1]) if behind else 0
    at = start + name.start()
    yield Number(
        at, at + len(name.group()), month, ("month of",), name.group(), "", 0, month=month, year=year
    )
    if told := re.search(rf"\d+|{'|'.join(RANKS)}", match.group(), re.IGNORECASE):
        value = rank_of(told.group()) or 0
        at = start + told.start()
        yield Number(
            at, at + len(told.group()), value, ("day of",), told.group(), "", 0, month=month, year=year
        )


def _counted(text: str, match: re.Match[str]) -> Number | None:
    """A numeral with the words that it counts."""
    start, end = match.span()
    plain = match.group().lstrip("£$€¥ ")
    value = value_of(plain)
    if value is None:
        return None
    hedge = hedge_before(text[max(start - 24, 0) : start])
    if plain != match.group():
        return Number(start, end, value, (match.group()[0],), match.group(), hedge, end)
    if more := _HALF.match(text, end):
        value += _part(more.group())
        end = more.end()
    units, whole, is_compound = _units(text, end)
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", match.group()) and units[:1] not in [
        (sign,) for sign in _MONEY.values()
    ]:
        is_span = re.match(r"s\b|[-–/]\d", text[end:]) or re.search(
            r"\d[-–/]$", text[max(start - 2, 0) : start]
        )
        return None if is_span else Number(start, end, value, ("calendar",), match.group(), hedge, end)
    if units[:1] == ("hour",) and (behind := _HALF.match(text, whole)):
        value += _part(behind.group())
        whole = behind.end()
    label = re.search(r"(\w+)\.? $", text[max(start - 16, 0) : start])
    if label and label[1].lower() in _LABELS and not is_compound:
        units, whole = (f"{label[1].lower()}:",), end
    return Number(start, end, value, units, text[start:end], hedge, whole, is_compound)


_HALF = re.compile(r"[ -]and[ -](?:an?[ -](?:half|quarter)|three[ -]quarters)(?!\w)", re.IGNORECASE)


def _part(half: str) -> float:
    return 0.75 if "three" in half else 0.5 if "half" in half else 0.25


def _units(text: str, end: int) -> tuple[tuple[str, ...], int, bool]:
    """The words that a number counts, where the first of them ends, and whether a hyphen binds it to it."""
    units: list[str] = []
    whole = last = end
    for match in _COUNTED.finditer(text, end, end + 48):
        if match.start() != last or match[1].lower() in _ENDS or len(units) == _MOST_WORDS:
            break
        last = match.end(1)
        whole = last if not units else whole
        units.append(singular(match[1].lower()))
    money = _MONEY.get(units[0]) if units else None
    return ((money,) if money else tuple(units)), whole, text.startswith("-", end)


_COUNTED = re.compile(r"(?:[ -]|(?=pp))(?:odd[ -])?([^\W\d_]+(?:['’]\w+)?)")


def is_numeral(word: str) -> bool:
    """Whether a word is a number: figures, or words for one."""
    return word[:1].isdigit() or all(part in SIMPLE or part in GREAT for part in word.split("-"))


def singular(word: str) -> str:
    """A noun in the singular, as far as its letters tell."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
    )


def _is_joined(text: str, hours: Number, minutes: Number) -> bool:
    return text[hours.whole : minutes.start] in (" and ", ", ", " ", ", and ")


def _together(text: str, hours: Number, minutes: Number) -> Number:
    value = hours.value + minutes.value / 60
    return Number(
        hours.start,
        minutes.whole,
        value,
        hours.units,
        text[hours.start : minutes.whole],
        hours.hedge,
        minutes.whole,
    )

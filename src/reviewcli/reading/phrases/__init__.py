"""Stock phrases: every one of the lists, found in one pass over a document.

`index.txt` knows by which two words each phrase may begin and `needed.tsv` which letters it has, so that a pattern is
compiled and tried only where a text has those. `scripts/index_phrases.py` writes both.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from reviewcli.document import Document, Passage, once_a_text
from reviewcli.reading.phrases._patterns import expression
from reviewcli.texts.expressions import SMALL, Needed, has_needed

_FOLDER = Path(__file__).parent

# Each stands for one code point, so that offsets stay.
_PLAIN = {
    **dict.fromkeys(map(ord, "’ʼ＇"), "'"),
    **dict.fromkeys(map(ord, "‐‑"), "-"),
    **dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    **SMALL,
}


class Phrase(msgspec.Struct, frozen=True):
    """One line of a list: a pattern, its category, and plainer words where there are any."""

    pattern: str
    category: str
    plain: str = ""


class PhraseMatch(msgspec.Struct, frozen=True):
    """A stock phrase in a document."""

    category: str
    passage: Passage
    pattern: str
    plain: str = ""

    @property
    def text(self) -> str:
        """The phrase as written, on one line."""
        return " ".join(self.passage.text.split())


class Hit(msgspec.Struct, frozen=True, order=True):
    """A stock phrase in a text: from, to, and the number of the phrase."""

    start: int
    end: int
    number: int


@once_a_text
def phrases_of(doc: Document) -> tuple[PhraseMatch, ...]:
    """Every stock phrase of a document's prose, in order; they may overlap."""
    known = phrases()
    return tuple(
        PhraseMatch(phrase.category, Passage(block, hit.start, hit.end), phrase.pattern, phrase.plain)
        for block in doc.prose
        for hit in find_in(block.text)
        for phrase in (known[hit.number],)
    )


def find_in(text: str) -> list[Hit]:
    """Every stock phrase of a text: what each pattern finds by itself, from left to right, sorted."""
    plain = text.translate(_PLAIN)
    hits = [
        Hit(match.start(), match.end(), number)
        for number in _numbers("")[""]
        for match in _compiled(number).finditer(plain)
    ]
    folded = plain.lower()
    words = _words().findall(folded)  # as long as the text: no letter is left that has two small ones
    index = _index()
    begun = {
        at: numbers
        for at, (first, second) in enumerate(itertools.pairwise([*words, ""]))
        if first in index and (numbers := (by_second := _numbers(first)).get(second) or by_second[""])
    }
    if begun:
        starts = [match.start() for match in _words().finditer(folded)]
        hits += _begun(plain, folded, ((starts[at], numbers) for at, numbers in begun.items()))
    return sorted(hits)


def _begun(plain: str, folded: str, begun: Iterable[tuple[int, tuple[int, ...]]]) -> Iterator[Hit]:
    """What of the phrases that may begin at a word is there, each from left to right without overlaps."""
    ends: dict[int, int] = {}
    for start, numbers in begun:
        for number in numbers:
            if number not in ends:  # a phrase that lacks a word is over before it begins
                ends[number] = 0 if has_needed(folded, _needed(number)) else len(plain)
            if start >= ends[number] and (match := _compiled(number).match(plain, start)):
                ends[number] = match.end()
                yield Hit(start, match.end(), number)


@functools.cache
def phrases() -> tuple[Phrase, ...]:
    """All phrases of the lists in this folder; a phrase's number is its place in here."""
    return tuple(
        Phrase(*line.split("\t"))
        for path in sorted(_FOLDER.glob("*.txt"))
        if path.name != "index.txt"
        for line in _lines(path)
    )


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@functools.cache
def _index() -> dict[str, str]:
    """By first word, the second words and the phrases that may begin so, as text: few are ever asked for."""
    lines = (line.partition("\t") for line in _lines(_FOLDER / "index.txt"))
    return {first: seconds for first, _, seconds in lines}


@functools.cache
def _numbers(first: str) -> dict[str, tuple[int, ...]]:
    """By second word the phrases that may begin so; those under "" go on with any word, and are among all others."""
    pairs = (pair.partition(":") for pair in _index().get(first, "").split())
    found = {second: tuple(map(int, numbers.split(","))) for second, _, numbers in pairs}
    open_ones = found.pop("", ())
    return {"": open_ones, **{second: open_ones + numbers for second, numbers in found.items()}}


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(r"\w+")


@functools.cache
def _needed(number: int) -> list[Needed]:
    """The letters that the phrase has in every form: to look for them costs next to nothing, to compile it does not."""
    return [tuple(row.split("|")) for row in _all_needed()[number].split("\t")]


@functools.cache
def _all_needed() -> list[str]:
    return (_FOLDER / "needed.tsv").read_text(encoding="utf-8").splitlines()


@functools.cache
def _compiled(number: int) -> re.Pattern[str]:
    return re.compile(expression(phrases()[number].pattern), re.IGNORECASE)

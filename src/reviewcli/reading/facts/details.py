"""Words of a point that have one of their kind in their place: another town, father for grandfather."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from reviewcli.document import Block, Document, Passage, once
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.origins import COUNTRIES, LANGUAGES
from reviewcli.reading.facts.around import is_of_the_work, words_of
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.facts.numbers import MONTHS, is_numeral, noted_numbers, numbers_beside
from reviewcli.reading.numerals import RANKS
from reviewcli.reading.outline.content_words import content_words, stems_of

_FEWEST = 2
_CLASSES = tuple(
    frozenset(words.split())
    for words in (
        """mother father son daughter brother sister wife husband grandmother grandfather grandson granddaughter uncle
        aunt cousin niece nephew""",
        "spring summer autumn winter",
        "monday tuesday wednesday thursday friday saturday sunday",
        "mornings mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    )
)
_RANKS = frozenset(RANKS)
_EVERY = _RANKS.union(*_CLASSES)
_FEASTS = ("Christmas", "Easter", "Thanksgiving", "Hanukkah", "Ramadan")
_PLACED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Nn]ear) (?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)(?=(?P<next>[ ,.;:)]|$))"
)
_PAIRED = re.compile(r"\b(?P<one>[A-ZÀ-Þ][\w’-]+) and (?P<two>[A-ZÀ-Þ][\w’-]+)\b")


class Detail(msgspec.Struct, frozen=True):
    """A word or name of a point that may be taken for another of its kind, and what tells which point it is.

    `beside` is a name that stands beside it with “and”; `behind` the word that follows.
    """

    fact: Fact
    text: str
    beside: str = ""
    behind: str = ""


def find(doc: Document) -> Iterator[Claim]:
    """Places and words of closed kinds that the notes have otherwise in the point that the sentence tells."""
    if doc.notes is None:
        return
    for block in doc.blocks:
        if block.in_quote or not block.is_prose:
            continue
        yield from _places(doc, block)
        yield from _kinds(doc, block)


@once
def _points(doc: Document) -> tuple[Fact, ...]:
    return index_of(doc).of("point", "text")


@once
def _names(doc: Document) -> frozenset[str]:
    """The words of all names and titles of the notes, folded: none of them is a place that was mistaken."""
    facts = index_of(doc).of("person", "role", "maker", "title", "name", "thing")
    return frozenset(fold(word) for fact in facts for word in re.findall(r"\w+", fact.text))


@once
def _noted_words(doc: Document) -> frozenset[str]:
    return frozenset(fold(word) for fact in index_of(doc).facts for word in re.findall(r"\w+", fact.beside))


def _words_of(detail: Detail) -> tuple[frozenset[str], ...]:
    """The stems of the words of its point that tell which one it is: not its own, and no numbers."""
    fact = detail.fact
    own = {stem for word in detail.text.split() for stem in stems_of(word)}
    words = content_words(f"{fact.key.replace('.', ' ')} {fact.text}")
    return tuple(stems for word, stems in words.items() if not stems & own and not is_numeral(word))


@once
def _noted_places(doc: Document) -> tuple[Detail, ...]:
    """The places of the points: capitals behind in, at, from, and those beside one another with “and”."""
    found = []
    for fact in _points(doc):
        found += [Detail(fact, match["place"]) for match in _PLACED.finditer(fact.text)]
        for match in _PAIRED.finditer(fact.text):
            found.append(Detail(fact, match["one"], beside=match["two"]))
            found.append(Detail(fact, match["two"], beside=match["one"]))
    names = _names(doc)
    return tuple(each for each in found if names.isdisjoint(fold(each.text).split()))


def _places(doc: Document, block: Block) -> Iterator[Claim]:
    """A place that the notes do not know, in the place of one that they have."""
    if not _noted_places(doc):
        return
    for match in _PLACED.finditer(block.text):
        place = Passage(block, *match.span("place"))
        yield from _place(doc, place, [each for each in _noted_places(doc) if not each.beside])
    for match in _PAIRED.finditer(block.text):
        for here, there in (("one", "two"), ("two", "one")):
            beside = [each for each in _noted_places(doc) if each.beside == match[there]]
            yield from _place(doc, Passage(block, *match.span(here)), beside)


def _place(doc: Document, place: Passage, known: list[Detail]) -> Iterator[Claim]:
    words = fold(place.text).split()
    is_known = not _noted_words(doc).isdisjoint(words) or place.text in (
        *MONTHS,
        *_FEASTS,
        *COUNTRIES,
        *LANGUAGES,
    )
    if known and not is_known:
        yield from _wrong(doc, place, [each for each in known if each.text not in place.block.text])


def _wrong(doc: Document, place: Passage, known: list[Detail]) -> Iterator[Claim]:
    """What stands at a place against the one detail whose point the sentence tells."""
    stems = {stem for word in words_of(place.sentence.text) for stem in stems_of(word)}
    numbers = {number.value for number in numbers_beside(doc, place)}
    told = [(_shared(doc, each, stems, numbers), each) for each in known]
    most = max((shared for shared, _ in told), default=0)
    best = {each.text: each for shared, each in told if shared == most}
    if most < _FEWEST or len(best) != 1 or not is_of_the_work(doc, place):
        return
    detail = next(iter(best.values()))
    right = detail.text
    message = f"The notes have {right} (“{' '.join(detail.fact.text.split())[:60]}”), not {place.text}."
    noted = index_of(doc).noted(detail.fact)
    yield held("detail", place, False, detail.fact.text, message, (right,), doubtful=True, rests_on=noted)


def _shared(doc: Document, detail: Detail, stems: set[str], numbers: set[float]) -> int:
    """How many words and numbers of a point stand in a sentence."""
    told = {number.value for number in noted_numbers(doc).get(detail.fact, ())}
    return sum(1 for each in _words_of(detail) if each & stems) + len(told & numbers)


@once
def _noted_kinds(doc: Document) -> tuple[tuple[frozenset[str], Detail], ...]:
    found = []
    for fact in _points(doc):
        words = words_of(fact.text)
        held_once = ((kind, kind.intersection(words)) for kind in _CLASSES)
        found += [(kind, Detail(fact, *words)) for kind, words in held_once if len(words) == 1]
        found += [
            (_RANKS, Detail(fact, word, behind=behind)) for word, behind in pairwise(words) if word in _RANKS
        ]
    return tuple(found)


def _kinds(doc: Document, block: Block) -> Iterator[Claim]:
    """A word of a closed kind in a sentence, where the point that it tells has another of the kind."""
    if not _noted_kinds(doc) or _EVERY.isdisjoint(block.plain_words):
        return
    for sentence in block.sentences:
        words = [word.lower for word in sentence.words]
        for word, behind in zip(sentence.words, [*words[1:], ""], strict=False):
            known = _rivals(doc, word.lower, behind, words) if word.lower in _EVERY else []
            if known and all(detail.text != word.lower for detail in known):
                yield from _wrong(doc, Passage(block, word.start, word.end), known)


def _rivals(doc: Document, word: str, behind: str, words: list[str]) -> list[Detail]:
    """What the notes have of the kind of a word that is the only one of it in its sentence."""
    return [
        detail
        for kind, detail in _noted_kinds(doc)
        if word in kind and len(kind.intersection(words)) == 1 and detail.behind in ("", behind)
    ]

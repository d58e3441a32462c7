"""Where a sentence names who gives prizes, and what they are said to be for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from reviewcli.document import Document, Passage, Sentence, once
from reviewcli.notes.model import Award
from reviewcli.notes.surnames import fold
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.prize_words import BEST, CAPITALS, COMMON, KNOWN, THING


class Body(msgspec.Struct, frozen=True):
    """Who gives prizes where a sentence names them, with the prizes that the notes have of them."""

    place: Passage
    awards: tuple[Award, ...]
    is_known: bool


class Honour(msgspec.Struct, frozen=True):
    """What a prize is for where a sentence says so; `is_sure` where its words can be nothing else."""

    place: Passage
    is_sure: bool


@cache
def known_prizes() -> re.Pattern[str]:
    """The prizes that everybody knows."""
    return re.compile(rf"\b(?:{'|'.join(KNOWN)})\b(?!['’]s list)")


def bodies_in(doc: Document, sentence: Sentence) -> list[Body]:
    """The bodies of the notes by most of their words, and prizes that everybody knows."""
    awards = doc.notes.awards if doc.notes else ()
    found = [*_noted_in(doc, sentence, awards)]
    places = [body.place for body in found]
    for place in sentence.find(known_prizes(), 0):
        same = tuple(award for award in awards if _prize(award.name) == _prize(place.text))
        is_free = not any(touch(place, other) for other in places)
        if is_free and (same or not _is_category(place.text, awards)):
            found.append(Body(place, same, is_known=True))
    return found


def _is_category(text: str, awards: Sequence[Award]) -> bool:
    """Whether a prize that everybody knows is what a body of the notes gives, or like it: the Silver Bear."""
    said = text.split()
    noted = [(award.category or "").split() for award in awards]
    return any(len(words) == len(said) and _is_like(said, words) for words in noted)


def _noted_in(doc: Document, sentence: Sentence, awards: Sequence[Award]) -> Iterator[Body]:
    """The bodies of the notes that a sentence names and that are no prizes that everybody knows."""
    for name in dict.fromkeys(award.name for award in awards):
        place = None if known_prizes().search(name) else _named(doc, sentence, name)
        if place is not None:
            yield Body(place, tuple(award for award in awards if award.name == name), is_known=False)


def _named(doc: Document, sentence: Sentence, name: str) -> Passage | None:
    """Where a sentence names a body: by two of three of its telling words, or by the first that is no other's."""
    telling = [word for word in words_of(name) if word not in COMMON]
    places = {fold(word.text): word for word in sentence.words if word.text[0].isupper()}
    said = [places[word] for word in telling if word in places]
    is_own = bool(said) and telling[0] in places and _keys_with(doc)[telling[0]] == 1
    if not said or (3 * len(said) < 2 * len(telling) and not is_own):
        return None
    return Passage(sentence.block, min(word.start for word in said), max(word.end for word in said))


@once
def _keys_with(doc: Document) -> Counter[str]:
    """Under how many keys of the notes each word stands."""
    facts = index_of(doc).facts
    return Counter(word for _, word in {(fact.key, word) for fact in facts for word in words_of(fact.text)})


def words_of(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W\d_]+", fold(text))


def _prize(name: str) -> str:
    """A prize as it is compared: by the word of those that everybody knows, any other by its name."""
    found = ((re.search(pattern, name, re.IGNORECASE), word) for pattern, word in KNOWN.items())
    return next((word or fold(match[0]).removesuffix("s") for match, word in found if match), fold(name))


def touch(one: Passage, other: Passage) -> bool:
    """Whether two places overlap."""
    return one.start < other.end and other.start < one.end


def honours_in(sentence: Sentence, bodies: Sequence[Body]) -> list[Honour]:
    """What prizes are said to be for: Best Score, -winning score, for its score, a name like one of the notes."""
    if not bodies:
        return []
    found = [Honour(place, is_sure=True) for place in sentence.find(BEST, 0)]
    thing = rf"(?:-winning |\bfor (?:(?:its|his|her|their|the|[A-Z][\w’'. -]{{2,30}}?['’]s) )?)(?P<thing>{THING})\b"
    found += [Honour(place, is_sure=True) for place in sentence.find(thing, 0, "thing")]
    found += [Honour(place, is_sure=True) for place in _like_noted(sentence, bodies)]
    found += [Honour(place, is_sure=False) for place in sentence.find(CAPITALS, 0)]
    taken = [body.place for body in bodies]
    kept: list[Honour] = []
    for each in found:
        ahead = _in_front_of(each.place, taken) if each.is_sure else each.place
        if ahead.text and not any(touch(ahead, place) for place in taken):
            kept.append(Honour(ahead, each.is_sure))
            taken.append(ahead)
    return kept


def _in_front_of(place: Passage, others: Sequence[Passage]) -> Passage:
    """A place without what another takes of its end: Best Picture of “Best Picture Oscar”."""
    end = min((other.start for other in others if place.start < other.start < place.end), default=place.end)
    return Passage(place.block, place.start, place.start + len(place.block.text[place.start : end].rstrip()))


def _like_noted(sentence: Sentence, bodies: Sequence[Body]) -> Iterator[Passage]:
    """Categories of the notes without “best”, in full or with one word else: the Silver Bear for the Golden Bear."""
    words = sentence.words
    for category in {award.category or "" for body in bodies for award in body.awards}:
        noted = re.findall(r"[\w’']+", category)
        if len(noted) < 2 or noted[0].lower() == "best":
            continue
        for first in range(len(words) - len(noted) + 1):
            said = words[first : first + len(noted)]
            if _is_like([word.text for word in said], noted):
                yield Passage(sentence.block, said[0].start, said[-1].end)


def _is_like(said: Sequence[str], noted: Sequence[str]) -> bool:
    """Whether a name is that of the notes, or has one word of two or three else and is in capitals."""
    wrong = sum(fold(one) != fold(other) for one, other in zip(said, noted, strict=True))
    return not wrong or (wrong == 1 and len(noted) < 4 and all(word[0].isupper() for word in said))


def nearest(place: Passage, bodies: Sequence[Body]) -> Body:
    """The body that stands nearest to what a prize is for."""
    return min(bodies, key=lambda body: (_is_apart(place, body.place), gap(place, body.place)))


def _is_apart(one: Passage, other: Passage) -> bool:
    """Whether “and” or the like stands between two places: what is on its other side is another prize."""
    first, last = sorted((one, other), key=lambda place: place.start)
    return re.search(r",.* |[;:(]|\band\b", one.block.text[first.end : last.start]) is not None


def gap(one: Passage, other: Passage) -> int:
    """How many letters stand between two places."""
    return max(one.start - other.end, other.start - one.end, 0)

"""A short spoiler as a clause: who, does or is, what; and whether a sentence says the same in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

import msgspec

from reviewcli.reading.outline.content_words import stems_of, words_in
from reviewcli.reading.tagging.lexicon import kinds_of

_GAP = 3  # words that may stand between two words of the clause
_WINDOW = 9  # words within which two people and what they do together stand
_LONGEST = 5  # words that carry a clause; a longer one is told in many ways
_ARTICLES = frozenset("the a an this that his her their its all along really finally also only at".split())
_BE = frozenset("is was are were be been being isn't wasn't aren't weren't".split())
_HAVE = frozenset("has have had gets got get does did do will".split())
_LINKS = _BE | frozenset("turns turned turn proves proved revealed reveals as become becomes became".split())
_NOT = frozenset("not never no nobody isn't wasn't doesn't didn't don't won't cannot can't".split())
# A word that begins another clause, or another subject.
_TURNS = frozenset(
    """and but or while as when who whom whose which that because where if until before after though than
    he she it they we you i""".split()
)
_PREPOSITIONS = frozenset("in on of to for with by from into onto under over".split())
_LIGHT = _ARTICLES | _BE | _HAVE | _LINKS | _PREPOSITIONS | {"out"}


class Word(Protocol):
    """A word of a sentence."""

    @property
    def bare(self) -> str: ...
    @property
    def stems(self) -> frozenset[str]: ...
    @property
    def is_capitalised(self) -> bool: ...
    @property
    def clause(self) -> int: ...


class Item(msgspec.Struct, frozen=True):
    """A word of the clause: what stands for it, and what it is: a name, a verb, or another."""

    stems: frozenset[str]
    bare: str
    is_name: bool
    is_verb: bool


class Clause(msgspec.Struct, frozen=True):
    """The words of a short spoiler in order.

    `is_identity` says that one is the other, `is_passive` that it is done to somebody, `is_denied` that it is not so.
    """

    items: tuple[Item, ...]
    is_identity: bool
    is_passive: bool
    is_denied: bool


def clauses_of(text: str, people: frozenset[str], wide: dict[str, frozenset[str]]) -> tuple[Clause, ...]:
    """The clauses of a spoiler; none of a long one. `wide` holds for a word the stems of those that tell the same."""
    found: list[Clause] = []
    subject = ""
    for part in re.split(r",? and |[,;:] (?:who |which )?", text):
        words = [word.lower().replace("’", "'").removesuffix("'s") for word in words_in(part)]
        if subject and words and (_is_verb(words[0]) or words[0] in _BE | _HAVE):
            words = [subject, *words]  # is buried, and dies
        clause = _clause(words, people, wide)
        if clause:
            found.append(clause)
            subject = clause.items[0].bare
    return tuple(found)


def _clause(words: list[str], people: frozenset[str], wide: dict[str, frozenset[str]]) -> Clause | None:
    linked = next((n for n, word in enumerate(words) if word in _BE), None)
    kept = [w for w in words if w not in _ARTICLES | _BE | _HAVE | _NOT | _PREPOSITIONS]
    if not 2 <= len(kept) <= _LONGEST:
        return None
    behind = [w for w in words[linked + 1 :] if w in kept] if linked else []
    is_passive = bool(behind) and kinds_of(behind[0])[:1] in ("n", "d")
    verb = next((n for n, w in enumerate(kept) if n and w not in people and _is_verb(w)), None)
    items = tuple(Item(wide.get(w, stems_of(w)), w, w in people, n == verb) for n, w in enumerate(kept))
    return Clause(
        items,
        is_identity=linked is not None and not is_passive,
        is_passive=is_passive,
        is_denied=not _NOT.isdisjoint(words),
    )


def _is_verb(word: str) -> bool:
    kinds = kinds_of(word)
    return bool(set(kinds) & set("bzdn")) or (kinds[:1] in ("g", "-") and kinds != "")


def told_in(clause: Clause, tokens: Sequence[Word], before: Sequence[Word]) -> tuple[int, int] | None:
    """The numbers of the first and the last word of a sentence that say the clause."""
    named = {token.bare for token in before if token.is_capitalised}
    for start in range(len(tokens)):
        if _is_item(clause.items[0], tokens[start], named) and (last := _rest(clause, tokens, start, named)):
            return start, last
    return next(_other_orders(clause, tokens), None)


def _rest(clause: Clause, tokens: Sequence[Word], start: int, named: set[str]) -> int | None:
    """Where the clause ends that begins there; a tail of a long one may be missing."""
    places = [start]
    for item in clause.items[1:]:
        place = _next_place(clause, item, tokens, places[-1], named)
        if place is None:
            break
        if item.is_verb and clause.is_passive and not _is_passive_here(tokens, place):
            return None
        places.append(place)
    between = {tokens[n].bare for n in range(start, places[-1]) if n not in places}
    return places[-1] if _carry(clause, len(places)) and _is_so(clause, between) else None


def _next_place(clause: Clause, item: Item, tokens: Sequence[Word], at: int, named: set[str]) -> int | None:
    """Where an item of the clause follows closely, with no turn to another clause between."""
    place = next((n for n in _reach(tokens, at) if _is_item(item, tokens[n], named)), None)
    if place is None or tokens[place].clause != tokens[at].clause:
        return None
    between = {token.bare for token in tokens[at + 1 : place]}
    turns = _TURNS - _LINKS if clause.is_identity else _TURNS
    return place if turns.isdisjoint(between) else None


def _carry(clause: Clause, found: int) -> bool:
    """Whether so many of its words, from the first on, carry the clause without the rest."""
    missing = clause.items[found:]
    may_miss = 0 if clause.is_identity else 1
    if found < 2 or len(missing) > may_miss or any(item.is_verb for item in missing):
        return False
    # Two people: both must be there.
    return not (found == 2 and missing) or sum(item.is_name for item in clause.items) < 2


def _is_so(clause: Clause, between: set[str]) -> bool:
    """Whether the small words between say it as the clause does: denied or not, and what links two that are one."""
    if clause.is_denied == _NOT.isdisjoint(between):
        return False
    return not clause.is_identity or not _LINKS.isdisjoint(between)


def _reach(tokens: Sequence[Word], at: int) -> Iterator[int]:
    """The words that follow closely; articles, helping verbs and prepositions are no distance."""
    left = _GAP + 1
    for number in range(at + 1, len(tokens)):
        if not left:
            return
        yield number
        left -= tokens[number].bare not in _LIGHT


def _is_item(item: Item, token: Word, named: set[str]) -> bool:
    if item.is_name:
        is_he = item.bare in named and token.bare in ("he", "she", "they", "him", "her")
        return (token.bare == item.bare and token.is_capitalised) or is_he
    if not token.stems & item.stems and token.bare != item.bare:
        return False
    return not item.is_verb or _is_verb(token.bare) or "j" in kinds_of(token.bare)


def _is_passive_here(tokens: Sequence[Word], number: int) -> bool:
    """Whether it is done to somebody there: is killed, was found dead; dies."""
    if kinds_of(tokens[number].bare)[:1] in ("z", "b") and tokens[number].stems & stems_of("die"):
        return True
    before = {token.bare for token in tokens[max(number - 3, 0) : number]}
    return bool(before & (_BE | _HAVE)) or "j" in kinds_of(tokens[number].bare)


def _other_orders(clause: Clause, tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Kills the dog, of “the dog dies”; Tom and Vera marry, of “Vera marries Tom”."""
    verb = next((item for item in clause.items if item.is_verb), None)
    if verb is None or clause.is_identity or clause.is_denied:
        return
    names = [item for item in clause.items if item.is_name]
    verbs = [n for n, token in enumerate(tokens) if _is_item(verb, token, set())]
    if len(names) > 1:
        yield from filter(None, (_all_beside(names, tokens, n) for n in verbs))
    elif len(clause.items) == 2 and len(verb.stems) > 4:  # a turn of the story that has other words
        yield from filter(None, (_right_behind(clause.items[0], tokens, n) for n in verbs))


def _all_beside(names: Sequence[Item], tokens: Sequence[Word], number: int) -> tuple[int, int] | None:
    """From where to where all the people stand round the verb, in one clause."""
    near = range(max(number - _WINDOW, 0), min(number + _WINDOW, len(tokens)))
    found = [place for name in names if (place := _place_of(name, tokens, near)) is not None]
    whole = [number, *found]
    is_one_clause = len({tokens[place].clause for place in whole}) == 1
    return (min(whole), max(whole)) if is_one_clause and len(found) == len(names) else None


def _right_behind(item: Item, tokens: Sequence[Word], number: int) -> tuple[int, int] | None:
    """From the verb to the item, where nothing but articles stands between."""
    place = _place_of(item, tokens, range(number + 1, min(number + 4, len(tokens))))
    if place is None:
        return None
    between = {token.bare for token in tokens[number + 1 : place]}
    return (number, place) if between <= _ARTICLES | {"of"} else None


def _place_of(item: Item, tokens: Sequence[Word], near: range) -> int | None:
    return next((n for n in near if _is_item(item, tokens[n], set())), None)

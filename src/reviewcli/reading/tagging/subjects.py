"""What the subject of a clause is and where its verb is due; None wherever that is not plain."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reviewcli.reading.tagging.noun_phrases import FINITE, MANY, ONE, NounPhrase, noun_phrase
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.words import words


class Subject(msgspec.Struct, frozen=True):
    """A subject and the place of the token behind it, where its verb is due."""

    start: int
    verb_at: int
    number: str | None
    head: Token
    shown: str  # how a message names it
    is_name: bool = False
    has_determiner: bool = False
    is_counted: bool = False
    is_joined: bool = False
    has_phrase: bool = False  # an of-phrase or the like stands between


def subject_at(tokens: Sequence[Token], start: int) -> Subject | None:
    """The subject that begins at a token, with what hangs on it: of-phrases, “and” with another."""
    if plain := _partitive(tokens, start) or _demonstrative(tokens, start):
        return plain
    phrase = noun_phrase(tokens, start)
    if phrase is None:
        return None
    at, has_phrase = _after_phrases(tokens, phrase.end)
    if at is None:
        return None
    if not has_phrase and (joined := _joined(tokens, phrase)):
        return joined
    return Subject(
        start,
        _after_adverbs(tokens, at),
        phrase.number,
        phrase.head,
        phrase.head.text,
        phrase.is_name,
        phrase.has_determiner,
        phrase.is_counted,
        has_phrase=has_phrase,
    )


def _after_phrases(tokens: Sequence[Token], at: int) -> tuple[int | None, bool]:
    """Behind the prepositional phrases that follow; None where one of them holds more than a noun phrase."""
    found = False
    while at + 1 < len(tokens) and tokens[at].gap == " " and tokens[at].lower in words("prepositions"):
        phrase = noun_phrase(tokens, at + 1)
        if tokens[at + 1].gap != " ":
            return None, found
        if phrase is None:
            if tokens[at + 1].lower not in (
                "it",
                "them",
                "him",
                "her",
                "us",
                "me",
                "this",
                "that",
                "these",
                "those",
            ):
                return None, found
            at += 2
        else:
            at = phrase.end
        found = True
    return at, found


def _after_adverbs(tokens: Sequence[Token], at: int) -> int:
    while (
        at < len(tokens) and tokens[at].gap == " " and (tokens[at].is_adverb or tokens[at].lower in _SELVES)
    ):
        at += 1
    return at


_SELVES = frozenset("itself himself herself themselves here".split())


_ONE_BY_ONE = ("every", "each", "no", "any", "either", "neither", "i's", "i’s")


def _series(tokens: Sequence[Token], phrase: NounPhrase) -> list[NounPhrase] | None:
    """A noun phrase with those that are joined to it, up to one behind “and”; None where none is."""
    phrases, at = [phrase], phrase.end
    while at + 1 < len(tokens) and len(phrases) < 6:
        is_last = tokens[at].lower == "and" and tokens[at].gap in (" ", ",") and tokens[at + 1].gap == " "
        if not is_last and tokens[at].gap != ",":
            return None
        following = noun_phrase(tokens, at + 1 if is_last else at)
        if following is None:
            return None
        phrases.append(following)
        if is_last:
            return phrases
        at = following.end
    return None


def _is_unclear(phrase: NounPhrase) -> bool:
    """Whether nobody knows how many this is, or whether it is a noun at all."""
    is_long_verb = "b" in phrase.head.kinds and phrase.end - phrase.start > 2
    return phrase.head.is_opaque or is_long_verb or (phrase.number is None and not phrase.is_name)


def _demonstrative(tokens: Sequence[Token], start: int) -> Subject | None:
    """A “this” or “these” with no noun of its own."""
    token = tokens[start]
    number = {"this": ONE, "these": MANY, "those": MANY}.get(token.lower)
    at = _after_adverbs(tokens, start + 1)
    if number is None or at >= len(tokens):
        return None
    is_verb = tokens[at].lower in FINITE
    return Subject(start, at, number, token, token.text, has_determiner=True) if is_verb else None


def _partitive(tokens: Sequence[Token], start: int) -> Subject | None:
    """“one of the actors”, “most of the scenes”."""
    if start + 2 >= len(tokens) or tokens[start + 1].lower != "of" or tokens[start + 1].gap != " ":
        return None
    first = tokens[start].lower
    one = first in ("one", "each")
    if not one and first not in words("numbers") and first not in _PARTS:
        return None
    phrase = noun_phrase(tokens, start + 2)
    if phrase is None or phrase.number != MANY or not phrase.has_determiner or phrase.is_name:
        return None
    at, more = _after_phrases(tokens, phrase.end)
    if at is None:
        return None
    shown = tokens[start].text
    return Subject(
        start,
        _after_adverbs(tokens, at),
        ONE if one else MANY,
        tokens[start],
        shown,
        has_determiner=True,
        has_phrase=more,
    )


_PARTS = frozenset(["some", "most", "many", "all", "both", "few", "several"])


def _joined(tokens: Sequence[Token], phrase: NounPhrase) -> Subject | None:
    """“Bowie and Conti”, “the script and the score”, “Bowie, Conti and Sakamoto”."""
    phrases = _series(tokens, phrase)
    if phrases is None or any(map(_is_unclear, phrases)):
        return None
    names = all(p.is_name and not p.has_determiner for p in phrases)
    if not names and not all(p.has_determiner for p in phrases):
        return None
    if not words("persons").union(_ONE_BY_ONE).isdisjoint(tokens[p.start].lower for p in phrases):
        return None
    shown = " and ".join(p.head.text for p in (phrases[0], phrases[-1]))
    return Subject(
        phrase.start,
        _after_adverbs(tokens, phrases[-1].end),
        MANY,
        phrases[-1].head,
        shown,
        names,
        not names,
        is_joined=True,
    )

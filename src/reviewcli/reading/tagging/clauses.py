"""Where a clause begins, for certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewcli.reading.tagging.noun_phrases import FINITE, noun_phrase
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.words import words


def clause_starts(tokens: Sequence[Token]) -> Iterator[int]:
    """Places where a subject may begin for certain, if a noun phrase stands there at all."""
    commas = piece = opener = (
        0  # `opener` is the last token that is no adverb behind another: “because never the”
    )
    if tokens:
        yield 0
    for at, token in enumerate(tokens[1:], 1):
        if not (tokens[at - 1].is_adverb and tokens[at - 1].gap == " "):
            opener = at - 1
        if token.gap == " ":
            begins = (
                _opens(tokens[opener]) or _follows_opening(tokens, at) or _follows_and(tokens, at, commas)
            )
        else:
            begins = token.gap in (";", ":") or (
                token.gap == "," and _follows_comma(tokens, at, piece, commas)
            )
            piece, commas = at, _commas_after(token.gap, commas)
        if begins:
            yield at


def _commas_after(gap: str, commas: int) -> int:
    """How many commas a piece has had so far; another mark counts as two, a semicolon opens a new piece."""
    if "," in gap:
        return commas + 1
    return 0 if gap in (";", ":") else commas + 2


_OPENING = frozenset("the this his her its their my our".split())


def _follows_and(tokens: Sequence[Token], at: int, commas: int) -> bool:
    """Whether a second clause begins behind “, and”, and no third thing of a list."""
    before = tokens[at - 1]
    return before.lower == "and" and before.gap == "," and commas == 1 and has_verb(tokens[: at - 1])


def _follows_comma(tokens: Sequence[Token], at: int, piece: int, commas: int) -> bool:
    """Whether what stands in front of a comma is no part of what stands behind: an opening, a clause of its own."""
    if not commas and _introduces(tokens[:at]) and not _is_list(tokens, at):
        return True
    return tokens[at].lower in _OPENING and not _is_phrase(tokens, piece, at)


def _is_phrase(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is nothing but a noun phrase between two places: the man, the woman, the child."""
    if tokens[start].lower in ("and", "or"):
        return False  # the last of a list: despite the castles and blood, the film
    phrase = noun_phrase(tokens, start) if start < end else None
    return phrase is not None and phrase.end >= end


def _opens(token: Token) -> bool:
    """Whether the token opens a clause: because, when, that."""
    if token.lower not in words("clause openers"):
        return False
    if token.lower in ("but", "yet", "so"):
        return token.gap != " "
    return True


def _follows_opening(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins here with no word to open it: “at least the film”, “I think the film”."""
    token, before = tokens[at], tokens[at - 1]
    if at == 2 and f"{tokens[0].lower} {before.lower}" in _TWO_WORDS:
        return True
    if before.lower in _THINKING:
        return at >= 2 and tokens[at - 2].lower in _THINKERS
    if token.lower not in _OPENING or before.lower.endswith("ing") or _is_time(tokens, at):
        return False  # the films opening this week, the songs on the radio this summer
    is_noun = (before.kinds[:1] == "s" and not before.is_capitalised) or before.lower in (
        "everything",
        "something",
        "nothing",
    )
    return is_noun and "b" not in before.kinds


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether “this” tells when and opens no clause: this week, this summer."""
    return tokens[at].lower == "this" and at + 1 < len(tokens) and tokens[at + 1].lower in _TIMES


_TIMES = frozenset(
    """time day week weekend month year decade century season spring summer autumn fall winter morning afternoon evening
    night""".split()
)
_TWO_WORDS = frozenset(
    ["at least", "at most", "at first", "at times", "of course", "for once", "in fact", "as such"]
)
_THINKING = frozenset(
    """think thinks thought believe believes know knows knew realize realizes realise realises say says said hope
    hopes suspect suspects guess suppose claim claims clear sure certain obvious""".split()
)
_THINKERS = frozenset("i you we they he she it's is i'm he's she's".split())


def _introduces(tokens: Sequence[Token]) -> bool:
    """Whether a sentence's first words are a phrase or a clause that a comma parts from the subject."""
    first = tokens[0]
    if first.lower in _SUBORDINATING:
        return has_verb(tokens)
    return first.lower in words("prepositions") or first.is_adverb or first.lower in _INTRODUCING


def _is_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether names stand on both sides of a comma: with Bowie, Conti and Kitano."""
    return tokens[at].is_capitalised and tokens[at - 1].is_capitalised


_SUBORDINATING = frozenset("when while although though if because as after before since until".split())
_INTRODUCING = frozenset(
    "however despite much given unlike like yet today first second third finally next here"
    " granted thus also still yes no sure true instead overall".split()
)


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether any of the tokens is plainly a finite verb."""
    return any(token.lower in FINITE or token.kinds[:1] in ("z", "d") for token in tokens)

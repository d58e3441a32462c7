"""Finite verbs that show a number: is and are, plays and play."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reviewcli.reading.tagging.forms import like, plain, third_person
from reviewcli.reading.tagging.noun_phrases import MANY, ONE
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.words import words

_PAIRS = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
    "hasn't": "haven't", "doesn't": "don't",
}  # fmt: skip
_BACK = {many: one for one, many in _PAIRS.items()}


class Verb(msgspec.Struct, frozen=True):
    """A verb, the number of subject that it asks for, and its form for the other number."""

    token: Token
    number: str
    other: str

    @property
    def is_bare(self) -> bool:
        """Whether an infinitive looks the same: go, have; not are, were."""
        return self.number == MANY and self.token.lower.removesuffix("n't") not in ("are", "were")


def helping_verb(token: Token) -> Verb | None:
    """A form of be, have or do."""
    lower = token.lower
    if lower in _PAIRS:
        return Verb(token, ONE, _written(_PAIRS[lower], token))
    if lower in _BACK:
        return Verb(token, MANY, _written(_BACK[lower], token))
    return None


def verb_with_s(token: Token) -> Verb | None:
    """A verb with -s: plays, goes."""
    verb = plain(token.lower, "z") if "z" in token.kinds else None
    return Verb(token, ONE, verb) if verb else None


def plain_verb(token: Token) -> Verb | None:
    """A verb without -s that is nothing else than a present tense: play, go; not put, come, read."""
    kinds = token.kinds
    if "b" not in kinds or "d" in kinds or "n" in kinds or kinds[0] in "xr" or token.lower in ("be", "let"):
        return None
    return Verb(token, MANY, third_person(token.lower))


def takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows makes a verb of the token: an object, “to”, a name."""
    if at + 1 >= len(tokens) or tokens[at + 1].gap != " ":
        return False
    following = tokens[at + 1]
    return following.lower in words("objects") or following.is_opaque


def _written(form: str, token: Token) -> str:
    text = like(form, token.text)
    return text.replace("'", "’") if "’" in token.text else text

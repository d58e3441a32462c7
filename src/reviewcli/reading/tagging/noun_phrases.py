"""Noun phrases, read from their first word on: what the head is, and whether it is one or many."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.words import words

ONE, MANY = "one", "many"
FINITE = frozenset(
    """is are was were am has have had does do did isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't
    didn't can could will would shall should may might must it's he's she's that's there's i'm we're they're
    you're""".split()
)
_ORDER = frozenset(
    "first second third last next other own same former latter main few many several two".split()
)
_JOINS_NAMES = frozenset("de da di del della la le van von der den bin al du dos ter".split())


class NounPhrase(msgspec.Struct, frozen=True):
    """Tokens `start` to `end` of a sentence; `number` is None where it cannot be told."""

    start: int
    end: int
    head: Token
    number: str | None
    is_name: bool = False
    has_determiner: bool = False
    is_counted: bool = False  # two films, many films


def noun_phrase(tokens: Sequence[Token], start: int) -> NounPhrase | None:
    """The noun phrase that begins at a token; None where none does, or where its end cannot be told."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if (first.kinds[:1] == "g" and not first.is_name) or first.is_adverb:
        return None
    second = tokens[start + 1] if start + 1 < len(tokens) else first
    if (
        start == 0
        and second.kinds[:1] == "g"
        and first.kinds[:1] in ("j", "r", "x")
        and first.lower not in words("determiners")
    ):
        return None
    if first.lower in words("persons"):
        return NounPhrase(start, start + 1, first, ONE, has_determiner=True)
    if first.lower == "one" and _lower(tokens, start + 1) in FINITE:
        return NounPhrase(start, start + 1, first, ONE, has_determiner=True)
    if first.lower == "no" and _lower(tokens, start + 1) == "one":
        return NounPhrase(start, start + 2, tokens[start + 1], ONE, has_determiner=True)
    return _Reader(tokens, start).phrase()


class _Reader:
    """Walks over the determiner, the modifiers and the nouns."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self._tokens = tokens
        self._start = start
        self._at = start
        self._determiner: str | None = None
        self._counted = False
        self._head: Token | None = None
        self._name = False
        self._sure = True

    def phrase(self) -> NounPhrase | None:
        self._read_determiner()
        while self._at < len(self._tokens) and self._goes_on() and self._step():
            pass
        head = self._head
        if head is None:
            return None
        first = self._tokens[self._start]
        if self._name and self._start == 0 and self._determiner is None and first.kinds[:1] in tuple("jngrx"):
            return None
        number = self._number(head)
        return NounPhrase(
            self._start, self._at, head, number, self._name, self._determiner is not None, self._counted
        )

    def _goes_on(self) -> bool:
        """Whether nothing parts this token from the one before, but for a comma between adjectives."""
        token = self._tokens[self._at]
        if self._at == self._start or token.gap == " ":
            return True
        before = self._tokens[self._at - 1]
        return (
            token.gap == "," and self._head is None and "j" in before.kinds and self._determiner is not None
        )

    def _read_determiner(self) -> None:
        tokens = self._tokens
        if tokens[self._at].lower in ("all", "both", "half") and _lower(tokens, self._at + 1) in words(
            "determiners"
        ):
            self._at += 1
        token = tokens[self._at]
        if token.lower in words("determiners") and token.lower not in (
            "what",
            "which",
            "whose",
            "such",
            "enough",
        ):
            self._determiner = token.lower
            self._at += 1
            if token.lower == "a" and _lower(tokens, self._at) == "few":
                self._determiner = "few"
                self._counted = True
                self._at += 1
                return
        if (
            self._at < len(tokens)
            and _counts(tokens[self._at])
            and (self._at == self._start or tokens[self._at].gap == " ")
        ):
            self._counted = True
            self._at += 1

    def _step(self) -> bool:
        """Read one token; False at the end of the phrase."""
        token = self._tokens[self._at]
        if token.is_opaque or re.search(r"\d", token.lower):
            self._sure = False
            return False if token.is_opaque and self._head else self._take(token, is_name=token.is_opaque)
        if token.lower in words("no names"):
            return False
        if token.lower.endswith(("'s", "s'")) and token.lower not in words("contractions"):
            self._determiner, self._head, self._counted, self._name = "'s", None, False, False
            return self._pass()
        if self._is_name(token):
            return self._name_step(token)
        if self._head is not None:
            return self._after_head(token)
        return self._before_head(token)

    def _is_name(self, token: Token) -> bool:
        if token.lower in _JOINS_NAMES and self._name and self._next_is_capitalised():
            return True
        if (
            not token.is_capitalised
            or token.lower in words("determiners")
            or token.lower in words("no names")
        ):
            return False
        if self._at > 0 or token.is_name:
            return True
        if not token.kinds:
            return not token.lower.endswith(("ing", "ed", "ly"))
        return token.kinds[0] not in "xrbd" and self._next_is_capitalised()

    def _next_is_capitalised(self) -> bool:
        return self._at + 1 < len(self._tokens) and (
            self._tokens[self._at + 1].is_capitalised and self._tokens[self._at + 1].gap in (" ", ".", "")
        )

    def _name_step(self, token: Token) -> bool:
        if self._head is not None and not self._name and "p" in self._head.kinds:
            return False
        if token.lower in words("firms and teams") or "-" in token.lower:
            self._sure = False
        return self._take(token, is_name=True)

    def _before_head(self, token: Token) -> bool:
        kinds = token.kinds
        if token.lower in FINITE:
            return False
        if token.is_adverb or token.lower in words("adverbs of adjectives"):
            return self._next_describes() and self._pass()
        if not kinds:
            return self._unknown(token)
        if self._is_modifier(token):
            return self._pass()
        if not ("s" in kinds or "p" in kinds or kinds[0] == "g"):
            return False
        if self._at == self._start and not self._may_open(kinds):
            return False
        self._sure = self._sure and kinds[0] not in "jnr"
        return self._take(token)

    def _may_open(self, kinds: str) -> bool:
        """Whether a bare noun may open a phrase: further on, “works” is rather a verb."""
        return kinds[0] in "sp" and "x" not in kinds and not (self._start and "z" in kinds)

    def _unknown(self, token: Token) -> bool:
        if "-" in token.lower and self._next_is_nominal():
            return self._pass()
        self._sure = False
        return self._take(token)

    def _after_head(self, token: Token) -> bool:
        kinds, head = token.kinds, self._head
        assert head is not None
        if not kinds or kinds[0] not in "sp":
            return False
        if self._name:
            self._sure = "z" not in kinds and "b" not in kinds
            return self._take(token)
        if "p" in head.kinds and "s" not in head.kinds:
            if "z" in kinds or "b" in kinds or not self._sure:
                return False
            return self._take(token)
        if "z" in kinds:
            self._sure = self._sure and self._ends_in_verb()
        return self._take(token)

    def _ends_in_verb(self) -> bool:
        """Whether a verb follows a plural that might be one too: the production values are."""
        behind, before = self._peek(), self._tokens[self._start - 1] if self._start else None
        is_free = before is None or before.kinds[:1] not in ("s", "p")
        return is_free and behind is not None and behind.gap == " " and behind.lower in FINITE

    def _is_modifier(self, token: Token) -> bool:
        """Whether the token describes a noun that follows: adjectives, participles, numbers, ordinals."""
        kinds = token.kinds
        if not (token.lower in _ORDER or kinds[0] in "jng" or "j" in kinds or _counts(token)):
            return False
        return self._next_is_nominal()

    def _next_is_nominal(self) -> bool:
        token = self._peek()
        if token is None or (token.gap != " " and not (token.gap == "," and "j" in token.kinds)):
            return False
        if token.is_opaque:
            return True
        kinds = token.kinds
        if not kinds or token.lower in _ORDER:
            return token.lower not in words("no names") and token.lower not in words("determiners")
        return kinds[0] in "spjng" or ("s" in kinds and kinds[0] not in "xrbzd") or "p" in kinds

    def _next_describes(self) -> bool:
        token = self._peek()
        return token is not None and token.gap == " " and bool(set("jng") & set(token.kinds))

    def _peek(self) -> Token | None:
        return self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None

    def _pass(self) -> bool:
        self._at += 1
        return True

    def _take(self, token: Token, *, is_name: bool = False) -> bool:
        self._head, self._name = token, is_name
        return self._pass()

    def _number(self, head: Token) -> str | None:
        if not self._sure:
            return None
        if self._name:
            return self._number_of_name(head.lower)
        if head.lower == "people":
            return None if self._determiner in ("a", "every", "each", "another", "this", "that") else MANY
        if head.lower in words("invariant"):
            return None
        kinds = head.kinds
        many, one = "p" in kinds, "s" in kinds or kinds[:1] == "g"
        if many and one and head.lower.endswith("s"):
            return None
        number = MANY if many and not _is_one_form(head) else ONE
        wanted = self._determined()
        return number if wanted in (None, number) else None

    def _number_of_name(self, name: str) -> str | None:
        is_one = name.replace("-", "").isalpha() and not name.endswith("s")
        return ONE if is_one and self._determiner is None else None

    def _determined(self) -> str | None:
        """The number that the determiner asks for."""
        if self._counted or self._determiner in words("plural determiners"):
            return None if self._determiner in ("a", "an", "every", "another") else MANY
        return ONE if self._determiner in words("singular determiners") else None


def _is_one_form(head: Token) -> bool:
    return head.kinds[0] == "s"


def _counts(token: Token) -> bool:
    return token.lower in words("numbers") or token.lower in words("quantities")


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if at < len(tokens) and tokens[at].gap == " " else ""

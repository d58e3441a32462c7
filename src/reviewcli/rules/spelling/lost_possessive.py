from __future__ import annotations

import functools
from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import like
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

# Nouns that plurals stand in front of without an apostrophe: the actors union, a boys school.
_ONE = frozenset("a an one every each another".split())
_MY = frozenset("my his her their our your".split())
_SURE = frozenset("is was has isn't wasn't hasn't".split())
_PLACES = frozenset("in at to from on into inside behind".split())


class LostPossessive(Rule, frozen=True):
    """A possessive has lost its apostrophe: “a farmers wife”, “the films ending is weak”.

    What is left is a plural, which a spell checker passes. Plurals stand in front of nouns by right as well (a sports
    film, the actors union), so only owners are looked at that the words round them make one: “a”, “every”, “my”, or
    a verb for one behind.
    """

    bad = (
        Bad("He is a «farmers» wife’s son."),
        Bad("In my «fathers» house every «actors» dream dies."),
        Bad("It is a «mans» world. The «films» ending is weak, and so the «directors» vision was lost."),
        Bad("It is about other «peoples» lives, and of his «mothers» death."),
    )
    good = (
        "A sports film, a savings bank, a weapons dealer, a kids movie, a boys school, and a players union.",
        "The actors union is strong; the writers guild was there. The directors play is a word in a list.",
        "His brothers love him, her friends present him, my sons work. She gives her sons money and his friends help.",
        "One man mans the gate, and the peoples of the world lives on. Every actor’s dream, a farmer’s wife.",
        "The films ending in May are few. The songs play is what counts. A fathers and sons picture.",
        "He told his parents time was short. For my friends home is far. Of her sisters one is dead.",
        "A writers retreat, an actors studio, a viewers poll, a critics circle, a friends reunion.",
        "The way the characters dream is odd. Of all the films plot is the least.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                token = tokens[at]
                is_plural = token.lower in _owners() and not (token.is_capitalised and at)
                right = _possessive(tokens, at) if is_plural and tokens[at + 1].gap == " " else None
                if right:
                    rights = _written(right, token, tokens[at - 1])
                    yield self.found(
                        token, f"“{token.text}” lacks its apostrophe: “{rights[0]}”.", replacements=rights
                    )


def _written(right: str, token: Token, before: Token) -> list[str]:
    """The possessive with the text's own apostrophe; two where several may own it: his friends’ house."""
    mark = "’" if "’" in token.block.text else "'"
    rights = [like(right.replace("'", mark), token.text)]
    if before.lower in _MY and token.lower in words("kin with s"):
        rights.append(token.text + mark)
    return rights[::-1] if token.lower == "parents" else rights


@functools.cache
def _owners() -> frozenset[str]:
    return words("persons with s") | words("makers with s") | {"mans", "womans", "peoples"}


def _possessive(tokens: Sequence[Token], at: int) -> str | None:
    """What the plural at a place should be, or None."""
    token, noun, before = tokens[at], tokens[at + 1], word_before(tokens, at)
    if noun.is_capitalised or noun.is_opaque:
        return None
    if token.lower == "peoples":
        is_owner = noun.lower in words("what people have")
    elif before is None:
        is_owner = False
    elif token.lower in ("mans", "womans"):
        is_owner = noun.kinds[:1] in ("s", "j", "p") and before.lower in _ONE | _MY | _BEFORE_MAN
    else:
        is_owner = _owns(tokens, at, before.lower)
    return _singular(token.lower) + "'s" if is_owner else None


_BEFORE_MAN = frozenset("the this no old young".split())


def _owns(tokens: Sequence[Token], at: int, before: str) -> bool:
    """Whether a noun follows that is the plural's own, by the word before: a farmers wife, my fathers house."""
    plural = tokens[at].lower
    second = next_word(tokens, at + 1) if tokens[at + 1].kinds[:1] == "j" else None
    noun, place = (second, at + 2) if second else (tokens[at + 1], at + 1)
    kinds = "s" if noun.lower == "ending" else noun.kinds or kinds_of(noun.lower.removesuffix("'s"))
    if kinds[:1] != "s" or noun.lower in words("things of many"):
        return False
    if before in _ONE and plural in words("persons with s"):
        return True
    if not _begins(tokens, at - 1):
        return False
    has_verb = _has_one_verb(tokens, place + 1)
    is_noun = "b" not in kinds or tokens[at - 2].lower in _PLACES or has_verb
    if before in _MY and plural in words("kin with s") and is_noun:
        return True
    return has_verb and plural in words("makers with s") and before in _MY | {"the", "this"}


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether no verb stands in front, which may have two objects: gives her sons money."""
    if not at or tokens[at].gap != " ":
        return True
    opens = words("prepositions") | words("clause openers") | {"and", "is", "was"}
    return tokens[at - 1].lower in opens and tokens[at - 1].lower != "for"


def _has_one_verb(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].gap == " " and tokens[at].lower in _SURE


def _singular(plural: str) -> str:
    """The owner: father of fathers; also of what is spelt wrong as a plural: storys."""
    if plural.endswith("ies") and plural != "movies":
        return plural[:-3] + "y"
    return plural[:-2] if plural.endswith("sses") else plural[:-1]

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import singular
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

_ARTICLES = frozenset(["a", "an"])
# Behind these “a” goes with a plural: a few, a good many, a mere two films.
_COUNTS = frozenset("few many dozen hundred thousand million mere further additional couple".split())
_FINITE = frozenset("is are was were has have had will would can could do does did".split())
_SINGULAR = ("singular in s", "invariant", "units", "plurals that are one")
_AFTER = frozenset("that who which but once there here where when than as because if".split())


class ArticlePlural(Rule, frozen=True):
    """“a” or “an” stands before a plural: “a films”, “a good actors”.

    Either the article is one too many or the noun has an -s too many.
    """

    bad = (
        Bad("It is «a films» for everybody, and he tells «a stories»."),
        Bad("She gives «a great performances» in it. He was «an actors» once."),
        Bad("It has «a scenes» that drags."),
    )
    good = (
        "A few films, a good many actors, a dozen scenes, a mere ten minutes, and a lot of stories.",
        "A series, a means to an end, a species, a crossroads, a shambles, a headquarters, a blues.",
        "A sports film, a sales pitch, a weapons dealer, an arts centre, a two-thirds majority, a careers adviser.",
        "A women's film, a writers’ room, a Beatles song, a who's who, a kids movie and an odds-on bet.",
        "Plan A works. It gets an A for effort. A *Sopranos* or a *Cheers* it is not. A people apart. A data set.",
        "A long ten minutes and a happy three years. A Jeeps and tanks picture. An all-actors evening.",
        "What a laughs-per-minute rate! A films-and-books column; a news and sports channel.",
        "A criminal guards the door, and an actor works. A native speaks.",
        "A comedy of manners is a comics adaptation. A little films go a long way.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for tokens in tagged(doc):
            for at, token in enumerate(tokens):
                is_article = token.lower in _ARTICLES and not (token.text == "A" and at)
                noun = _plural(tokens, at) if is_article else None
                if noun is None:
                    continue
                yield self.found(
                    Passage(token.block, token.start, noun.end),
                    f"“{token.text}” goes with one, and “{noun.text}” is more than one.",
                    replacements=_of_one_number(token, tokens[at + 1], noun),
                )


def _of_one_number(article: Token, first: Token, noun: Token) -> list[str]:
    """What may stand instead: the singular with its article, and the plural without."""
    text, one = article.block.text, singular(noun.lower)
    both = [text[article.start : noun.start] + one] if one else []
    if article.text[0].islower():
        both.append(text[first.start : noun.end])
    return both


def _plural(tokens: Sequence[Token], at: int) -> Token | None:
    """The plural that an article stands before, with nothing more to describe behind."""
    place = _place_of_plural(tokens, at)
    if place is None or not _ends_phrase(tokens, place):
        return None
    is_one = any(tokens[place].lower in words(name) for name in _SINGULAR)
    return None if is_one else tokens[place]


def _place_of_plural(tokens: Sequence[Token], at: int) -> int | None:
    """Where a plural stands behind the article and at most two adjectives."""
    for place in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[place]
        if token.gap != " " or token.is_capitalised or token.is_opaque or token.lower in _COUNTS:
            return None
        if _is_only_plural(token):
            is_verb = "z" in token.kinds and place > at + 1 and "s" in tokens[place - 1].kinds
            return None if is_verb else place  # a criminal guards the door
        if token.kinds[:1] != "j" or "p" in token.kinds or token.lower == "little":
            return None
    return None


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands behind the plural that it may describe."""
    if at + 1 >= len(tokens):
        token = tokens[at]
        return token.block.text[token.end : token.end + 1] not in tuple("-’'/“\"")
    behind = tokens[at + 1]
    if behind.gap != " ":
        return behind.gap[:1] in (".", ";", ":", "!", "?", ")", "—")
    if behind.is_capitalised or behind.is_opaque:
        return False
    return behind.is_adverb or behind.lower in words("prepositions") | _FINITE | _AFTER


def _is_only_plural(token: Token) -> bool:
    kinds = token.kinds
    return "p" in kinds and not set("sjgnr") & set(kinds) and token.lower.endswith("s")

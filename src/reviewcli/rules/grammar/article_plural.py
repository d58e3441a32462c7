from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.reading.tagging.tokens import Token

_ARTICLES = frozenset(["a", "an"])
# Behind these “a” goes with a plural: a few, a good many, a mere two films.
_COUNTS = frozenset("few many dozen hundred thousand million mere further additional couple".split())
_FINITE = frozenset("is are was were has have had will would can could do does did".split())
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
        from reviewcli.reading.tagging import tagged
        from reviewcli.reading.tagging.forms import singular

        for tokens in tagged(doc):
            for at, token in enumerate(tokens):
                if token.lower not in _ARTICLES or (token.text == "A" and at):
                    continue
                noun = _plural(tokens, at)
                if noun is None:
                    continue
                block, first = token.block, tokens[at + 1]
                one = singular(noun.lower)
                described = block.text[first.start : noun.start]
                replacements = (
                    [f"{token.text}{block.text[token.end : first.start]}{described}{one}"] if one else []
                )
                if token.text[0].islower():
                    replacements.append(f"{described}{noun.text}")
                yield self.found(
                    Passage(block, token.start, noun.end),
                    f"“{token.text}” goes with one, and “{noun.text}” is more than one.",
                    replacements=replacements,
                )


def _plural(tokens: Sequence[Token], at: int) -> Token | None:
    """The plural that an article and at most two adjectives stand before, with nothing more to describe behind."""
    from reviewcli.reading.tagging.words import words

    for noun_at in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[noun_at]
        if token.gap != " " or token.is_capitalised or token.is_opaque or token.lower in _COUNTS:
            return None
        if _is_only_plural(token):
            if "z" in token.kinds and noun_at > at + 1 and "s" in tokens[noun_at - 1].kinds:
                return None  # a criminal guards the door
            break
        if token.kinds[:1] != "j" or "p" in token.kinds or token.lower == "little":
            return None
    else:
        return None
    if token.lower in words("singular in s") | words("invariant") | words("units") | _ONE:
        return None
    if noun_at + 1 >= len(tokens):
        following = token.block.text[token.end : token.end + 1]
        return token if following not in "-’'/“\"" or not following else None
    behind = tokens[noun_at + 1]
    if behind.gap != " ":
        return token if behind.gap[:1] in (".", ";", ":", "!", "?", ")", "—") else None
    if behind.is_capitalised or behind.is_opaque:
        return None
    is_over = behind.is_adverb or behind.lower in words("prepositions") | _FINITE | _AFTER
    return token if is_over else None


_ONE = frozenset(
    """links innings corps chassis series species news hiss dais lens summons menopause means barracks gallows
    kudos bellows pants glasses pliers scissors tweezers shorts trousers jeans ways odds ends brains classics
    nuts guts balls bones legs teeth thanks goods laughs""".split()
)


def _is_only_plural(token: Token) -> bool:
    kinds = token.kinds
    return "p" in kinds and not set("sjgnr") & set(kinds) and token.lower.endswith("s")

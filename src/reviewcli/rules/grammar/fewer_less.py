from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.reading.tagging.tokens import Token

_SMALL_WORDS = frozenset("much no or even is was one far none little ever any".split())


class FewerLess(Rule, frozen=True):
    """“Less” before things that can be counted, “fewer” before what cannot.

    “less scenes” reads as a slip to most editors; “fewer money” to all. Amounts keep “less”: less than ten minutes,
    ten dollars less.
    """

    bad = (
        Bad("It has «less» jokes and «less» characters than the first."),
        Bad("With «fewer» money he made more."),
        Bad("He was «fewer» interested in plot, and it is «fewer» of a problem."),
        Bad("«Less» people saw it. There is «less» shots of the camp."),
    )
    good = (
        "Less than ten minutes, no less, and less is more. More or less actors.",
        "He cannot drive, much less cars like these. One less problem. Even less things.",
        "It is less films than sermons. Less politics, less news, fewer minutes and less hours.",
        "Less scary scenes and less known actors. It matters less. It less needs a plot.",
        "Fewer than ten, no fewer than ten, and fewer interesting men. Fewer of the best, and fewer still.",
        "Fewer music videos. Less sports talk and less clothes shopping.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.tagging import tagged
        from reviewcli.reading.tagging.forms import like

        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                token, noun = tokens[at], tokens[at + 1]
                if noun.gap != " " or noun.is_capitalised:
                    continue
                if token.lower == "less" and _counts_wrongly(tokens, at):
                    other, what = like("fewer", token.text), "can be counted"
                elif token.lower == "fewer" and (_is_mass(tokens, at) or _grades(tokens, at)):
                    other, what = like("less", token.text), "cannot be counted"
                else:
                    continue
                yield self.found(token, f"“{noun.text}” {what}. Write “{other}”.", replacements=[other])


def _counts_wrongly(tokens: Sequence[Token], at: int) -> bool:
    from reviewcli.reading.tagging.words import words

    noun = tokens[at + 1]
    if not (noun.kinds[:1] == "p" and "s" not in noun.kinds):
        return noun.lower == "people"
    if noun.lower in words("singular in s") | words("units"):
        return False
    there = at > 1 and tokens[at - 2].lower == "there" and tokens[at - 1].lower in ("is", "was")
    if (
        at
        and not there
        and tokens[at].gap == " "
        and (tokens[at - 1].lower in _SMALL_WORDS or tokens[at - 1].is_adverb)
    ):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is None or after.gap != " ":
        return True
    if after.kinds[:1] in ("s", "p") or after.is_capitalised or after.is_opaque:
        return False
    # “less films than sermons” weighs one word against another; “fewer characters than the first” counts.
    if after.lower == "than":
        return at + 3 < len(tokens) and tokens[at + 3].lower in words("determiners") - {"a", "an"}
    return True


def _grades(tokens: Sequence[Token], at: int) -> bool:
    """Whether “fewer” stands before what has degrees: fewer interesting than, fewer of a problem, fewer so."""
    following = tokens[at + 1]
    after = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].gap == " " else None
    if following.lower == "of":
        return after is not None and after.lower in ("a", "an", "it")
    if following.lower in ("so", "a", "an", "about", "like", "is"):
        return True
    if following.kinds[:1] not in ("j", "n", "r") or set("sp") & set(following.kinds):
        return False
    return after is None or after.lower in _AFTER | {
        "in",
        "with",
        "of",
        "about",
        "at",
        "by",
        "for",
        "as",
        "if",
    }


def _is_mass(tokens: Sequence[Token], at: int) -> bool:
    from reviewcli.reading.tagging.words import words

    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if tokens[at + 1].lower not in words("mass") | {"time"}:
        return False
    if after is None or after.gap != " ":
        return True
    return after.lower in words("prepositions") or after.lower in _AFTER


_AFTER = frozenset(
    "and or but that who which to is are was were has have had it he she they we i you the than".split()
)

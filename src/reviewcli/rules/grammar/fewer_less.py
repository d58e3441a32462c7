from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.grammar._amounts import misplaced

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
        for token, message, right in misplaced(doc, "less", _counts_wrongly, "fewer", _is_mass_or_grades):
            yield self.found(token, message, replacements=[right])


def _is_mass_or_grades(tokens: Sequence[Token], at: int) -> bool:
    return _is_mass(tokens, at) or _grades(tokens, at)


def _counts_wrongly(tokens: Sequence[Token], at: int) -> bool:
    noun = tokens[at + 1]
    if not (noun.kinds[:1] == "p" and "s" not in noun.kinds):
        return noun.lower == "people"
    if noun.lower in words("singular in s") | words("units"):
        return False
    before = word_before(tokens, at)
    there = at > 1 and tokens[at - 2].lower == "there" and tokens[at - 1].lower in ("is", "was")
    if before is not None and not there and (before.lower in _SMALL_WORDS or before.is_adverb):
        return False
    after = next_word(tokens, at + 1)
    if after is None:
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
    after = next_word(tokens, at + 1)
    if following.lower == "of":
        return after is not None and after.lower in ("a", "an", "it")
    if following.lower in ("so", "a", "an", "about", "like", "is"):
        return True
    if following.kinds[:1] not in ("j", "n", "r") or set("sp") & set(following.kinds):
        return False
    return after is None or after.lower in _AFTER or after.lower in _AFTER_GRADED


def _is_mass(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at + 1].lower not in words("mass") | {"time"}:
        return False
    after = next_word(tokens, at + 1)
    return after is None or after.lower in words("prepositions") or after.lower in _AFTER


_AFTER_GRADED = frozenset("in with of about at by for as if".split())


_AFTER = frozenset(
    "and or but that who which to is are was were has have had it he she they we i you the than".split()
)

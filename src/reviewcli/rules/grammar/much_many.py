from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.reading.tagging.tokens import Token


class MuchMany(Rule, frozen=True):
    """“Much” before things that can be counted, “many” before what cannot.

    “much films”, “many information”.
    """

    bad = (
        Bad("It has too «much» characters and not «much» jokes."),
        Bad("There is «many» information and so «many» money in it."),
        Bad("He gives away «many» of the story, and it is «many» better than that."),
        Bad("«Much» scenes are set at night."),
    )
    good = (
        "Much needed laughs and a much loved actor; it has much to say, and much of it is true.",
        "Many music videos, many evidence bags, how many, and many more.",
        "Not so much jokes as sighs. He cannot act, much less actors of his kind. How much actors earn is known.",
        "It is much films like this that pay. He works as much nights as days.",
        "Much depends on it, much matters, and much stands in its way. Much news is bad. Pretty much films.",
        "Too much sports and politics; much series television.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.tagging import tagged
        from reviewcli.reading.tagging.forms import like

        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                token, noun = tokens[at], tokens[at + 1]
                if noun.gap != " " or noun.is_capitalised:
                    continue
                if token.lower == "much" and _counts_wrongly(tokens, at):
                    other, what = like("many", token.text), "can be counted"
                elif token.lower == "many" and (_is_mass(tokens, at) or _measures(tokens, at)):
                    other, what = like("much", token.text), "cannot be counted"
                else:
                    continue
                yield self.found(token, f"“{noun.text}” {what}. Write “{other}”.", replacements=[other])


def _counts_wrongly(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain plural follows, and no “as” or “like” turns the sentence."""
    from reviewcli.reading.tagging.words import words

    noun = tokens[at + 1]
    if not (noun.kinds[:1] == "p" and "s" not in noun.kinds) or noun.lower in words("singular in s"):
        return False
    before = tokens[at - 1].lower if at and tokens[at].gap == " " else ""
    if before in ("how", "as", "pretty", "very", "is", "was", "however"):
        return False
    if "z" in noun.kinds and before not in (
        "so",
        "too",
        "not",
        "with",
        "of",
        "in",
        "without",
        "has",
        "have",
        "had",
    ):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is not None and after.gap == " " and (after.kinds[:1] in ("s", "p") or after.is_capitalised):
        return False
    return not any(token.lower in ("as", "like") for token in tokens[at + 2 : at + 9])


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Whether “many” stands where a degree or a part of one thing is meant: many better, many of the film."""
    from reviewcli.reading.tagging.noun_phrases import ONE, noun_phrase
    from reviewcli.reading.tagging.words import words

    following = tokens[at + 1].lower
    after = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].gap == " " else None
    if following == "of" and after is not None and after.lower in ("the", "this", "that", "its", "it"):
        if after.lower == "it":
            return True
        phrase = noun_phrase(tokens, at + 2)
        if phrase is None or phrase.number != ONE or phrase.is_name or phrase.head.is_capitalised:
            return False
        return "b" not in phrase.head.kinds and phrase.head.lower not in words("collective")
    if following in (
        "better",
        "worse",
        "funnier",
        "stronger",
        "darker",
        "longer",
        "shorter",
        "larger",
        "bigger",
    ):
        return after is None or after.lower in ("than", "and", "in", "to", "as", "when") or after.is_adverb
    if following == "more" and after is not None:
        return after.lower.endswith("ly") and "j" not in after.kinds and "s" not in after.kinds
    return False


def _is_mass(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun that has no plural follows, and describes no other."""
    from reviewcli.reading.tagging.words import words

    if tokens[at + 1].lower not in words("mass"):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is None or after.gap != " ":
        return after is None or after.gap not in ("-", "/", "–")
    return after.lower in words("prepositions") or after.lower in _AFTER


_AFTER = frozenset(
    "and or but that who which to is are was were has have had it he she they we i you the".split()
)

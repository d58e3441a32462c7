from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.tagging.tokens import Token


class MuchMany(Rule, frozen=True):
    """“Much” before things that can be counted, “many” before what cannot.

    “much films”, “many information”.
    """

    bad = (
        Bad("It has too «much» characters and not «much» jokes."),
        Bad("There is «many» information and so «many» money in it."),
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
        from reviewcli.tagging import tagged
        from reviewcli.tagging.forms import like

        for tokens in tagged(doc):
            for at in range(len(tokens) - 1):
                token, noun = tokens[at], tokens[at + 1]
                if noun.gap != " " or noun.is_capitalised:
                    continue
                if token.lower == "much" and _counts_wrongly(tokens, at):
                    other, what = like("many", token.text), "can be counted"
                elif token.lower == "many" and _is_mass(tokens, at):
                    other, what = like("much", token.text), "cannot be counted"
                else:
                    continue
                yield self.found(
                    token, f"“{noun.text}” {what}. Write “{other}”.", replacements=[other]
                )


def _counts_wrongly(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain plural follows, and no “as” or “like” turns the sentence."""
    from reviewcli.tagging.words import words

    noun = tokens[at + 1]
    if not (noun.kinds[:1] == "p" and "s" not in noun.kinds) or noun.lower in words("singular in s"):
        return False
    before = tokens[at - 1].lower if at and tokens[at].gap == " " else ""
    if before in ("how", "as", "pretty", "very", "is", "was", "however"):
        return False
    if "z" in noun.kinds and before not in ("so", "too", "not", "with", "of", "in", "without", "has", "have", "had"):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is not None and after.gap == " " and (after.kinds[:1] in ("s", "p") or after.is_capitalised):
        return False
    return not any(token.lower in ("as", "like") for token in tokens[at + 2 : at + 9])


def _is_mass(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun that has no plural follows, and describes no other."""
    from reviewcli.tagging.words import words

    if tokens[at + 1].lower not in words("mass"):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is None or after.gap != " ":
        return after is None or after.gap not in ("-", "/", "–")
    return after.lower in words("prepositions") or after.lower in _AFTER


_AFTER = frozenset("and or but that who which to is are was were has have had it he she they we i you the".split())

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.noun_phrases import ONE, noun_phrase
from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.words import words
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.grammar._amounts import misplaced


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
        for token, message, right in misplaced(doc, "much", _counts_wrongly, "many", _is_mass_or_measures):
            yield self.found(token, message, replacements=[right])


def _is_mass_or_measures(tokens: Sequence[Token], at: int) -> bool:
    return _is_mass(tokens, at) or _measures(tokens, at)


def _counts_wrongly(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain plural follows, and no “as” or “like” turns the sentence."""
    noun = tokens[at + 1]
    if not (noun.kinds[:1] == "p" and "s" not in noun.kinds) or noun.lower in words("singular in s"):
        return False
    word = word_before(tokens, at)
    before = word.lower if word else ""
    if before in _OF_DEGREE or ("z" in noun.kinds and before not in _BEFORE_NOUN):
        return False
    after = next_word(tokens, at + 1)
    if after is not None and (after.kinds[:1] in ("s", "p") or after.is_capitalised):
        return False
    return not any(token.lower in ("as", "like") for token in tokens[at + 2 : at + 9])


_OF_DEGREE = frozenset("how as pretty very is was however".split())
_BEFORE_NOUN = frozenset("so too not with of in without has have had".split())


def _measures(tokens: Sequence[Token], at: int) -> bool:
    """Whether “many” stands where a degree or a part of one thing is meant: many better, many of the film."""
    following = tokens[at + 1].lower
    after = next_word(tokens, at + 1)
    if following == "of" and after is not None and after.lower in ("the", "this", "that", "its", "it"):
        if after.lower == "it":
            return True
        phrase = noun_phrase(tokens, at + 2)
        if phrase is None or phrase.number != ONE or phrase.is_name or phrase.head.is_capitalised:
            return False
        return "b" not in phrase.head.kinds and phrase.head.lower not in words("collective")
    if following in _COMPARED:
        return after is None or after.lower in ("than", "and", "in", "to", "as", "when") or after.is_adverb
    if following == "more" and after is not None:
        return after.lower.endswith("ly") and "j" not in after.kinds and "s" not in after.kinds
    return False


_COMPARED = frozenset("better worse funnier stronger darker longer shorter larger bigger".split())


def _is_mass(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun that has no plural follows, and describes no other."""
    if tokens[at + 1].lower not in words("mass"):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is None or after.gap != " ":
        return after is None or after.gap not in ("-", "/", "–")
    return after.lower in words("prepositions") or after.lower in _AFTER


_AFTER = frozenset(
    "and or but that who which to is are was were has have had it he she they we i you the".split()
)

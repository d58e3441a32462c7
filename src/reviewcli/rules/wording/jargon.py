from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.rules.wording._own_phrases import counted, own_phrases, plainer

_VESSELS = frozenset(
    "airship airships boat boats craft freighter galleon ship ships spaceship starship steamer submarine tanker "
    "trawler tugboat vessel vessels warship yacht crew voyage".split()
)

_FEWEST_DIFFERENT = 3  # one word again and again is the subject, not a way of speaking


class Jargon(Rule, frozen=True):
    """A word of the trade stands where a plain one would do.

    Nobody says “helmed” or “lensed” over dinner. Trade papers need short words for headlines; a review can say
    directed, shot, second film. Each word is told once. Words that most readers know by now (franchise, biopic,
    backstory) are told only where there are `least` of them, and not one again and again.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche",)
    bad = (
        Bad("She «helmed» two of the three."),
        Bad("His «sophomore effort» was «lensed by» a newcomer."),
        Bad("A «flick» full of «tropes»."),
    )
    good = (
        "She directed two of the three.",
        "The backstory of the franchise’s reboot is thin.",
        "The helm of the ship is gold.",
        "“It’s a flick,” he says.",
        "A cook can flick charcoal about and flick through a book, with a flick of the wrist.",
        "*Flick* is a series about a series.",
        "The franchise is old. The franchise is long. No franchise rests; a franchise sells.",
        "The airship is helmed by a madman.",
        "It avoids the trope of the last girl alive.",
        "She avoids the “final girl” trope.",
        "It ends on the oldest trope: she wakes.",
    )

    least: int = 4

    def check(self, doc: Document) -> Iterator[Finding]:
        told: set[str] = set()
        for match in own_phrases(doc, ("jargon",)):
            if match.pattern not in told and not _is_plain_here(match.passage):
                told.add(match.pattern)
                yield self.found(
                    match.passage, f"“{match.text}” is a word of the trade. {plainer(match)}".rstrip()
                )
        common = [match.passage for match in own_phrases(doc, ("trade",))]
        if len(common) >= self.least and len({word.text.lower() for word in common}) >= _FEWEST_DIFFERENT:
            words = f"{len(common)} words of the trade: {counted(common)}."
            yield self.found(common[0], f"{words} A reader who is not in it would say it plainer.")


def _is_plain_here(word: Passage) -> bool:
    """Whether it is the plain word after all: a ship is helmed, and a trope that is named hides nothing."""
    if word.text.lower().startswith("helm"):
        return any(each.lower in _VESSELS for each in word.sentence.words)
    if not word.text.lower().startswith("trope"):
        return False
    is_quoted = word.before.rstrip().endswith(("”", '"', "’", "'"))
    return (
        is_quoted or re.match(r" (?:of|where|that|in which|by which)\b|:| ?[—–]|--", word.after) is not None
    )

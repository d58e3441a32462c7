from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.wording._own_phrases import own_phrases, plainer


class Jargon(Rule, frozen=True):
    """A word of the trade stands where a plain one would do.

    Nobody says “helmed” or “lensed” over dinner. Trade papers need short words for headlines; a review can say
    directed, shot, second film. Each word is told once.
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
        "The helm of the ship is gold.",
        "“It’s a flick,” he says.",
        "*Reboot* is a series about a series.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        told: set[str] = set()
        for match in own_phrases(doc, ("jargon",)):
            if match.pattern not in told:
                told.add(match.pattern)
                word = match.text
                yield self.found(match.passage, f"“{word}” is a word of the trade. {plainer(match)}".rstrip())

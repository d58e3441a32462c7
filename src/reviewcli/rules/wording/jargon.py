from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.wording._own_phrases import counted, own_phrases, plainer


class Jargon(Rule, frozen=True):
    """A word of the trade stands where a plain one would do.

    Nobody says “helmed” or “lensed” over dinner. Trade papers need short words for headlines; a review can say
    directed, shot, second film. Each word is told once. Words that most
    readers know by now (franchise, biopic, backstory) are told only where there are `least` of them.
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
    )

    least: int = 4

    def check(self, doc: Document) -> Iterator[Finding]:
        told: set[str] = set()
        for match in own_phrases(doc, ("jargon",)):
            if match.pattern not in told:
                told.add(match.pattern)
                yield self.found(
                    match.passage, f"“{match.text}” is a word of the trade. {plainer(match)}".rstrip()
                )
        common = [match.passage for match in own_phrases(doc, ("trade",))]
        if len(common) >= self.least:
            words = f"{len(common)} words of the trade: {counted(common)}."
            yield self.found(common[0], f"{words} A reader who is not in it would say it plainer.")

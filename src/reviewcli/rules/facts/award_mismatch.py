from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Her
awards:
  - Academy Award, Best Original Screenplay, 2014, won
  - Golden Globe, Best Motion Picture, 2014, nominated
score: 4.5/5
"""


class AwardMismatch(Rule, frozen=True):
    """A prize is told otherwise than in the notes: for something else, or won instead of nominated.

    Prizes that the notes do not hold, those of people and of other works are left alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad(
            "It earned Jonze an Academy Award for «Best Director».",
            fixed="It earned Jonze an Academy Award for Best Original Screenplay.",
        ),
        Bad("It won the «Best Picture» Oscar.", fixed="It won the Best Original Screenplay Oscar."),
        Bad(
            "It «won» the Golden Globe for Best Motion Picture.",
            fixed="It was nominated for the Golden Globe for Best Motion Picture.",
        ),
    )
    good = (
        (
            "It won the Academy Award for Best Original Screenplay, an Oscar for original screenplay, the "
            "Oscar for screenplay."
        ),
        "It was nominated for a Golden Globe. It won a BAFTA for Best Score.",
        (
            "*Adaptation* won the Oscar for Best Supporting Actor. Oscar-winner Amy Smith is in it. It has "
            "not won the Oscar."
        ),
        Good("It won the Oscar for Best Picture.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "award"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: restaurant
title: The Net Loft
price: £58 a head with a carafe
"""


class PriceMismatch(Rule, frozen=True):
    """The price is not that of the notes.

    Only amounts that are said of the same thing are compared: a head with a head, three courses with three courses.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("We paid «£72» a head.", fixed="We paid £58 a head."),
        Bad("Dinner is «$58» per person.", fixed="Dinner is £58 per person."),
        Bad("It costs «48» pounds a head.", fixed="It costs 58 pounds a head."),
        Bad(
            "Three courses for «£30» are a bargain.",
            fixed="Three courses for £35 are a bargain.",
            notes="kind: restaurant\ntitle: The Net Loft\nprice: £35 for three courses\n",
        ),
    )
    good = (
        "It is £58 a head. The crab is £14, the wine £31 a bottle.",
        "At *Nine Oaks* it is £95 a head.",
        Good("We paid £72 a head.", notes="kind: restaurant\ntitle: The Net Loft\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "price"):
            yield found_claim(self, claim)

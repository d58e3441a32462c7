from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: book
title: My Brilliant Friend
publisher: Europa Editions
"""


class PublisherMismatch(Rule, frozen=True):
    """A house behind the work is not that of the notes: publisher, label, network, distributor, studio.

    “Published by”, “released on”, “distributed by”, “airs on”, “developed by”. What houses leave out is no
    difference: Faber is Faber & Faber, Sub Pop is Sub Pop Records.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad(
            "Published by «Faber», it found readers.", fixed="Published by Europa Editions, it found readers."
        ),
        Bad(
            "It was developed by «Team Cherry».",
            fixed="It was developed by Supergiant Games.",
            notes="kind: game\ntitle: Hades\ndevelopers: [Supergiant Games]\n",
        ),
        Bad(
            "The album was released on «Island Records».",
            fixed="The album was released on Reprise.",
            notes="kind: album\ntitle: Blue\nlabel: Reprise\n",
        ),
        Bad(
            "It airs on «HBO».",
            fixed="It airs on BBC Three.",
            notes="kind: series\ntitle: Fleabag\nnetwork: BBC Three\n",
        ),
    )
    good = (
        "Published by Europa, it found readers. It was published in May by Europa Editions.",
        "*Emma* was published by John Murray.",
        Good(
            "It airs on BBC Three, and was released on Friday.",
            notes="kind: series\ntitle: Fleabag\nnetwork: BBC Three\n",
        ),
        Good("Published by Faber, it found readers.", notes="kind: book\ntitle: My Brilliant Friend\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "maker"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Her
year: 2013
certificate: R
"""


class CertificateMismatch(Rule, frozen=True):
    """The certificate is not that of the notes.

    “Rated R”, “an R rating”, “a 15 certificate”, “this R-rated comedy” are read. Marks of one board are held
    against marks of the same board: notes with R say nothing of a 15.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("Rated «PG-13», it is one for grown-ups.", fixed="Rated R, it is one for grown-ups."),
        Bad("Its «PG-13» rating is a surprise.", fixed="Its R rating is a surprise."),
        Bad(
            "This «PG-13»-rated romance has no children in it.",
            fixed="This R-rated romance has no children in it.",
        ),
        Bad(
            "It carries a «12A» certificate.",
            fixed="It carries a 15 certificate.",
            notes="title: Her\ncertificate: R (US), 15 (UK)\n",
        ),
    )
    good = (
        "Rated R, it has an R rating. In Britain it has a 15 certificate. It was rated four stars, a G chord.",
        "*Up* is rated PG. It would have been rated PG-13 without the language. R-rated comedies are rare.",
        Good("Rated PG-13, it is one for grown-ups.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "certificate"):
            yield found_claim(self, claim)

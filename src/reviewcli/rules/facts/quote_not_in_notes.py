from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER_QUOTED


class QuoteNotInNotes(Rule, frozen=True):
    """A quotation is not as it stands in the notes.

    Lines quoted from memory come out nearly right, and readers know the line. A quotation that the notes do not hold
    at all is one to look up; notes without quotations say nothing.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = HER_QUOTED
    bad = (
        Bad(
            "Theodore says: “«I never loved anybody the way I loved you»”.",
            fixed="Theodore says: “I've never loved anyone the way I loved you”.",
        ),
        Bad("Theodore says: “«You are not a real person».”"),
    )
    good = (
        "Theodore says: “I’ve never loved anyone the way I loved you.” He says “hello”.",
        "“The way I loved you,” he says.",
        Good("Theodore says: “You are not a real person.”", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.notes is None or not doc.notes.quotes or not any(mark in doc.source for mark in "“\"‘«„'"):
            return
        yield from (found_claim(self, claim) for claim in contradicted(doc, "quote"))
        from reviewcli.reading.facts.quotes import quotations

        for quotation in quotations(doc):
            if quotation.noted is None and quotation.is_told:
                yield self.found(quotation.place, "The notes do not hold this quotation. Look it up.")

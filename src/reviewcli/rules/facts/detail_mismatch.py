from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: The Captain on the Stairs
context:
  - shot in Liège after the Paris money fell through
  - van Roey's grandfather drove a tram until 1936
"""


class DetailMismatch(Rule, frozen=True):
    """A place, or who is whose son, is told otherwise than in the point of the notes that the sentence tells.

    The sentence has to share two telling words with the point, and the notes may not know the other place at all.
    Relatives, seasons, days of the week and ranks are compared as well.
    """

    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad(
            "When the money fell through, they shot it in «Lille».",
            fixed="When the money fell through, they shot it in Liège.",
        ),
        Bad(
            "Van Roey's «father» drove a tram until 1936.",
            fixed="Van Roey's grandfather drove a tram until 1936.",
        ),
    )
    good = (
        "When the money fell through, they shot it in Liège. They met in Lille. His father saw it in March.",
        "They shot it in Liège, and in Lille nobody knew that the money fell through.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "detail"):
            yield found_claim(self, claim)

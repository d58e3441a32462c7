from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: The Captain on the Stairs
year: 1957
cast: [Solange Périn as Madame Tibeaut]
context:
  - shot in Liège in 23 days after the money fell through
  - 412 reels were found under a tailor's shop in Bantama
  - the pay is 2000 dollars a man
  - Fane was last seen here as Mother Courage in 2003
release: 1957-10-04
synopsis:
  - Madame Tibeaut, 58, a concierge, has not been paid since Easter
"""


class NumberMismatch(Rule, frozen=True):
    """A number or a date is told otherwise than in the notes: an age, a count, a length of time, a year, a month.

    Compared are numbers of the same unit where the sentence shares two telling words with the point, or the
    person's name with an age. Round numbers, “about” and “over” are taken as meant.
    """

    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("Madame Tibeaut is «forty-eight», and tired.", fixed="Madame Tibeaut is fifty-eight, and tired."),
        Bad(
            "When the money fell through, they shot it in Liège in «33» days.",
            fixed="When the money fell through, they shot it in Liège in 23 days.",
        ),
        Bad(
            "Under a tailor’s shop in Bantama somebody found reels, «four hundred and twenty» of them.",
            fixed="Under a tailor’s shop in Bantama somebody found reels, four hundred and twelve of them.",
        ),
        Bad("They pay «twenty thousand» dollars a head.", fixed="They pay two thousand dollars a head."),
        Bad("It came out on 4 «December».", fixed="It came out on 4 October."),
        Bad("Fane was Mother Courage in «2001».", fixed="Fane was Mother Courage in 2003."),
    )
    good = (
        "Madame Tibeaut is fifty-eight. They shot it in Liège in 23 days, and the money fell through in 1955.",
        "It came out in October, on the 4th. On 6 December I was ill. He came out in May.",
        "Madame Tibeaut has three cats. Liège was cold for 30 days. Her neighbour is seventy.",
        "When the money fell through, they shot it in Liège in about 25 days.",
        "Under a tailor’s shop in Bantama they found four hundred reels, and paid two thousand dollars.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "number"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER


class RuntimeMismatch(Rule, frozen=True):
    """The running time is not that of the notes.

    Minutes within three and hours in round numbers within ten are right; "about" and "nearly" are taken as meant.
    Times within the work, versions of their own (`version` in the notes) and other works are left alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = HER
    bad = (
        Bad(
            "At «104» minutes, the film asks for patience.",
            fixed="At 126 minutes, the film asks for patience.",
        ),
        Bad(
            "Its «104»-minute running time passes quickly.",
            fixed="Its 126-minute running time passes quickly.",
        ),
        Bad("The film runs «one hour and forty minutes».", fixed="The film runs two hours and six minutes."),
        Bad("It clocks in at «1h 44m».", fixed="It clocks in at 2h 6m."),
        Bad("It lasts «ninety» minutes.", fixed="It lasts 126 minutes."),
        Bad("*Her* is a «three-hour» film.", fixed="*Her* is a 126-minute film."),
    )
    good = (
        "It runs 126 minutes, a two-hour film, some 125 minutes, just over two hours, 2h 6m.",
        "Ninety minutes in, it drags. The first forty minutes fly. Twenty minutes later he calls.",
        "There is a ten-minute sequence on a beach. It runs 20 minutes too long.",
        "The director’s cut runs 150 minutes.",
        "They talk for 104 minutes. *Being John Malkovich* runs 113 minutes.",
        "The censor took 8 or 9 minutes off its length.",
        Good("At 104 minutes, the film asks for patience.", notes="title: Her\n"),
        Good(
            "At 104 minutes, the film asks for patience.",
            notes="title: Her\nruntime: 126\nversion: director's cut\n",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "runtime"):
            yield found_claim(self, claim)

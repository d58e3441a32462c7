from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: game
title: Hades
hours_played: 40
"""


class HoursMismatch(Rule, frozen=True):
    """The hours that the critic played are not those of the notes.

    “I played for 40 hours”, “my 40 hours”, “it took me 40 hours”. “After ten hours” is a point on the way, and wrong
    only if it lies behind the last one.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("I played it for «60» hours.", fixed="I played it for 40 hours."),
        Bad("My «twenty» hours with it flew by.", fixed="My forty hours with it flew by."),
        Bad("It took me «25» hours.", fixed="It took me 40 hours."),
        Bad("After «fifty» hours I had seen it all.", fixed="After forty hours I had seen it all."),
    )
    good = (
        (
            "I played for 40 hours. After ten hours it opens up. My first ten hours were slow. I spent"
            " over 35 hours in it."
        ),
        "It is open 24 hours. I spent 100 hours in *Dead Cells*. The shop shuts at 18 hours.",
        Good("I played it for 60 hours.", notes="kind: game\ntitle: Hades\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "hours"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: game
title: Hades
platforms: [Switch, PC]
"""


class PlatformMismatch(Rule, frozen=True):
    """The game is said to run, or to have been played, on something that the notes do not have.

    The platforms of the notes stand in no order. PlayStation 5 and PS5, PC, Windows and Steam are one.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("I played it on «PS5»."),
        Bad(
            "I played it on «PS5».",
            fixed="I played it on Switch.",
            notes="kind: game\ntitle: Hades\nplatforms: Switch\n",
        ),
        Bad("The «PS4» version drops frames."),
        Bad("It is out on «Xbox Series X» and PC."),
    )
    good = (
        "We finished *Hades* on a PC.",
        "I played it on the Nintendo Switch. It is out on Switch and PC. The PC version is fine. I switch it on.",
        "*Bloodborne* is a PS4 exclusive. It would be fun on PS5.",
        Good("I played it on PS5.", notes="kind: game\ntitle: Hades\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "platform"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER


class NameUnknownCredit(Rule, frozen=True):
    """A part or a credit goes to somebody whom the notes do not know.

    The notes fill the part or the job with somebody else, so the name is wrong, or the notes are not complete.
    """

    needs_notes = True
    example_notes = HER
    bad = (
        Bad(
            "Theodore Twombly («Tom Hanks») writes letters.",
            fixed="Theodore Twombly (Joaquin Phoenix) writes letters.",
        ),
        Bad(
            "«Warren Ellis» makes the album alone.",
            fixed="Nick Cave makes the album alone.",
            notes="kind: album\ntitle: Ghosteen\nartists: Nick Cave\n",
        ),
        Bad("«Emma Stone» plays Samantha.", fixed="Scarlett Johansson plays Samantha."),
        Bad("Shot by «Roger Deakins», it is peach.", fixed="Shot by Hoyte van Hoytema, it is peach."),
        Bad("The screenplay by «Ann Lee» jokes.", fixed="The screenplay by Spike Jonze jokes."),
    )
    good = (
        (
            "Theodore Twombly (Joaquin Phoenix), Samantha (Scarlet Johanson). A neighbour (Emma Stone). "
            "Edited by Ann Lee."
        ),
        "*Alien*, shot by Derek Vanlint, is darker. In another version Emma Stone plays Samantha.",
        Good("Theodore Twombly (Tom Hanks) writes letters.", notes="title: Her\ncast: [Joaquin Phoenix]\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for kind in ("role", "credit"):
            for claim in contradicted(doc, kind):
                if claim.unknown:
                    yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER


class RoleActorMismatch(Rule, frozen=True):
    """An actor of the notes is paired with another's character.

    Compared are “Theodore (Joaquin Phoenix)”, “Phoenix plays Theodore”, “Theodore is played by Phoenix”,
    “Phoenix as Theodore” and “Phoenix’s Theodore”. A trade is no character: “a neighbour (Amy Adams)” is right.
    A word that the points of the notes tell of one person alone is a suggestion beside another: “Bimba, the mason”.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = HER
    bad = (
        Bad(
            "Here is «Bimba», the mason.",
            fixed="Here is Luigi, the mason.",
            notes="title: Wages\ncast: [Folco Lulli as Luigi, Peter van Eyck as Bimba]\n"
            "performances: {Folco Lulli: a mason with cement in his lungs}\n",
        ),
        Bad(
            "Theodore Twombly («Amy Adams») writes letters.",
            fixed="Theodore Twombly (Joaquin Phoenix) writes letters.",
        ),
        Bad(
            "Samantha (voiced by «Amy Adams») laughs.",
            fixed="Samantha (voiced by Scarlett Johansson) laughs.",
        ),
        Bad(
            "«Rooney Mara» plays Samantha with a straight face.",
            fixed="Scarlett Johansson plays Samantha with a straight face.",
        ),
        Bad(
            "Catherine is portrayed by «Scarlett Johansson».", fixed="Catherine is portrayed by Rooney Mara."
        ),
        Bad("«Adams», cast as Theodore, is good.", fixed="Phoenix, cast as Theodore, is good."),
        Bad("«Joaquin Phoenix» stars as Samantha.", fixed="Scarlett Johansson stars as Samantha."),
        Bad("«Phoenix»’s Samantha is a voice.", fixed="Johansson’s Samantha is a voice."),
        Bad(
            "«Joaquin Phoenix» gives his best, portraying the lonely Catherine.",
            fixed="Rooney Mara gives his best, portraying the lonely Catherine.",
        ),
    )
    good = (
        "Theodore (Joaquin Phoenix), Samantha (voiced by Scarlett Johansson), Amy Adams as Theodore’s friend Amy.",
        "A neighbour (Amy Adams), Theodore’s wife (Rooney Mara), a date (Olivia Wilde),",
        "Theodore and his wife (Rooney Mara).",
        "Adams plays a friend of Theodore. Mara plays opposite Theodore. Phoenix is as good as Samantha is.",
        "Rooney Mara was originally cast as Samantha. “Amy Adams plays Samantha,” says the poster.",
        "Phoenix plays a Samantha fan. Phoenix is Samantha’s friend. Adams played Samantha on stage.",
        Good("Theodore (Amy Adams) writes letters.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "role"):
            if not claim.unknown:
                yield found_claim(self, claim)

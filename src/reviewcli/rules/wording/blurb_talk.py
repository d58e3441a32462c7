from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases


class BlurbTalk(Rule, frozen=True):
    """The review talks like a poster.

    “A thrill ride”, “jaw-dropping”, “must-see”: words that advertisements lift, and that say what a seller would
    say. A review tells what happened on the screen and what it did to one person who watched.
    """

    instead_of = ("cliche",)
    bad = (
        Bad("It is a «white-knuckle thriller» and a «must-see»."),
        Bad("The last race is «jaw-dropping»."),
        Bad("An «action-packed» sequel that is «fun for the whole family»."),
    )
    good = (
        "I let go of the armrest when the lift stopped.",
        "The poster says “an edge-of-your-seat thrill ride”.",
        "He plays the roller in a coaster factory.",
        "*Wild Ride* is its first film.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("blurb",)):
            yield self.found(
                match.passage,
                f"“{match.text}” is a poster’s word. Say what happened, and what it did to you.",
            )

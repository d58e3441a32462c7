from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases

# It is denied, wished for, or meant only.
_NOT_CLAIMED = (
    r"(?:\b(?:would|could|might|should|meant|order|trying|tries|try|fails?|hopes?|not|never|rarely|if)\b|n['’]t\b)"
    r"[^.;,]{0,25}$"
)


class TellsReader(Rule, frozen=True):
    """The reader is told what they will feel.

    “You’ll laugh, you’ll cry”: nobody knows that. What you felt, and at which moment, is a fact, and lets the reader
    judge whether it would work on them too.
    """

    instead_of = ("cliche",)
    bad = (
        Bad("«You’ll laugh, you’ll cry»."),
        Bad("A thriller that «will have you on the edge» of your chair."),
        Bad("The plot «keeps audiences guessing»."),
        Bad("«Fans of the genre will love» it."),
    )
    good = (
        "I laughed twice, both times at the video game.",
        "You will need a strong stomach for the second reel.",
        "“You’ll laugh, you’ll cry,” said the poster.",
        "You can see it at the Rex until Sunday.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("reader",)):
            if re.search(_NOT_CLAIMED, match.passage.before, re.IGNORECASE):
                continue
            yield self.found(
                match.passage,
                f"“{match.text}” promises a feeling. Say what you felt, and where.",
            )

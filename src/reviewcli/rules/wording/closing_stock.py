from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Sentence
from reviewcli.rules.wording._own_phrases import own_phrases

_CLOSING = ("closing", "superlative", "blurb", "reader", "oscar", "recommendation", "filler")

# What the work is not, or would have been.
_NOT_SAID = (
    r"(?:\b(?:no|not|never|hardly|neither|nor|without|lacks?|less|rather than|instead of|(?:would|could|might) have)"
    r"|n['’]t)\b[^.;:,]*$"
)


class ClosingStock(Rule, frozen=True):
    """The last sentence is one that could close any review.

    It is the one that readers take with them. “Lingers long after the credits roll” lingers no longer than the next
    review; an image, a fact or a plain word on who should see it does.
    """

    instead_of = ("cliche", "blurb-talk", "tells-reader", "oscar-talk")
    bad = (
        Bad("He walks home. It is a film that «lingers long after the credits roll»."),
        Bad("See it. *Her* is a «must-see».\n\n**4/5**"),
    )
    good = (
        "I walked home instead of taking the train.",
        "It lingers long after the credits roll. I walked home.",
        "It ends on the poster’s own words: “a must-see”.",
        "It isn’t quite a must-see.",
        "A tighter cut would have gone far toward making it a nail-biter.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        last = _last_sentence(doc)
        if last is None:
            return
        stock = [
            match
            for match in own_phrases(doc, _CLOSING)
            if match.passage.block is last.block
            and match.passage.start >= last.start
            and not re.search(_NOT_SAID, match.passage.before)
        ]
        if stock:
            match = min(stock, key=lambda match: _CLOSING.index(match.category))
            yield self.found(
                match.passage,
                f"“{match.text}” could close any review. End on an image or a fact of this work.",
            )


def _last_sentence(doc: Document) -> Sentence | None:
    """The last sentence that is the review's own and no score."""
    for block in reversed(doc.prose[-4:]):
        last = block.sentences[-1]
        if not block.in_quote and any(word.text.islower() and len(word.text) > 3 for word in last.words):
            return last
    return None

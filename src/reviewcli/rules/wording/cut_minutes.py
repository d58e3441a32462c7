from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.wording._evidence import after
from reviewcli.rules.wording._own_phrases import own_phrases

_WHICH = (
    r"\b(?:which|where|when|whenever|scenes?|subplots?|sequences?|montages?|chases?|flashbacks?|speech(?:es)?|detours?"
    r"|digressions?|chapters?|romance|ending|epilogue|prologue|ballroom|songs?|numbers?|(?:first|second|third|middle|last)"
    r" (?:act|hour|half|third|reel)|middle|finale|trip|stretch)\b|[:;]"
)


class CutMinutes(Rule, frozen=True):
    """So many minutes are too many, and the review does not say which.

    “Twenty minutes too long” can be said of any film that bored somebody. Name the part that you would cut: that
    is criticism, and its maker can argue with it.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche",)
    bad = (
        Bad("It is «twenty minutes too long»."),
        Bad("The film «could easily lose fifteen minutes»."),
    )
    good = (
        "It is twenty minutes too long, most of them in the subplot of the uncle.",
        "It could lose twenty minutes: the chase, and both weddings.",
        "It runs 120 minutes. She waits twenty minutes too long at the station when he leaves.",
        "At 146 minutes it feels 20 minutes shorter.",
        "The cut is 20 minutes longer than the one of 1982.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("minutes",)):
            here = match.passage.sentence
            following = after(here)
            if not re.search(_WHICH, here.text) and not (following and re.search(_WHICH, following.text)):
                yield self.found(match.passage, f"“{match.text}”: which? Name the part that you would cut.")

from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.wording._own_phrases import own_phrases
from reviewcli.rules.wording._rates import is_dense


class ParticipleTail(Rule, frozen=True):
    """Sentences end on a comment that hangs behind a comma: “…, highlighting the theme of loss”.

    The tail explains what the sentence has just shown, or claims what it has not. Stop before the comma; if the
    tail holds the point, make it a sentence with a subject. One or two are nothing: it speaks from `fewest` tails
    and `rate` in a thousand words on, and warns at twice that rate.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "The score drops out«, highlighting» his fear. She sings«, offering» a glimpse of hope. It ends in the "
            "rain«, underscoring» the loss."
        ),
        Bad("He leaves the house«, thereby creating» a mood.", options={"fewest": 1}),
    )
    good = (
        "The score drops out, highlighting his fear.",
        Good(
            "Creating a mood, he waits. He sat, offering a hand, and she took it. It cut, weaving, singing.",
            options={"fewest": 1},
        ),
        Good("Adams, just divorced, befriends her own program.", options={"fewest": 1}),
        Good("“It sings, offering hope.”", options={"fewest": 1}),
    )

    fewest: int = 3
    rate: float = 5.0

    def check(self, doc: Document) -> Iterator[Finding]:
        tails = [
            match.passage for match in own_phrases(doc, {"participle"}) if _ends_its_sentence(match.passage)
        ]
        if not is_dense(len(tails), doc, self.fewest, self.rate):
            return
        severity = Severity.WARNING if is_dense(len(tails), doc, self.fewest, 2 * self.rate) else None
        for tail in tails:
            word = tail.text.split()[0]
            place = Passage(tail.block, tail.block.text.rindex(",", 0, tail.start), tail.end)
            told = f"“, {word} …” is one of {len(tails)} such tails here. Stop at the comma, or make it a sentence."
            yield self.found(place, told, severity=severity)


def _ends_its_sentence(tail: Passage) -> bool:
    """Whether a main clause stands before it and none behind it."""
    text, sentence = tail.block.text, tail.sentence
    before = text[max(sentence.start, tail.start - _NEAR) : tail.start].rstrip(" ,\n").split()
    after = text[tail.end : min(sentence.end, tail.end + _NEAR)]
    is_clause = len(before) >= (6 if before and before[0].lower() in _OPENERS else 2)
    if not is_clause or before[-1].endswith("ing"):
        return False
    return not re.search(
        r"[,;—–-] ?(?:and )?(?:he|she|it|they|we|I|you|the|this|there|but|which|who|\w+ing)\b", after
    )


_NEAR = 200  # letters on either side: enough for a clause
_OPENERS = frozenset("by in from with while when after before despite".split())

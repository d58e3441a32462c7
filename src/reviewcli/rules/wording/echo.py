from __future__ import annotations

import itertools

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.wording._repetition import Occurrence, judges, occurrences, own


class Echo(Rule, frozen=True):
    """A word that praises or blames comes again before the reader has forgotten it.

    A “haunting” score and, three lines on, a “haunting” turn: the second takes from the first, and neither is said
    exactly. Keep the word where it is truest. A word repeated within one sentence is taken as meant.
    """

    bad = (
        Bad("The score is haunting, and it stops too soon. Adams gives a «haunting» turn."),
        Bad("It is a brilliant idea. He waits in the rain.\n\nA «brilliant» joke follows."),
    )
    good = (
        "It is haunting, haunting as few are.",
        "The score is haunting. “A haunting turn,” says the poster of *The Haunting Hour*.",
        Good(
            "The score is haunting. He waits in the rain. Adams gives a haunting turn.",
            options={"distance": 8},
        ),
        "It is a good film. He is good in it, and the score is good.",
        "It is as clever as it has to be. It is as clever as its thief.",
    )

    distance: int = 50

    def check(self, doc: Document) -> Iterator[Finding]:
        for text, found in occurrences(doc).items():
            if len(found) > 1 and judges(text):
                mine = own(found, doc)
                for first, second in itertools.pairwise(mine):
                    if second.at - first.at <= self.distance and not _is_meant(first, second):
                        told = f"“{second.word.text}” stands {second.at - first.at} words before as well. "
                        yield self.found(
                            second.word, f"{told}Keep it where it is truest, and say the other thing exactly."
                        )


def _is_meant(first: Occurrence, second: Occurrence) -> bool:
    """Whether the words come again on purpose: in one sentence, or with the same word before both."""
    one, two = first.word, second.word
    if one.sentence == two.sentence:
        return True
    before = [
        word.block.text[max(word.start - 40, 0) : word.start].lower().split()[-2:] for word in (one, two)
    ]
    return len(before[0]) == 2 and before[0] == before[1]

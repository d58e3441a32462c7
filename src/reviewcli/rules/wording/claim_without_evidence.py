from __future__ import annotations

import re

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.wording._evidence import shows
from reviewcli.rules.wording._praise import PRAISE

_JUDGING = (PRAISE - {"capable", "competent", "fine", "effective", "commanding"}) | frozenset(
    "beautiful gorgeous touching moving poignant hilarious funny witty clever smart thrilling exciting "
    "original fresh inventive stylish atmospheric visceral immersive fascinating bad awful terrible "
    "horrible dreadful boring dull tedious bland weak poor lazy clumsy silly ridiculous forgettable "
    "mediocre predictable derivative uninspired disappointing uneven overlong lifeless hollow flat "
    "shallow unconvincing profound beautifully brilliantly perfectly masterfully superbly wonderfully "
    "seamlessly amazingly thought-provoking well-written well-acted".split()
)


class ClaimWithoutEvidence(Rule, frozen=True):
    """A paragraph judges and judges, and shows nothing.

    `least` judging words and no scene, quotation, time or reason: the reader must take your word for it. One moment,
    told in a sentence, carries more than three adjectives.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«The acting is superb.» The script is witty, and the sets are gorgeous."),
        Bad("It runs long. «A dull start leads to a tedious middle.» The end is predictable."),
    )
    good = (
        "The acting is superb and witty, and gorgeous when the lamp goes out and she says “no”.",
        "The acting is superb. The script is by Jane Doe.",
        "The fine was good money in 1920. The great Lakes froze.",
        "> The acting is superb, the script witty, the sets gorgeous.",
    )

    least: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            judging = [word for word in block.words if word.lower in _JUDGING]
            if len(judging) >= self.least and not block.in_quote and not _shows_something(block):
                told = ", ".join(f"“{word.text}”" for word in judging[:5])
                yield self.found(
                    judging[0].sentence,
                    f"{len(judging)} judging words in this paragraph and no moment that shows one: {told}. Tell one.",
                )


def _shows_something(block: Block) -> bool:
    return bool(re.search(r"[“\":]|\d|\bbecause\b|\blike a\b", block.text)) or any(
        shows(each) for each in block.sentences
    )

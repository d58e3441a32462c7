from __future__ import annotations

import re

from reviewcli.reading.outline import outline_of
from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Rule, Severity, Word
from reviewcli.rules.wording._evidence import shows
from reviewcli.rules.wording._praise import PRAISE

_JUDGING = (
    PRAISE - {"capable", "competent", "fine", "effective", "commanding", "dynamite", "killer"}
) | frozenset(
    "beautiful gorgeous touching moving poignant hilarious funny witty clever smart thrilling exciting "
    "original fresh inventive stylish atmospheric visceral immersive fascinating bad awful terrible "
    "horrible dreadful boring dull tedious bland weak poor lazy clumsy silly ridiculous forgettable "
    "mediocre predictable derivative uninspired disappointing uneven overlong lifeless hollow flat "
    "shallow unconvincing profound beautifully brilliantly perfectly masterfully superbly wonderfully "
    "seamlessly amazingly thought-provoking well-written well-acted".split()
)

_TELLS = 0.8  # how sure it must be that a sentence tells what happens


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
        "Mark Strong is in it. Strong wears a wig, like Mr. Terrific and the cast of *The Great Escape*. It is dull.",
        "He dresses like a count, drives a hearse, and steals the amulet. It is bad, poor and silly.",
        "In the film’s centerpiece, a count steals it. It is bad, poor and silly.",
        "A count moving into the attic, a good idea, is driven out with garlic. It is silly.",
        "The original film has jokes good and bad. It is dull.",
        "It is a solid western with good acting and great songs.\n\nWhen the lamp goes out she says no to the sheriff.",
        "When the lamp goes out she says no.\n\nThe acting is superb. The script is witty, and the sets gorgeous.",
        "> The acting is superb, the script witty, the sets gorgeous.",
    )

    least: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            judging = self._judging(block)
            if judging and not block.in_quote and not _is_shown(block, doc):
                told = ", ".join(f"“{word.text}”" for word in judging[:5])
                yield self.found(
                    judging[0].sentence,
                    f"{len(judging)} judging words in this paragraph and no moment that shows one: {told}. Tell one.",
                )

    def _judging(self, block: Block) -> list[Word]:
        """The words of a paragraph that judge; none where they are few."""
        found = [word for word in block.words if word.lower in _JUDGING]
        if len(found) >= self.least:
            found = [word for word in found if not _is_plain(word)]
        return found if len(found) >= self.least else []


def _is_plain(word: Word) -> bool:
    """Whether it judges nothing: a name, the original of a remake, good and bad in one breath."""
    if word.is_emphasised or _is_name(word):
        return True
    before, behind = word.before[-12:], word.after[:12]
    if word.lower == "original":
        return re.search(r"(?:\b(?:the|its|his|her|their)|[’']s) $", before, re.IGNORECASE) is not None
    if word.lower == "moving":
        return (
            re.match(
                r" (?:in|into|out|on|to|toward|towards|through|from|away|around|along|up|down|back)\b",
                word.after,
            )
            is not None
        )
    if word.lower in ("good", "bad"):
        other = "bad" if word.lower == "good" else "good"
        pair = rf"^,? (?:and|or|nor) {other}\b", rf"\b{other},? (?:and|or|nor) $"
        return bool(re.search(pair[0], behind) or re.search(pair[1], before))
    return False


def _is_name(word: Word) -> bool:
    """Whether it is written with a capital in the middle of a sentence, here or elsewhere in its paragraph."""
    if not word.text[:1].isupper():
        return False
    return any(it.text == word.text and not it.opens_sentence for it in word.block.words)


def _is_shown(block: Block, doc: Document) -> bool:
    """Whether it, or the text that it opens or sums up, shows something or tells what happens.

    A first paragraph of one sentence announces what the next one tells, and the last one sums up.
    """
    if _shows_something(block) or any(
        each.plot > _TELLS
        for part in outline_of(doc).paragraphs
        if part.block is block
        for each in part.sentences
    ):
        return True
    prose = [each for each in doc.prose if not each.in_quote]
    place = next((n for n, each in enumerate(prose) if each is block), 0)
    if len(block.sentences) == 1 and place + 1 < len(prose):
        return _shows_something(prose[place + 1])
    return place == len(prose) - 1 and any(_shows_something(each) for each in prose[:place])


def _shows_something(block: Block) -> bool:
    return bool(re.search(r"[“\":]|\d|\bbecause\b|\blike a\b", block.text)) or any(
        shows(each) for each in block.sentences
    )

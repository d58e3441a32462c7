from __future__ import annotations

import itertools
import re

from reviewcli.document.sentence_words import abbreviation, opens_sentences
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Word


class SmallStart(Rule, frozen=True):
    """A sentence starts with a small letter.

    Where the stop before it may be an abbreviation's or an ellipsis, or the word a name that is written small,
    nothing is said.
    """

    bad = (
        Bad("The film is over. «the» lights go on.", fixed="The film is over. The lights go on."),
        Bad("Nobody moves. «it» was a farce.", fixed="Nobody moves. It was a farce."),
    )
    good = (
        "They own Apple Inc. and more. iPods play. e.e. cummings reads it.",
        "The film is over... the lights go on. Airplane! is one, *Help!* another.",
        "“Who is it?” she asks. He waits approx. two hours.",
        "They wrote to ed. for it. k.d. lang sings. bell hooks writes.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if not re.search(r"\. {1,2}[^\WA-Z]", block.text):
                continue
            for before, word in itertools.pairwise(block.words):
                if word.text[0].islower() and _opens(before, word):
                    right = word.text[0].upper() + word.text[1:]
                    yield self.found(word, f"A sentence starts small: “{right}”.", fix=right, safe=False)


def _opens(before: Word, word: Word) -> bool:
    """Whether a single full stop and a blank stand between a plain word and one that opens sentences."""
    text = word.block.text
    if text[before.end : word.start] not in {". ", ".  "} or not word.text.isalpha():
        return False
    last = before.text
    if len(last) < 3 or not last.isalpha() or not last.islower() or abbreviation(last) is not None:
        return False
    return opens_sentences(word.text[0].upper() + word.text[1:])

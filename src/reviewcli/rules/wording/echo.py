from __future__ import annotations

import itertools

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity, Word
from reviewcli.rules.wording._repetition import Occurrence, judges, occurrences, own


class Echo(Rule, frozen=True):
    """A word that praises or blames comes again before the reader has forgotten it.

    A “haunting” score and, three lines on, a “haunting” turn: the second takes from the first, and neither is said
    exactly. Keep the word where it is truest. A word that comes again at once, in the same sentence, or with “too”,
    “not” or “that” beside it is taken as meant.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "The score is haunting, and it stops too soon for what the last hour asks. Adams gives a «haunting» turn."
        ),
        Bad(
            "It is a brilliant plan. He waits in the rain for an hour and she goes.\n\nA «brilliant» joke follows."
        ),
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
        "It is a bewildering film that takes an hour to find its feet. The ending is bewildering too.",
        "The film is funny, and tedious for an hour in the middle of it. Funny, and never tedious, is the dog.",
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
    """Whether the words come again on purpose: at once, or in words that take up what was said."""
    one, two = first.word, second.word
    if second.at - first.at < _AT_ONCE or one.sentence == two.sentence:
        return True
    before, around = _words_before(one), _words_before(two)
    if len(before) > 1 and before[-2:] == around[-2:]:
        return True
    following = two.block.text[two.end : two.end + 5].lower()
    return (
        bool(_TAKES_UP.intersection(around))
        or any(word.endswith("n't") for word in around)
        or following[:4] == " too"
    )


_AT_ONCE = 14  # words
_TAKES_UP = frozenset(
    "not never no too such that those this these so as same again likewise less more than".split()
)


def _words_before(word: Word) -> list[str]:
    """The three words in front of it, in small letters."""
    text = word.block.text[max(word.start - 40, 0) : word.start].lower()
    return text.replace("’", "'").replace(",", " ").split()[-3:]

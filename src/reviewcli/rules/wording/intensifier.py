from __future__ import annotations

from bisect import bisect_left

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity, Word
from reviewcli.rules.wording._own_phrases import counted, own_phrases

_STRONG = frozenset(
    "moving unforgettable memorable unique perfect brilliant stunning beautiful hilarious terrifying "
    "horrifying amazing incredible fantastic wonderful excellent superb great awful terrible horrible dreadful "
    "captivating compelling gripping riveting mesmerizing breathtaking heartbreaking heartwarming devastating "
    "touching affecting poignant powerful profound impressive remarkable extraordinary exceptional original "
    "masterful disturbing unsettling entertaining enjoyable magnificent marvelous marvellous fascinating "
    "exhausted thrilling magical special".split()
)


class Intensifier(Rule, frozen=True):
    """A strong word is made stronger, or “very” and its kin are everywhere.

    “Deeply moving” moves nobody more than “moving”. Cut the first word, then say what did it. Single ones are told
    only where more than `rate` in a thousand words are of that kind, `least` of them at the least.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche",)
    bad = (
        Bad("It is a «deeply moving» film with a «truly unforgettable» end."),
        Bad(
            "A «very» long walk, a really small town, and an extremely old man who is very tired and really hungry."
        ),
    )
    good = (
        "The last shot moved me: he keeps the umbrella closed.",
        "It is very long, and really good.",
        "“It is a deeply moving film,” says the poster.",
        "Deeply, he breathes. He is simply a brilliant boy’s father.",
    )

    rate: float = 8
    least: int = 5

    def check(self, doc: Document) -> Iterator[Finding]:
        single: list[Passage] = []
        for match in own_phrases(doc, ("intensifier",)):
            following = _next_word(match.passage)
            if following and following.lower in _STRONG and match.text.lower() != "simply":
                pair = Passage(match.passage.block, match.passage.start, following.end)
                told = f"“{following.text}” needs no “{match.text}”. Cut it, and say what made it so."
                yield self.found(pair, told)
            else:
                single.append(match.passage)
        if len(single) >= self.least and 1000 * len(single) > self.rate * len(doc.words):
            told = f"{len(single)} intensifiers in {len(doc.words)} words: {counted(single)}. Most can go."
            yield self.found(single[0], told)


def _next_word(passage: Passage) -> Word | None:
    words = passage.sentence.words
    at = bisect_left(words, passage.end, key=_start)
    return words[at] if at < len(words) and passage.block.text[passage.end : words[at].start] == " " else None


def _start(word: Word) -> int:
    return word.start

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.rules.wording._own_phrases import counted, own_phrases


class StockWord(Rule, frozen=True):
    """The adjectives of every review: gripping, nuanced, visceral, stunning.

    One of them does no harm. Twice the same, or more than `rate` in a thousand words (and `least` at the least), and
    the review could be of anything. Say what gripped.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche",)
    bad = (
        Bad("A gripping start leads to a «gripping» end."),
        Bad("A «taut», atmospheric thriller with a visceral chase."),
    )
    good = (
        "A gripping start leads to an end that I saw coming.",
        "“Gripping,” says the poster. “Riveting. Visceral. Taut.”",
        "The rope is taut, and she is sweeping the floor.",
    )

    rate: float = 5
    least: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        words: list[Passage] = []
        once: set[str] = set()
        for match in own_phrases(doc, ("word",)):
            words.append(match.passage)
            if match.pattern in once:
                told = f"“{match.text}” again, and it is a stock word of reviews. Say what made it so."
                yield self.found(match.passage, told)
            once.add(match.pattern)
        if len(once) >= self.least and 1000 * len(words) > self.rate * len(doc.words):
            told = f"{len(words)} stock words in {len(doc.words)}: {counted(words)}. Say what made it so."
            yield self.found(words[0], told)

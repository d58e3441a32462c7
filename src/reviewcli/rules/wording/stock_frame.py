from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases
from reviewcli.rules.wording._rates import is_dense


class StockFrame(Rule, frozen=True):
    """Sentences are frames into which any work fits: “adds layers of depth”, “the house becomes a character”.

    One of them is nothing; where they gather, a reader cannot tell this work from the last one. Nothing is said under
    `fewest` of them, or under `rate` in a thousand words, words of praise that come with them counted.
    """

    bad = (
        Bad(
            "Hardy «adds layers of» menace, and the score «elevates the» film. It «strikes a perfect balance», and the "
            "house «becomes a character»."
        ),
        Bad(
            "«The result is a» «gripping» read «from start to finish» that «works on many levels», and it is the "
            "«rare film that» «never fails to» move."
        ),
    )
    good = (
        "Hardy adds layers of paint to the wall, and the lift elevates the piano.",
        "It is a tale of love, loss and a very small dog.",
        "A gripping, compelling, stunning and riveting film.",
        Good("The house becomes a character. The result is a mess.", options={"fewest": 3}),
    )

    fewest: int = 3
    rate: float = 20.0

    def check(self, doc: Document) -> Iterator[Finding]:
        found = list(own_phrases(doc, {"frame", "frame-word"}))
        frames = sum(match.category == "frame" for match in found)
        if frames < self.fewest or not is_dense(len(found), doc, self.fewest, self.rate):
            return
        for match in found:
            phrase = " ".join(match.passage.text.split())
            yield self.found(
                match.passage,
                f"“{phrase}” fits any work, and so do {len(found) - 1} more here. Say what only this one does.",
            )

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.wording._own_phrases import own_phrases, plainer
from reviewcli.rules.wording._rates import is_dense

_PLAINER = "Say it in plain words, of this work alone."


class AiVocabulary(Rule, frozen=True):
    """Words that come unasked, to people and programs alike, gather in one text.

    Each is harmless by itself: “intricate” may be the word. Where several stand together the prose sounds like
    nobody's, and readers have learnt to stop there. It is a matter of craft and says nothing of who wrote it.
    Nothing is said under `fewest` such words or `rate` in a thousand, nor where all are plain words like “pivotal”.
    """

    instead_of = ("stock-word",)
    bad = (
        Bad("It «is a testament to» Ann Lee, who «delves into» grief, «seamlessly»."),
        Bad(
            "From a bare stage she builds a «rich tapestry». It «captures the essence of» a town, and it is "
            "«intricate»."
        ),
    )
    good = (
        "It is a testament to Ann Lee.",
        "The locks are intricate, and the heist is pivotal. The colours are vibrant.",
        "“A testament to love”, says the poster, that “delves into the soul” and “captures the essence of” it.",
        Good("He delves into a vibrant, intricate world.", options={"fewest": 4}),
    )

    fewest: int = 3
    rate: float = 4.0

    def check(self, doc: Document) -> Iterator[Finding]:
        found = list(own_phrases(doc, {"ai-tell", "ai-word"}))
        if not is_dense(len(found), doc, self.fewest, self.rate):
            return
        if all(match.category == "ai-word" for match in found):
            return
        for match in found:
            phrase = " ".join(match.passage.text.split())
            advice = plainer(match) or _PLAINER
            yield self.found(
                match.passage, f"“{phrase}” is one of {len(found)} words here that come unasked. {advice}"
            )

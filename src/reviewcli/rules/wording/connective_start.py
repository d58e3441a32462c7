from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Sentence, Severity
from reviewcli.rules.wording._rates import is_dense

_CONNECTIVES = (
    "moreover", "furthermore", "additionally", "in addition", "ultimately", "overall", "in conclusion", "notably",
    "importantly", "in essence", "consequently", "to conclude", "in summary", "to sum up", "what is more",
)  # fmt: skip


class ConnectiveStart(Rule, frozen=True):
    """Sentences are hung together by “Moreover”, “Additionally”, “Ultimately” at their heads.

    Where one thought leads to the next the reader follows without them; where it does not, they will not help.
    Leave the word out, or begin the sentence with what joins the two. One in a review is nothing, nor is “But”.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«Moreover,» the score is loud. It rains. «Overall,» it is long."),
        Bad("«In addition,» it rains.", options={"fewest": 1}),
    )
    good = (
        "Moreover, the score is loud. And it rains. But it is long. So it goes. However, it ends.",
        Good("Overalls are worn. Overall length is three hours.", options={"fewest": 1}),
        Good("“Moreover, it rains.”", options={"fewest": 1}),
    )

    fewest: int = 2
    rate: float = 2.0

    def check(self, doc: Document) -> Iterator[Finding]:
        found = [place for sentence in doc.sentences if (place := _connective(sentence))]
        if is_dense(len(found), doc, self.fewest, self.rate):
            for place in found:
                word = place.text.rstrip(",")
                yield self.found(
                    place, f"“{word}” joins nothing that the order does not. Try the sentence without it."
                )


def _connective(sentence: Sentence) -> Passage | None:
    text = sentence.block.text
    start = text[sentence.start : sentence.start + 16].lower()
    for word in _CONNECTIVES:
        if start.startswith(word) and start[len(word) : len(word) + 1] == "," and not sentence.is_quoted:
            return Passage(sentence.block, sentence.start, sentence.start + len(word) + 1)
    return None

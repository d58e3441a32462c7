from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

from reviewcli.document.ranges import first_touching
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Sentence, Severity

_KEPT = 12  # of the sentences with a word, only so many latest are looked at: what is in all of them tells nothing
_BETWEEN = "He waits by the door. The rain goes on all night. "


class SaidTwice(Rule, frozen=True):
    """Two sentences say the same in nearly the same words.

    It happens when paragraphs move about. Keep the sentence that stands in the better place, or make the second
    take the thought further. Sentences next to each other are left alone: there it is mostly meant.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "The slow middle hour repeats one telephone quarrel. "
            f"{_BETWEEN}«One telephone quarrel is repeated in its slow middle hour.»"
        ),
        Bad(
            f"# Rain\n\nThe thief forgives the judge who jailed his brother. {_BETWEEN}\n\n"
            "«In the end the thief forgives that judge who had jailed his brother.»"
        ),
    )
    good = (
        "The slow middle hour repeats one telephone quarrel. One quarrel repeats in its slow middle hour.",
        f"The slow middle hour repeats one telephone quarrel. {_BETWEEN}The last hour is a quarrel about a boat.",
        f"Ann Lee plays Captain Bob Ray. {_BETWEEN}Captain Bob Ray is Ann Lee's to play.",
        Good(
            "The slow middle hour repeats one telephone quarrel. "
            f"{_BETWEEN}“The slow middle hour repeats one telephone quarrel.”"
        ),
    )

    share: float = 0.7
    fewest: int = 5
    apart: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        stems: list[frozenset[str]] = []
        seen: dict[str, deque[int]] = {}
        for number, sentence in enumerate(doc.sentences):
            mine = _stems(sentence, doc) if _may_tell(sentence, self.fewest) else frozenset()
            stems.append(mine)
            if len(mine) < self.fewest:
                continue
            earlier = self._twin(stems, Counter(n for word in mine for n in seen.get(word, ())))
            if earlier is not None:
                line = doc.lines.place(doc.sentences[earlier].span.start)[0]
                message = f"Line {line} says this in nearly the same words. Keep one of the two."
                yield self.found(sentence, message)
            for word in mine:
                seen.setdefault(word, deque(maxlen=_KEPT)).append(number)

    def _twin(self, stems: Sequence[frozenset[str]], shared: Counter[int]) -> int | None:
        """The number of a sentence that says what the last one does; `shared` is how many of its words are in each."""
        mine = stems[-1]
        for number, _ in shared.most_common(3):
            longest = max(len(mine), len(stems[number]))
            is_apart = len(stems) - 1 - number >= self.apart
            if is_apart and len(mine & stems[number]) >= self.share * longest:
                return number
        return None


def _may_tell(sentence: Sentence, fewest: int) -> bool:
    return sentence.end - sentence.start > 6 * fewest and not sentence.is_quoted


def _stems(sentence: Sentence, doc: Document) -> frozenset[str]:
    """The beginnings of its longer words, without names and quotations: cheaper than stems, and as telling."""
    ranges = [it for it in (sentence.block.quotations, sentence.block.emphasis) if it]
    knows = doc.names.knows
    found = {
        word.lower[:5]
        for number, word in enumerate(sentence.words)
        if len(word.text) > 3
        and not (word.text[0].isupper() and (number or knows(word.text)))
        and not (ranges and any(first_touching(it, word.start, word.start + 1) for it in ranges))
    }
    return frozenset(found - _EMPTY)


_EMPTY = frozenset(
    """that this these those with from into when what where which while whom whose then than them they their there
    have does been were will would could shoul might must about after again also because befor being betwe both
    every even ever just like more most much never only other over same some still such very film films movie scene
    make makes made take takes come comes goes gets give gives seem seems""".split()
)

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Rule, Sentence, Severity, Word

if TYPE_CHECKING:
    from reviewcli.reading.readability.metrics import Metrics

_HARD = (
    "The cinematographic composition demonstrates extraordinary technological sophistication. "
    "Unfortunately, psychological characterisation remains comparatively unsophisticated throughout. "
)
_PLAIN = "He waits by the door. She does not come, and the rain goes on. He laughs at that. "


class Readability(Rule, frozen=True):
    """The text as a whole, or a section of it, is hard to read.

    Two measures speak here: Flesch's reading ease, which falls with long sentences and long words, and the
    grade of school that a text asks for. Well-known critics stand between 39 and 66 in ease. Low ease
    mostly comes from abstract nouns, so the words that weigh most are named: look at those first. A text
    under 100 words gets no figure, nor does a section. `review stats` has the figures of every section.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(f"«{_HARD.split('. ')[0]}.» {_HARD.split('. ')[1]}. {_HARD * 8}"),
        Bad(f"# «The Machine»\n\n{_HARD * 9}"),
        Bad(f"# The Machine\n\n{_PLAIN * 60}\n\n## «Craft»\n\n{_HARD * 8}"),
    )
    good = (_PLAIN * 8, _HARD * 2, "", f"# The Machine\n\n{_PLAIN * 40}\n\n## Craft\n\n{_HARD * 2}")

    ease: float = 35
    grade: float = 15
    words: int = 5

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.readability.measuring import metrics

        whole = metrics(doc)
        if whole.flesch_reading_ease is None:
            return
        if self._is_hard(whole):
            yield self._told("Reading ease", whole, doc.title or doc.sentences[0], doc, doc.words)
        elif whole.words >= 200 and any(section.heading for section in doc.sections):
            yield from self._sections(doc)

    def _sections(self, doc: Document) -> Iterator[Finding]:
        """The hard sections of a text that is not hard as a whole."""
        from reviewcli.reading.readability.counts import count
        from reviewcli.reading.readability.measuring import measure

        for section in doc.sections:
            prose = [block for block in section.blocks if block.is_prose]
            figures = measure(count(prose))
            if section.heading and self._is_hard(figures):
                words = [word for block in prose for word in block.words]
                yield self._told("Reading ease of this section", figures, section.heading, doc, words)

    def _is_hard(self, figures: Metrics) -> bool:
        ease, grade = figures.flesch_reading_ease, figures.flesch_kincaid_grade
        return ease is not None and grade is not None and (ease < self.ease or grade > self.grade)

    def _told(
        self, what: str, figures: Metrics, place: Block | Sentence, doc: Document, words: Sequence[Word]
    ) -> Finding:
        length = round(figures.words / figures.sentences)
        hardest = ", ".join(f"“{word}”" for word in _heaviest(doc, words, self.words))
        return self.found(
            place,
            f"{what} is {figures.flesch_reading_ease} of 100, school grade {figures.flesch_kincaid_grade}. A sentence "
            f"has {length} words on average"
            + (f"; the words that weigh most: {hardest}." if hardest else "."),
        )


def _heaviest(doc: Document, own: Sequence[Word], count: int) -> list[str]:
    """The words that add most syllables, names and quotations left out, heaviest first."""
    from collections import Counter

    from reviewcli.reading.readability.syllables import syllables

    words = Counter(
        word.lower
        for word in own
        if not word.is_quoted
        and (word.opens_sentence or not word.is_capitalised)
        and not doc.names.knows(word.text)
    )
    weights = {word: (syllables(word), times) for word, times in words.items()}
    heavy = [word for word, (length, _) in weights.items() if length >= 4]
    return sorted(heavy, key=lambda word: (-weights[word][0] * weights[word][1], word))[:count]

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity

_HARD = (
    "The cinematographic composition demonstrates extraordinary technological sophistication. "
    "Unfortunately, psychological characterisation remains comparatively unsophisticated throughout. "
)
_PLAIN = "He waits by the door. She does not come, and the rain goes on. He laughs at that. "


class Readability(Rule, frozen=True):
    """The text as a whole is hard to read.

    Two measures speak here: Flesch's reading ease, which falls with long sentences and long words, and the
    grade of school that a text asks for. Well-known critics stand between 39 and 66 in ease. Low ease
    mostly comes from abstract nouns, so the words that weigh most are named: look at those first. A text
    under 100 words gets no figure.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(f"«{_HARD.split('. ')[0]}.» {_HARD.split('. ')[1]}. {_HARD * 8}"),
        Bad(f"# «The Machine»\n\n{_HARD * 9}"),
    )
    good = (_PLAIN * 8, _HARD * 2, "")

    ease: float = 35
    grade: float = 15
    words: int = 5

    def check(self, doc: Document) -> Iterator[Finding]:
        figures = doc.metrics
        ease, grade = figures.flesch_reading_ease, figures.flesch_kincaid_grade
        if ease is None or grade is None or (ease >= self.ease and grade <= self.grade):
            return
        length = round(figures.words / figures.sentences)
        hardest = ", ".join(f"“{word}”" for word in _heaviest(doc, self.words))
        yield self.found(
            doc.title or doc.sentences[0],
            f"Reading ease is {ease} of 100, school grade {grade}. A sentence has {length} words on average"
            + (f"; the words that weigh most: {hardest}." if hardest else "."),
        )


def _heaviest(doc: Document, count: int) -> list[str]:
    """The words that add most syllables, names and quotations left out, heaviest first."""
    from collections import Counter

    from reviewcli.readability import syllables

    words = Counter(
        word.lower
        for word in doc.words
        if not word.is_quoted
        and (word.opens_sentence or not word.is_capitalised)
        and not doc.names.knows(word.text)
    )
    weights = {word: (syllables(word), times) for word, times in words.items()}
    heavy = [word for word, (length, _) in weights.items() if length >= 4]
    return sorted(heavy, key=lambda word: (-weights[word][0] * weights[word][1], word))[:count]

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity


class HardSentence(Rule, frozen=True):
    """A sentence of usual length is heavy with long words.

    Its grade is that of Flesch and Kincaid, the year of school that it asks for. Mostly a few abstract nouns weigh it
    down (the message names them): say who does what, and they turn into verbs. What is merely long is
    `sentence-too-long`. Names and quotations do not weigh.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "«The cinematographic composition demonstrates extraordinary technological sophistication throughout "
            "innumerable interconnected environments and configurations.»"
        ),
        Bad(
            "«The accumulation of psychological complications intensifies the emotional situation of the family.»",
            options={"grade": 15, "fewest": 10},
        ),
    )
    good = (
        "He waits by the door, and she does not come, and the rain goes on until he laughs at it all.",
        "Extraordinary technological sophistication.",
        "Apichatpong Weerasethakul directed Hatsune Yoshikawa and Konstantin Papadopoulos in *Unimaginable Voices*.",
        "> The cinematographic composition demonstrates extraordinary technological sophistication everywhere.",
        Good(
            "The accumulation of complications intensifies the emotional situation of all.",
            options={"fewest": 20},
        ),
    )

    grade: float = 19
    fewest: int = 12
    longest: int = 40

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            count = len(sentence.words)
            if (
                self.fewest <= count <= self.longest
                and sentence.end - sentence.start > _fewest_letters(count, self.grade)
                and not sentence.is_quoted
            ):
                from reviewcli.reading.readability.weight import (
                    weighed,  # only where there is something to weigh
                )

                grade, heavy = weighed(sentence, doc)
                if grade > self.grade and heavy:
                    yield self.found(
                        sentence,
                        f"Grade {grade:.0f}; it is heavy with {', '.join(f'“{word}”' for word in heavy)}. "
                        "Say who does what, and some of them turn into verbs.",
                    )


def _fewest_letters(words: int, grade: float) -> float:
    """How long a sentence must be at the least to be so hard: a syllable has two letters and more."""
    syllables = (grade + 15.59 - 0.39 * words) / 11.8
    return words * (1 + 2.4 * syllables)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity

_EVEN = "The man comes home and he puts the kettle on. "
_UNEVEN = (
    "He waits. " + _EVEN + "She does not come until the rain has stopped and the last train is long gone. "
)


class EvenRhythm(Rule, frozen=True):
    """Sentence after sentence has the same length, and the ear goes to sleep.

    Good prose breathes: a long sentence that builds, then a short one. Join two that belong together, and let
    one that matters stand short. It speaks from twelve sentences on.
    """

    severity = Severity.SUGGESTION
    bad = (Bad(f"«{_EVEN.strip()}» {_EVEN * 11}"), Bad(f"# «Rain»\n\n{_EVEN * 12}"))
    good = (_UNEVEN * 4, _EVEN * 11, Good(_EVEN * 12, options={"spread": 0}), "")

    spread: float = 0.3
    fewest: int = 12

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.rules.structure._whole import has_markers, opening_of

        lengths = [len(sentence.words) for sentence in doc.sentences if not sentence.is_quoted]
        if len(lengths) < self.fewest:
            return
        mean = sum(lengths) / len(lengths)
        deviation = (sum((length - mean) ** 2 for length in lengths) / len(lengths)) ** 0.5
        place = opening_of(doc)
        if place and mean >= 8 and deviation < self.spread * mean and not has_markers(doc):
            yield self.found(
                place,
                f"The sentences are nearly all of one length, about {mean:.0f} words. Join two that belong together, "
                "and let one that matters stand short.",
            )

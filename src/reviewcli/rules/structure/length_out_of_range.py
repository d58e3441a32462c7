from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, opening_of


class LengthOutOfRange(Rule, frozen=True):
    """The review is shorter or longer than the house prints.

    Words of the running text are counted, without headings, tables and front matter, as `review stats` counts
    them. The range is a matter of the profile (`min_words`, `max_words`; 0 is no limit). While a draft holds
    markers for what is to be written, its length is nobody's business.
    """

    bad = (
        Bad("# «Her»\n\nSee it soon.\n", options={"min_words": 80}),
        Bad("«See it soon, and take a friend.» It is long.", options={"max_words": 9}),
    )
    good = (
        "See it.",
        Good("# Her\n\nSee it soon.", options={"min_words": 3, "max_words": 3}),
        Good("# Her\n\n<!-- review-todo verdict: for whom -->\n\nSee it soon.", options={"min_words": 80}),
    )

    min_words: int = 0
    max_words: int = 0

    def check(self, doc: Document) -> Iterator[Finding]:
        words, place = len(doc.words), opening_of(doc)
        if not place or not words or has_markers(doc):
            return
        if words < self.min_words:
            yield self.found(place, f"{_words(words)}; the profile asks for at least {self.min_words:,}.")
        elif self.max_words and words > self.max_words:
            yield self.found(place, f"{_words(words)}; the profile allows {self.max_words:,}.")


def _words(number: int) -> str:
    return f"{number:,} word{'' if number == 1 else 's'}"

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._own_phrases import counted, own_phrases

_COUNTED = frozenset(
    "praise superlative blurb craft theme theme-named verdict-hedge closing filler recommendation comparison oscar "
    "reader ranked".split()
)
# Who silences one of these at a phrase has looked at it and keeps it.
_KEPT_BY = (
    "wording cliche blurb-talk closing-stock empty-theme hedge opening-stock oscar-talk "
    "performance-without-evidence superlative-unbacked tells-reader"
).split()


class ClicheDensity(Rule, frozen=True):
    """Stock phrases carry the review.

    More than `rate` in a thousand words, `least` of them at the least. Well-known critics use one or two. Mending them
    one by one will not do: put the notes beside the draft, and write each paragraph from what you saw. Phrases that
    a directive in the draft silences are not counted.
    """

    bad = (
        Bad(
            "«The film is a masterclass in suspense.» It breathes new life into the genre, and it packs a punch."
        ),
        Bad("# «Her»\n\nA visual feast. At its core it is a meditation on love that transcends its genre."),
    )
    good = (
        "The film is a masterclass in suspense.",
        "“A masterclass in suspense,” “a visual feast,” “a triumph”: so says the poster.",
        "A visual feast. <!-- review-disable-line cliche -->\n\nAt its core it is a meditation on love that stays.",
        f"A visual feast. At its core it is a triumph. {'She closes the door and walks to the sea. ' * 60}",
    )

    rate: float = 8
    least: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        stock = [match.passage for match in own_phrases(doc, _COUNTED)]
        if len(stock) >= self.least and "review-disable" in doc.source:
            from reviewcli.rules._reach import reach_of

            reach = reach_of(doc)
            stock = [phrase for phrase in stock if not reach.is_silent(phrase.span, _KEPT_BY)]
        if len(stock) >= self.least and 1000 * len(stock) > self.rate * len(doc.words):
            place = doc.title.whole if doc.title else doc.sentences[0]
            told = (
                f"{len(stock)} stock phrases in {len(doc.words)} words, {1000 * len(stock) // len(doc.words)} in a "
                f"thousand; good critics keep to one or two: {counted(stock)}. Write from what you saw."
            )
            yield self.found(place, told)

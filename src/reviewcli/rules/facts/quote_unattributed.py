from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.facts._her import HER_QUOTED


class QuoteUnattributed(Rule, frozen=True):
    """Words stand in quotation marks, and nobody is said to have spoken or written them.

    Readers cannot tell a line of the film from the poster or another critic. Four words and more are read; titles,
    words that the notes hold as quotations, and sentences with a speaker or a word for speaking beside them are
    left alone.
    """

    needs_notes = True
    example_notes = HER_QUOTED
    bad = (
        Bad("It is “«a triumph of the spirit we need»”."),
        Bad('The future is pale. Here is "«a very modern kind of love»", with trousers.'),
    )
    good = (
        "The poster calls it “a triumph of the spirit we need”.",
        "“I’ve never loved anyone the way I loved you.” It hurts.",
        "Theodore, “the man who writes the letters”, walks. It is “so very good”. He hums “The Moon Song in June”.",
        "It ends so: “I am sorry for all of it.”",
        Good("It is “a triumph of the spirit we need”, says the poster.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.notes is None or not any(mark in doc.source for mark in "“\"‘«„'"):
            return
        from reviewcli.reading.facts.quotes import quotations

        for quotation in quotations(doc):
            if quotation.noted is None and not quotation.is_told:
                yield self.found(
                    quotation.place,
                    "Nobody is said to have spoken these words. Name the speaker or the source.",
                )

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: book
title: My Brilliant Friend
pages: 331
"""


class PagesMismatch(Rule, frozen=True):
    """The number of pages is not that of the notes.

    “This 300-page novel”, “at 300 pages,”, “it runs to 300 pages”. Round numbers are taken as round; parts of the
    book are left alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("At «431» pages, it is a long walk.", fixed="At 331 pages, it is a long walk."),
        Bad("This «230»-page novel is dense.", fixed="This 331-page novel is dense."),
        Bad("It runs to «280» pages.", fixed="It runs to 331 pages."),
        Bad("Europa, 2012. «431» pages.", fixed="Europa, 2012. 331 pages."),
        Bad("It came out in 2012 and has «431» pages.", fixed="It came out in 2012 and has 331 pages."),
        Bad("Its «two hundred» pages fly.", fixed="Its three hundred and thirty-one pages fly."),
    )
    good = (
        "At 331 pages, it runs to some 330 pages; this 350-page novel has over 300 pages.",
        (
            "The first 50 pages drag. 100 pages in, she marries. There is a ten-page scene by the sea. She"
            " reads for 40 pages."
        ),
        "At 600 pages, *Middlemarch* is longer.",
        "40 pages, and nobody has spoken. The chapter has 30 pages.",
        Good("At 431 pages, it is a long walk.", notes="kind: book\ntitle: My Brilliant Friend\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "pages"):
            yield found_claim(self, claim)

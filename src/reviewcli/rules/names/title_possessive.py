from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity


class TitlePossessive(Rule, frozen=True):
    """A title has a possessive on each side.

    "Spike Jonze's *Her*'s ending" makes the reader count apostrophes. Write "the ending of Spike Jonze's *Her*".
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = "title: Her\n"
    bad = (
        Bad("«Spike Jonze’s *Her*’s» ending is sad."),
        Bad("The end is «Jonze's Her's»."),
    )
    good = ("Spike Jonze’s *Her* is sad.", "*Her*’s ending. Its sister’s *Him*’s end.")

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.notes is None:
            return
        pattern = rf"(?:[A-Z][\w’'-]{{0,40}} )?\b[A-Z]\w+['’]s? {re.escape(doc.notes.title)}['’]s\b"
        for block in doc.prose:
            for place in block.whole.find(pattern, 0):
                yield self.found(place, "Two possessives in a row. Write “the … of” for one of them.")

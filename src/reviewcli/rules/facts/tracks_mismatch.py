from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: album
title: Blue
tracks: [All I Want, Little Green, A Case of You, River, California]
"""


class TracksMismatch(Rule, frozen=True):
    """A song is called, or the songs are counted, otherwise than in the notes.

    A title in quotation marks that is nearly one of theirs is a slip. Notes need not name every song, so only a
    number below theirs is wrong.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("“«A Cese of You»” is the one.", fixed="“A Case of You” is the one."),
        Bad("This «four»-track album is short.", fixed="This five-track album is short."),
        Bad("“«Little Grean»” is for her daughter.", fixed="“Little Green” is for her daughter."),
    )
    good = (
        (
            "“A Case of You”, “River,” and “Carey” are fine. This ten-track album has two songs about"
            " him. Its ten songs last."
        ),
        Good("This three-track record is short.", notes="kind: album\ntitle: Blue\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "tracks"):
            yield found_claim(self, claim)

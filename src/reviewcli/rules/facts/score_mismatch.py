from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Her
awards:
  - Academy Award, Best Original Screenplay, 2014, won
  - Golden Globe, Best Motion Picture, 2014, nominated
score: 4.5/5
"""


class ScoreMismatch(Rule, frozen=True):
    """The mark in the draft is not that of the notes.

    Stars in words and glyphs, fractions and letters are read, in the text, the headline and the front matter; a
    mark on another scale is right where it comes to the same.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("See it.\n\n**«4/5»**", fixed="See it.\n\n**4.5/5**"),
        Bad("See it.\n\n«★★★★»", fixed="See it.\n\n★★★★½"),
        Bad("I give it «three stars».", fixed="I give it four and a half stars."),
        Bad("---\nscore: «3/5»\n---\n\nSee it.", fixed="---\nscore: 4.5/5\n---\n\nSee it."),
        Bad("Rating: «8/10»", fixed="Rating: 4.5/5"),
        Bad("Grade: «B»", fixed="Grade: A-", notes="title: Her\nscore: A-\n"),
    )
    good = (
        "See it.\n\n**4.5/5**\n\n★★★★½\n\nRating: 9/10. I give it four and a half stars.",
        "The film has three stars, and two of them sing. “I give it three stars,” he says. It opens on 4/5.",
        "Plan B is plan A. Grade: B",
        Good("**4/5**", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "score"):
            yield found_claim(self, claim)

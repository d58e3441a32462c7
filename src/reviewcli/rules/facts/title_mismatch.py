from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Decision to Leave
comparisons: [Derision to Leave]
"""
_OTHERS = """\
title: Lifts
comparisons: [Wellington Paranormal (2018), "Sorcerer (1977)"]
context: [second game after The Amber Road]
critique: {strengths: ["episode 6, The Long Weekend, is all in one lift"]}
"""


class TitleMismatch(Rule, frozen=True):
    """The title is nearly, but not quite, the title of the notes.

    Titles are read where they are marked as such: in italics, in quotation marks, in headings, in the front
    matter. An article too many is a slip; sequels, plurals, numbers and works that the notes name are not. Another
    title of the notes with one word else is a suggestion.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("*«Decison to Leave»* is slow.", fixed="*Decision to Leave* is slow."),
        Bad("“«The Decision to Leave»” is slow.", fixed="“Decision to Leave” is slow."),
        Bad(
            "# Decision to Leave\n\n*«Decision to Leeve»* is slow.",
            fixed="# Decision to Leave\n\n*Decision to Leave* is slow.",
        ),
        Bad(
            "Episode six, “«The Lost Weekend»”, is better than «The Amber Coast» or *«Westport Paranormal»*.",
            fixed="Episode six, “The Long Weekend”, is better than The Amber Road or *Wellington Paranormal*.",
            notes=_OTHERS,
        ),
        Bad("*«The Her»* is sad.", fixed="*Her* is sad.", notes="title: Her\n"),
        Bad(
            "---\ntitle: «Decisoin to Leave»\n---\n\nIt is slow.",
            fixed="---\ntitle: Decision to Leave\n---\n\nIt is slow.",
        ),
    )
    good = (
        "*Decision to Leave* is slow. *Decision To Leave*, *Derision to Leave*. He calls it a “decision to stay”.",
        Good("*Aliens* came next, and *Alien 3*. Scott’s *Alien*.", notes="title: Alien\n"),
        Good("Kubrick’s *Shining*, *Shining*.", notes="title: The Shining\n"),
        Good(
            "*The Wages of Fear* has a weekend; *Sorcerer* and *Lost in Wellington* have none.", notes=_OTHERS
        ),
        Good("*Here* is another film, and *The Hours* too.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "title"):
            yield found_claim(self, claim)

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity

if TYPE_CHECKING:
    from reviewcli.reading.names.near import Slip

_NOTES = """\
title: Gods and Monsters
year: 1998
directors: [Bill Condon]
writers:
  - Bill Condon
  - {name: Nagisa Ōshima, aka: [Nagisa Oshima]}
cast:
  - Ian McKellen as James Whale
  - Lynn Redgrave as Hanna
  - Nicolas Cage as Captain Clayton Boone
  - Philip Seymour Hoffman as Theodore Twombly
  - Joseph Gordon-Levitt as The Bartender
  - J. J. Feild as Samantha
  - Bill Murray as Bradley Corleone
  - Robert Downey Jr.
  - Hou Hsiao-hsien
  - Ethan Stone
  - Etan Stone
crew:
  cinematography: Hoyte van Hoytema
  music: [Carter Burwell, Ryūichi Sakamoto]
comparisons: [Annie Hal (1977)]
names: [Batavia, Catherine Klausen]
"""


class NameMisspelt(Rule, frozen=True):
    """A name is nearly, but not quite, as the notes have it.

    It is the complaint that reaches editors first, and it costs the trust of everyone who knows the name.
    Names of the text are compared with everybody whom the notes credit, with the characters, and with
    `names`. Where the text is right, put the other spelling into the notes: `aka` of the person, or `names`.
    A difference of accents alone is a suggestion; a character whom the text spells otherwise throughout is a
    warning, since the text may know better than the notes.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("Ian «McKellan» broods.", fixed="Ian McKellen broods."),
        Bad("«Nicholas» Cage’s Boone shouts.", fixed="Nicolas Cage’s Boone shouts."),
        Bad("So does Philip Seymour\n«Hofman».", fixed="So does Philip Seymour\nHoffman."),
        Bad("*Ian* **McKellen** and *Lynn «Redgrove»*.", fixed="*Ian* **McKellen** and *Lynn Redgrave*."),
        Bad("Hoyte van «Hoytama» shot it.", fixed="Hoyte van Hoytema shot it."),
        Bad(
            "It is «Johanson»’s film.",
            fixed="It is Johansson’s film.",
            notes="title: Her\ncast: [Scarlett Johansson]\n",
        ),
        Bad(
            "A call from «Samanta», who knows Mr. «Twombley».",
            fixed="A call from Samantha, who knows Mr. Twombly.",
        ),
        Bad("J.J. «Field» and Joseph Gordon «Levit».", fixed="J.J. Feild and Joseph Gordon Levitt."),
        Bad(
            "## «Lyn» Redgrave\n\nShe met Catherine «Klaussen».",
            fixed="## Lynn Redgrave\n\nShe met Catherine Klausen.",
        ),
        Bad("The score is «Ryuichi Sakamoto»’s."),
    )
    good = (
        "Ian McKellen’s Whale is James Whale; Hanna is Lynn Redgrave. Two Ian McKellens are rare.",
        "Nagisa Oshima and Nagisa Ōshima wrote it. Hsiao-hsien Hou and Hou Hsiao Hsien are one man.",
        "JJ Feild, J.J. Feild, J. J. Feild. Robert Downey, Jr. and Robert Downey. Joseph Gordon Levitt.",
        "Ethan Stone and Etan Stone are two. Stones roll, and Stoner is no one.",
        "Vanessa Redgrave, Michael McKellen and Boones of all kinds, the Corleones among them.",
        "Billy Murray is his friend. Bradly speaking, it is no name. Feld-tested, it is Wales, not Whale.",
        "*Annie Hal* is another film, and so are *Dr. Wale* and *The Nicholas Cage Show*.",
        "Bartenders pour. Hannah Arendt wrote of it; Hannah was right.",
        "IAN MCKELLEN, Ian Mckellen [sic], Ian McKellan [sic].",
        "Sam Antha and Theodore. Theodora is his aunt; Burnwell Road is a road.",
        Good("Nicholas Cage is in it.", notes="title: Her\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.names.near import near_names

        if not doc.names.people:
            return
        slips = list(near_names(doc))
        settled = _settled(doc, slips)
        for slip in slips:
            if doc.source.startswith((" [sic]", "[sic]"), slip.passage.span.end):
                continue
            whose = "" if slip.right[0] == slip.name else f" ({slip.name})"
            if slip.accents_only:
                message = f"The notes write it with other accents: “{slip.right[0]}”."
                yield self.found(slip.passage, message, replacements=slip.right, severity=Severity.SUGGESTION)
                continue
            message = f"“{slip.passage.text}” is spelt “{slip.right[0]}” in the notes{whose}."
            fix = slip.right[0] if len(slip.right) == 1 else None
            severity = Severity.WARNING if (slip.name, slip.passage.text) in settled else None
            yield self.found(slip.passage, message, fix=fix, replacements=slip.right, severity=severity)


def _settled(doc: Document, slips: list[Slip]) -> set[tuple[str, str]]:
    """Names of characters with the one spelling that the text has throughout: it may know better than the notes."""
    characters = {person.full for person in doc.names.people if person.is_role}
    counts = Counter((slip.name, slip.passage.text) for slip in slips if slip.name in characters)
    return {
        (name, text)
        for (name, text), count in counts.items()
        if count > 1
        and not any(
            slip.right[0] in block.text
            for slip in slips
            if (slip.name, slip.passage.text) == (name, text)
            for block in doc.prose
        )
    }

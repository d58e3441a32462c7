from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity

if TYPE_CHECKING:
    from reviewcli.reading.facts.nearest import Near

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
    Names of the text are compared with everybody whom the notes credit, with the characters, with `names`, and with
    the names in full of points. A name of which one word only begins as the right one does is a warning, where the
    right one is not in the text: Walter Bresson for Walter Brennan. A lone name that may be another's is a suggestion.
    Where the text is right, put the other spelling
    into the notes: `aka` of the person, or `names`. A difference of accents alone is a suggestion; a character whom
    the text spells otherwise throughout is a warning, since the text may know better than the notes.
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
        Bad("«Ian McKenna» broods.", fixed="Ian McKellen broods."),
        Bad(
            "«João Prates» opened it.",
            fixed="Joaquim Prates opened it.",
            notes="kind: restaurant\ntitle: Tasca\ncontext: opened by Joaquim Prates in 1987\n",
        ),
    )
    good = (
        "Ian McKellen’s Whale is James Whale; Hanna is Lynn Redgrave. Two Ian McKellens are rare.",
        "Nagisa Oshima and Nagisa Ōshima wrote it. Hsiao-hsien Hou and Hou Hsiao Hsien are one man.",
        "JJ Feild, J.J. Feild, J. J. Feild. Robert Downey, Jr. and Robert Downey. Joseph Gordon Levitt.",
        "Ian McKenna and Ian McKellen are two.",
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
        from reviewcli.reading.facts.nearest import near_names

        if not doc.notes:
            return
        settled = _settled(doc, near_names(doc))
        for near in near_names(doc):
            if not doc.source.startswith((" [sic]", "[sic]"), near.passage.span.end):
                yield self._finding(near, is_settled=(near.name, near.passage.text) in settled)

    def _finding(self, near: Near, *, is_settled: bool) -> Finding:
        text, right = near.passage.text, near.right[0]
        fix = right if len(near.right) == 1 else None
        severity = Severity.WARNING if is_settled else None
        if near.kind == "accents":
            message, fix, severity = (
                f"The notes write it with other accents: “{right}”.",
                None,
                Severity.SUGGESTION,
            )
        elif near.kind == "like":
            message, severity = f"“{text}” is not in the notes, which have “{near.name}”.", Severity.WARNING
        elif near.kind == "doubt":
            message, fix = f"“{text}” is nearly “{right}” of the notes. Is that who is meant?", None
            severity = Severity.SUGGESTION
        else:
            whose = "" if right == near.name else f" ({near.name})"
            message = f"“{text}” is spelt “{right}” in the notes{whose}."
        return self.found(
            near.passage,
            message,
            fix=fix,
            safe=near.kind == "slip",
            replacements=near.right,
            severity=severity,
            notes=near.noted,
        )


def _settled(doc: Document, names: Iterable[Near]) -> set[tuple[str, str]]:
    """Names of characters with the one spelling that the text has throughout: it may know better than the notes."""
    characters = {person.full for person in doc.names.people if person.is_role}
    slips = [near for near in names if near.kind == "slip" and near.name in characters]
    counts = Counter((slip.name, slip.passage.text) for slip in slips)
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

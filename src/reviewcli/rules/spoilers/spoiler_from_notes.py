from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.spoilers._telling import tellings

_NOTES = """\
title: Merry Christmas, Mr. Lawrence
cast:
  - David Bowie as Jack Celliers
  - Ryuichi Sakamoto as Captain Yonoi
  - Takeshi as Sergeant Hara
synopsis: [Yonoi runs a prison camp in Java by a code that nobody else understands.]
spoilers:
  - {text: Celliers kisses Yonoi before the whole camp, keywords: [kisses]}
  - {text: Celliers is buried to the neck and dies, keywords: [buried]}
  - {text: "Hara, to be hanged in the morning, says the title", keywords: [Merry Christmas]}
"""
_LINE = "title: X\nspoilers: [the mother leaves in the night and it cuts to museum cleaners today]\n"
_DOG = "title: The Kennel\nspoilers: [the dog dies]\n"
_BOOK = (
    "title: X\nspoilers: [he marries Kuzmin in Sweden]\nextra:\n  characters:\n    Lev Kuzmin: inspector\n"
)
_HER = "title: Her\nspoilers:\n  - {text: the operating systems leave, keywords: [leave, 641, Alan Watts]}\n"


class SpoilerFromNotes(Rule, frozen=True):
    """The text tells what the notes list under `spoilers`.

    A headline or a first paragraph cannot be unread. Keywords and the words of a spoiler are looked for in any
    form; a common word (dies, leaves) counts only beside the people of that spoiler, and a title that holds one
    tells nothing. A short spoiler is told where a clause says it: the dog dies, is found dead, they kill the dog,
    not “the dog, who barks while a man dies”. Words of it in another order are a warning. What is marked is left
    alone: `> [!spoiler]`, `||…||`, `<details>`, `[spoiler]…[/spoiler]`, shortcodes, and everything from a line that
    says “Spoilers ahead” to the next heading.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("In front of everyone, Celliers «kissed» Yonoi on the cheek."),
        Bad("Yonoi has Celliers «buried» in the sand."),
        Bad("His last words are “«Merry Christmas».”"),
        Bad("The operating systems «leave». She has «641» other lovers.", notes=_HER),
        Bad("In the end the «mother leaves in the night».", notes=_LINE),
        Bad("In the end the «dog dies». Somebody has «killed the dog».", notes=_DOG),
        Bad("---\ntitle: «Celliers dies»\n---\n\nA prison camp in Java."),
    )
    good = (
        "*Merry Christmas, Mr. Lawrence* is set in a prison camp in Java, which Yonoi runs.",
        "Merry Christmas, Mr. Lawrence has a kiss in it, and a burial. Nobody dies of either.",
        "> [!spoiler]\n> Celliers kisses Yonoi.\n\nIt is long. ||Celliers is buried.|| It ends.",
        "It is long.\n\nSpoilers ahead.\n\nCelliers kisses Yonoi, and is buried.\n\n## Verdict\n\nSee it.",
        "Whether Celliers dies, I will not say. Does Celliers die?",
        "Stop here, if you mean to see it. Celliers kisses Yonoi.",
        Good("Lev Kuzmin is the inspector.", notes=_BOOK),
        Good("The screenplay leaves the jokes to a video game. He buys an operating system.", notes=_HER),
        Good("The children leave at night, for school. Every night the mother reads.", notes=_LINE),
        Good("The dog is the best actor, and the jokes die early. A dog sleeps while he dies.", notes=_DOG),
        Good("Celliers kisses Yonoi.", notes="title: Merry Christmas, Mr. Lawrence\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for telling in tellings(doc):
            early = ", and early" if telling.is_early else ""
            told = f"This gives away a spoiler of the notes{early}: “{_short(telling.secret.text)}”. "
            if not telling.is_sure:
                told = f"This may give away a spoiler of the notes{early}: “{_short(telling.secret.text)}”. "
            yield self.found(
                telling.span,
                told + "Mark it as a spoiler, or leave it out.",
                severity=None if telling.is_sure else Severity.WARNING,
            )


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= 60 else text[:60].rsplit(" ", 1)[0] + " …"

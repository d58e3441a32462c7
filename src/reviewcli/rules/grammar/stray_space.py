from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.rules.grammar._formulas import formulas, is_in


class StraySpace(Rule, frozen=True):
    """A space too many: in front of a comma or a full stop, behind a bracket, or two between words.

    Two spaces behind the end of a sentence are a habit, not a slip, and are left alone; so are formulas, the gaps in
    verse, “. . .” and a text that sets its marks off throughout, as the French do.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It ends« ,» and well« .» She sings.", fixed="It ends, and well. She sings."),
        Bad("The«  »film (« »of 1950) is« ;» long.", fixed="The film (of 1950) is; long."),
        Bad("Is it long« ?» It is.", fixed="Is it long? It is."),
    )
    good = (
        "It ends.  It begins.  Two spaces.",
        "It costs .5 million, a .38 and a .com name; so … and then ... this .. that.",
        "    The code , here",
        "C’est fini ! Vraiment ? Il dit : « Non. »",
        "An emoticon :) and :( and ;) too.",
        "It ends \\\nand begins.",
        "They say:  so it goes.",
        "And . . . then . . .\n\nSee ![[still.png]] and, see, ![[other.png]]. Is it ![[a.png]]",
        "Hwæt!  We  \nof  old  \nhave heard.",
        "The pair $x , y$ and \\( a , b \\); 3 . 5 and 4 , 5.",
        "The film\n: what it is\n\nOui ; non ; why",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            text = block.text
            if "  " in text or " ," in text or " ." in text or _odd().search(text):
                yield from self._in_block(doc, block)

    def _in_block(self, doc: Document, block: Block) -> Iterator[Finding]:
        apart, signs = formulas(doc, block), _sets_marks_off(block.text)
        for match in _stray().finditer(block.text):
            piece = Passage(block, *match.span())
            span = piece.span
            # The source may have the end of a line there, or markup that parts the two.
            if doc.source[span.start : span.end] != match[0] or is_in(apart, span.start):
                continue
            if mark := match["mark"]:
                if not (mark in "?!;:" and signs):
                    yield self.found(piece, f"A space in front of “{mark}”.", fix=mark)
            elif match["inner"]:
                yield self.found(piece, "A space behind the bracket.", fix="")
            elif "\n" not in block.text:
                # A wider gap may be meant: a column, a blank to fill in.
                message = f"{len(match[0])} spaces where one is enough."
                yield self.found(piece, message, fix=" ", safe=len(match[0]) == 2)


def _sets_marks_off(text: str) -> bool:
    """Whether a space stands before these marks throughout, as the French do."""
    if "« " in text:
        return True
    return len(_set_off().findall(text)) > 1 and not _joined().search(text)


@functools.cache
def _set_off() -> re.Pattern[str]:
    return re.compile(r"\w [;?!:](?=\s|$)")


@functools.cache
def _joined() -> re.Pattern[str]:
    return re.compile(r"\w[;?!:](?=\s|$)")


@functools.cache
def _odd() -> re.Pattern[str]:
    return re.compile(r" [;?!:)]|\( ")


@functools.cache
def _stray() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\w)”’\"]) +(?P<mark>[,.](?=\s|$)|[;?!:](?=\s+[A-Za-z]|$))(?! ?[.,;:?!…])(?!(?<=\d [.,]) \d)"
        r"|(?<![:;=8-]\()(?<=\()(?P<inner> +)(?=\w)"
        r"|(?<=[\w,;)]) {2,}(?=[\w(“\"‘])"
    )

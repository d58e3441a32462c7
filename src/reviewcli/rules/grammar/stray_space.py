from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Passage, Rule, Severity


class StraySpace(Rule, frozen=True):
    """A space too many: in front of a comma or a full stop, behind a bracket, or two between words.

    Two spaces behind the end of a sentence are a habit, not a slip, and are left alone.
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
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            text = block.text
            if "  " in text or " ," in text or " ." in text or _odd().search(text):
                yield from self._in_block(block)

    def _in_block(self, block: Block) -> Iterator[Finding]:
        for match in _stray().finditer(block.text):
            piece = Passage(block, *match.span())
            if not piece.is_verbatim or "\n" in match[0] or _is_quoted_mark(block, match):
                continue
            if match["mark"]:
                if not (match["mark"] in "?!;:" and _is_french(block.text)):
                    yield self.found(piece, f"A space in front of “{match['mark']}”.", fix=match["mark"])
            elif match["inner"]:
                yield self.found(piece, "A space behind the bracket.", fix="")
            else:
                yield self.found(piece, f"{len(match[0])} spaces where one is enough.", fix=" ")


def _is_quoted_mark(block: Block, match: re.Match[str]) -> bool:
    """Whether the source has a line's end there, or markup that parts the two."""
    span = block.span_of(*match.span())
    return span.end - span.start != match.end() - match.start()


def _is_french(text: str) -> bool:
    return (" !" in text and " ?" in text) or "« " in text


@functools.cache
def _odd() -> re.Pattern[str]:
    return re.compile(r" [;?!:)]|\( ")


@functools.cache
def _stray() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\w)”’\"]) +(?P<mark>[,.](?=\s|$)|[;?!:](?=\s+[A-Za-z]|$))(?![.,;:?!])"
        r"|(?<![:;=8-]\()(?<=\()(?P<inner> +)(?=\w)"
        r"|(?<=[\w,;)]) {2,}(?=[\w(“\"‘])"
    )

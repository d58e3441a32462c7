from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity


class DoubledMark(Rule, frozen=True):
    """A mark stands twice, or two that cannot stand together: “,,”, “..”, “,.”.

    An ellipsis is none, nor are “?!”, “!!” and the stop of an abbreviation before a comma. “..” may be an ellipsis cut
    short and “::” a field of one's notes: both are warnings.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It is long«,,» and dull«..» It ends.", fixed="It is long, and dull. It ends."),
        Bad("It is long«, ,» and it ends«,.» So be it.", fixed="It is long, and it ends. So be it."),
        Bad("It is long«;;» it is dull«::» it is.", fixed="It is long; it is dull: it is."),
    )
    good = (
        "He says “no.” She saw “Mr. Bean Jr.”.",
        "Wait... what?! No!! It ends.... In the U.S., Jr., etc., it ends…",
        "He said “no.”, and “Why?”, then: “Airplane!”.",
        "*Help!*, *Mamma Mia!*. And so on.",
        "Wait .. . what, ... and ,… so ..",
        "A::B and 1,,2 and ;; in code; a path .. of two stops.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if not re.search(r"[.,;:] ?[.,;:]", block.text):
                continue
            for match in _doubled().finditer(block.text):
                piece = Passage(block, *match.span())
                if piece.is_verbatim:
                    right = _right(match[0])
                    safe = match[0] not in ("..", "::")
                    yield self.found(piece, f"“{match[0]}” should be “{right}”.", fix=right, safe=safe)


def _right(marks: str) -> str:
    """The mark that was meant: of a comma and a stop the stop."""
    if len(marks) == 3 and marks[1] in '"”':
        return marks[:2]
    return "." if "." in marks else marks[0]


@functools.cache
def _doubled() -> re.Pattern[str]:
    return re.compile(
        r"(?<=\w\w)(?:,(?: ?,)+|;;+|::)(?=\s)|(?<=\w\w),\.(?=\s+[A-Z]|$)|(?<=[a-z]{2})\.\.(?=\s+[A-Z]|$)(?!\s*\.)"
        r"|(?<=[a-z]{3})(?<!etc)\.[\"”]\.(?=\s|$)"
    )

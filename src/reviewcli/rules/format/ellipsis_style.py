from __future__ import annotations

from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.format._styles import Use, matches, odd_ones, with_edits

_WRITTEN = {"character": "…", "dots": "...", "spaced": ". . ."}


class EllipsisStyle(Rule, frozen=True):
    """Ellipses are written in two ways in one text, or not as the house writes them.

    `style` is `character` (…), `dots` (...) or `spaced` (. . .); without one only a mixture is told.
    """

    bad = (
        Bad("And so on… and on… until it ends«...» at last."),
        Bad("And so on«...» at last. . .", fixed="And so on… at last…", options={"style": "character"}),
        Bad("And so on«…»", fixed="And so on...", options={"style": "dots"}),
    )
    good = (
        "And so on... and on... until it ends....",
        "And so on… and on… until it ends…",
        Good("And so on…", options={"style": "character"}),
        "> And so on...\n\nAnd so on… and on… until it ends….",
    )

    style: Literal["character", "dots", "spaced"] | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        uses = [
            Use({"…": "character", ".": "dots", " ": "spaced"}[place.text[1:2] or "…"], place)
            for place in matches(doc, r"…|(?<!\.)\.\.\.(?!\.\.)| ?\. \. \.", "…", "...", ". .")
        ]
        right, odd = odd_ones(uses, self.style)
        if odd:
            one = len(odd) == 1
            finding = self.found(
                odd[0].place,
                f"{len(odd)} of {len(uses)} ellipses {'is' if one else 'are'} not written “{_WRITTEN[right]}”, as "
                + ("the house has them." if self.style else "the others are. Keep to one."),
                severity=None if self.style else Severity.SUGGESTION,
            )
            yield with_edits(finding, odd, _WRITTEN[right]) if self.style else finding

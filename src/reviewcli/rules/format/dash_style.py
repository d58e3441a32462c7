from __future__ import annotations

from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.format._styles import Use, matches, odd_ones, with_edits

_WRITTEN = {"em": "—", "em-spaced": " — ", "en-spaced": " – ", "hyphens": "--"}
_SAID = {
    "em": "closed em dashes (a—b)",
    "em-spaced": "spaced em dashes (a — b)",
    "en-spaced": "spaced en dashes (a – b)",
    "hyphens": "double hyphens (a--b)",
    "hyphen": "spaced hyphens (a - b)",
}


class DashStyle(Rule, frozen=True):
    """Dashes are written in two ways in one text, or not as the house writes them.

    `style` is `em` (a—b), `em-spaced` (a — b), `en-spaced` (a – b) or `hyphens` (a--b); without one only a mixture
    is told. Ranges of years and pages, and the dash before a name under a quotation, are other things.
    """

    bad = (
        Bad("A film—and a warning—for us« -- »and them."),
        Bad("A film« — »and a warning.", fixed="A film—and a warning.", options={"style": "em"}),
        Bad(
            "A film«--»and a warning - so.",
            fixed="A film – and a warning – so.",
            options={"style": "en-spaced"},
        ),
    )
    good = (
        "A film—and a warning—for us, from 1990–95 and 2–3 pages.",
        "A well-known film – with a warning – and `a--b`.",
        "— Ann Lee\n\nA film – and a warning – and more – so.",
        Good("A film—and a warning.", options={"style": "em"}),
        "> A film -- and more.\n\nA film—and a warning—for us.",
    )

    style: Literal["em", "em-spaced", "en-spaced", "hyphens"] | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.style and not _may_mix(doc.source):
            return
        uses = [
            Use(_form(place), place)
            for place in matches(
                doc,
                r"(?<=[\w.,;:!?…'\"’”)\]]) ?—(?: (?=\S)|(?=[\w'\"‘“(\[]))|(?<=[^\s\d–]) – (?=\S)"
                r"|(?<=[\w,.!?'\"’”)\]]) ?--(?!-) ?(?=[\w'\"‘“(\[])|(?<=[a-z,'\"’”)\]]) - (?=[\w'\"‘“(])",
                "—", "–", "--", " - ",
            )
            if not place.is_quoted
        ]  # fmt: skip
        right, odd = odd_ones(uses, self.style)
        if odd:
            finding = self.found(
                odd[0].place,
                f"The house writes {_SAID[right]}; {len(odd)} of {len(uses)} {'is' if len(odd) == 1 else 'are'} not."
                if self.style
                else f"{len(odd)} of {len(uses)} dashes {'is' if len(odd) == 1 else 'are'} not like the others: "
                f"{_SAID[right]}. Keep to one.",
                severity=None if self.style else Severity.SUGGESTION,
            )
            yield with_edits(finding, odd, _WRITTEN[right]) if self.style else finding


def _may_mix(source: str) -> bool:
    """Whether dashes of two forms may stand in a text; to look for them properly costs more."""
    em, spaced = source.count("—"), source.count(" — ")
    others = sum(mark in source for mark in (" – ", "--", " - "))
    return others + bool(spaced) + (em > spaced) > 1


def _form(place: Passage) -> str:
    text = place.text
    if "--" in text:
        return "hyphens"
    if "–" in text:
        return "en-spaced"
    if "—" in text:
        return "em" if text == "—" else "em-spaced"
    return "hyphen"

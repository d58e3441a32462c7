from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.spoilers._marked import marked_spans, warns
from reviewcli.rules.spoilers._phrases import given_away
from reviewcli.rules.spoilers._telling import tellings

_NOTES = """\
title: The Farm
cast: [Ann Lee as Martha, Bo Li as John]
spoilers:
  - {text: Martha burns the barn, keywords: [burns the barn]}
  - {text: John was the thief, keywords: [thief]}
"""


class SpoilerWarningMissing(Rule, frozen=True):
    """Spoilers are told more than once, and nothing warns of them.

    A review may tell everything, if its reader has been asked. One line does it: “Spoilers ahead.” A draft with
    one, or with parts marked as spoilers, is left alone here. `most` is how many may stand without a warning.
    """

    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("# The Farm\n\nMartha «burns the barn». John was the thief."),
        Bad(
            "At the end Martha «burns the barn». The barn, that is, which Martha burns because John was the thief."
        ),
    )
    good = (
        "Spoilers ahead.\n\nMartha burns the barn. John was the thief.",
        "Martha burns the barn.",
        Good("Martha burns the barn. John was the thief.", options={"most": 2}),
        Good("Martha burns the barn. John was the thief.", notes="title: The Farm\n"),
    )

    most: int = 1

    def check(self, doc: Document) -> Iterator[Finding]:
        told = [telling.span for telling in tellings(doc)]
        if not told or warns(doc) or marked_spans(doc):
            return
        spans = sorted({*told, *(passage.span for passage in given_away(doc))})
        if len(spans) > self.most:
            message = f"{len(spans)} places tell what happens, and no line warns. Write “Spoilers ahead.” above them."
            yield self.found(spans[0], message)

from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, last_paragraphs

_ASKED = {"asked": True}
_JUDGING = (
    r"\b(?:recommend|worth|skip it|see it|avoid|masterpiece|best|worst|great|awful|\d(?:\.\d)?/\d|stars?)\b"
    r"|[★☆]|\b\d+ out of \d+"
)


class VerdictMissing(Rule, frozen=True):
    """The review ends without a judgement.

    The last lines are where a reader in a hurry looks. When the last two paragraphs tell the story and neither
    judge nor recommend nor give a score, the verdict is missing. A profile asks for one; without a profile
    a review may end as it likes.
    """

    bad = (
        Bad(
            "The script is sharp, and the film is funny.\n\nA farmer hides a deserter in his barn.\n\n«He takes his "
            "daughter to the coast, where the police wait for them.»",
            options=_ASKED,
        ),
        Bad("«The soldiers come at night and burn the house of the farmer who hid him.»", options=_ASKED),
    )
    good = (
        "The soldiers come at night and burn the house of the farmer who hid him.",
        Good("A farmer hides a deserter in his barn.\n\nSee it.", options=_ASKED),
        Good("A farmer hides a deserter in his barn.\n\nThe film is dull, and far too long.", options=_ASKED),
        Good("A farmer hides a deserter in his barn.\n\n**4/5**", options=_ASKED),
    )

    asked: bool = False

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.asked or has_markers(doc) or any(section.name == "verdict" for section in doc.sections):
            return
        told = [each for paragraph in last_paragraphs(doc) for each in paragraph.sentences]
        if told and all(each.kind == "plot" and not _judges(each.sentence.text) for each in told):
            yield self.found(
                told[-1].sentence,
                "The review ends here without a verdict. Say what it is worth, and to whom.",
            )


def _judges(text: str) -> bool:
    return re.search(_JUDGING, text, re.IGNORECASE) is not None

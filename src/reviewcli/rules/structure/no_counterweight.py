from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.structure._whole import has_markers, opening_of, score_share

_PRAISED = "title: Her\nscore: 3/5\ncritique:\n  strengths: [funny, fast]\n"


class NoCounterweight(Rule, frozen=True):
    """The score takes marks away, and neither notes nor text say what for; or it is low, and nothing is granted.

    A reader who is told only of virtues asks where the other marks went. One honest weakness makes the praise
    believable, and one virtue the blame. Only with notes that hold a critique.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = _PRAISED
    bad = (
        Bad("# «Her»\n\nIt is funny and fast."),
        Bad(
            "«It is slow.» It is loud.",
            notes="title: Her\nscore: 1/5\ncritique:\n  weaknesses: [slow, loud]\n",
        ),
    )
    good = (
        "It is funny and fast. However, the end drags.",
        Good(
            "It is funny and fast.", notes="title: Her\nscore: 5/5\ncritique:\n  strengths: [funny, fast]\n"
        ),
        Good("It is funny and fast.", notes=_PRAISED + "  weaknesses: [long]\n"),
        Good("It is funny and fast.", notes="title: Her\nscore: 3/5\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        share, place = score_share(doc), opening_of(doc)
        if share is None or not place or not doc.notes or not doc.notes.score or has_markers(doc):
            return
        critique, score = doc.notes.critique, doc.notes.score.text
        if critique.strengths and not critique.weaknesses and 0.4 < share < 0.9 and not _has(doc, _AGAINST):
            yield self.found(
                place, f"The score is {score}, and nothing is said against it. Say what the marks went for."
            )
        elif critique.weaknesses and not critique.strengths and share < 0.4 and not _has(doc, _FOR):
            yield self.found(
                place, f"The score is {score}, and nothing is said for it. Grant it what it has."
            )


_AGAINST = (
    r"\b(?:but|however|though|although|yet|unfortunately|sadly|despite|flaw\w*|weak\w*|problem\w*|drags?|dull|slow|"
    r"overlong|too|fails?|lacks?|never|less|not)\b|n['’]t\b"
)
_FOR = (
    r"\b(?:but|however|though|although|yet|despite|at least|fine|good|great|strong|best|funny|effective|impressive|"
    r"handsome|works?|succeeds?|credit|redeem\w*|saves?|well)\b"
)


def _has(doc: Document, words: str) -> bool:
    return any(True for sentence in doc.sentences for _ in sentence.find(words))

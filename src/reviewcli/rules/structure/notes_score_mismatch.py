from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.structure._whole import opening_of, score_share

_WEAK = "title: Her\nscore: 4.5/5\ncritique:\n  weaknesses: [slow, long, loud]\n"


class NotesScoreMismatch(Rule, frozen=True):
    """The notes hold nothing but weaknesses, and the score is high; or strengths alone, and it is low.

    Either the score has not been thought over since, or the points that explain it were never written down.
    `points` is how many of one kind it takes.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = _WEAK
    bad = (
        Bad("# «Her»\n\nIt is slow."),
        Bad("«It is fine.»", notes="title: Her\nscore: 1/5\ncritique:\n  strengths: [fast, short, quiet]\n"),
    )
    good = (
        Good("It is slow.", notes="title: Her\nscore: 2/5\ncritique:\n  weaknesses: [slow, long, loud]\n"),
        Good("It is slow.", notes=_WEAK + "  strengths: [funny]\n"),
        Good("It is slow.", notes="title: Her\nscore: 4.5/5\n"),
    )

    points: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        share, place = score_share(doc), opening_of(doc)
        if share is None or place is None or not doc.notes or not doc.notes.score:
            return
        strengths, weaknesses = len(doc.notes.critique.strengths), len(doc.notes.critique.weaknesses)
        score = doc.notes.score.text
        if share >= 0.8 and weaknesses >= self.points and not strengths:
            yield self.found(
                place, f"The score is {score}, and the notes name {weaknesses} weaknesses and no strength."
            )
        elif share <= 0.4 and strengths >= self.points and not weaknesses:
            yield self.found(
                place, f"The score is {score}, and the notes name {strengths} strengths and no weakness."
            )

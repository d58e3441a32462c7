from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._verdicts import verdicts
from reviewcli.rules.structure._whole import score_share


class VerdictScoreMismatch(Rule, frozen=True):
    """The text recommends what the score condemns, or the other way round.

    Readers believe neither then. Only outright words of the last two paragraphs count (a must-see, skip it), not
    the tone; `high` and `low` are the shares of full marks from which a score praises or condemns.
    """

    needs_notes = True
    example_notes = "title: Her\nscore: 4.5/5\n"
    bad = (
        Bad("It is long.\n\n«Skip it»."),
        Bad("It is long.\n\nIt «is one of the worst films» of the year."),
        Bad("It runs.\n\nIt is a «must-see» for anyone.", notes="title: Her\nscore: D\n"),
    )
    good = (
        "It is long.\n\nDo not skip it. It is a must-see.",
        "“Skip it,” said my friend.\n\nHe was wrong.",
        Good("It is no masterpiece, and hardly a must-see.", notes="title: Her\nscore: 1/5\n"),
        Good("It is long.\n\nSkip it.", notes="title: Her\nscore: 3/5\n"),
        Good("It is long.\n\nSkip it.", notes="title: Her\n"),
    )

    high: float = 0.75
    low: float = 0.4

    def check(self, doc: Document) -> Iterator[Finding]:
        share = score_share(doc)
        if share is None or not doc.notes or not doc.notes.score:
            return
        found = list(verdicts(doc))
        if len({favours for _, favours in found}) != 1:
            return
        for passage, favours in found:
            if (favours and share <= self.low) or (not favours and share >= self.high):
                praise = "praises" if favours else "condemns"
                told = f"This {praise}, and the score is {doc.notes.score.text}. Make the two agree."
                yield self.found(passage, told)

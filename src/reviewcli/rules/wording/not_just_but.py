from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.wording._own_phrases import own_phrases
from reviewcli.rules.wording._rates import is_dense


class NotJustBut(Rule, frozen=True):
    """“Not just this, but that”: a thing is denied so that another sounds larger.

    Nobody had said that it was just this. Say what it is, and keep the figure for the one place where a reader
    believes the first half. Several in one review are a warning.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("It «is not just a romance but» a warning."),
        Bad("It «isn't merely a war film; it's» an apology.", options={"fewest": 1, "rate": 0}),
        Bad("It’s «not merely funny, but also» sad. Later, it «is not just about grief, it's» about rent."),
    )
    good = (
        "It begins as a romance and ends as a warning.",
        "It is not a romance but a warning. He not only sings, but also dances.",
        "He is not just late. But she waits.",
        "“It is not just a film but an event,” says the poster.",
    )

    fewest: int = 2
    rate: float = 2.0

    def check(self, doc: Document) -> Iterator[Finding]:
        # “Not only” mostly adds; it is plain English.
        figures = (match.passage for match in own_phrases(doc, {"not-just"}))
        found = [figure for figure in figures if "only" not in (word.lower for word in figure.words[:3])]
        many = is_dense(len(found), doc, self.fewest, self.rate)
        for figure in found:
            text = " ".join(figure.text.split())
            if many:
                told = f"“{text}” is one of {len(found)} such figures here. Say what it is, and keep one at most."
                yield self.found(figure, told, severity=Severity.WARNING)
            else:
                yield self.found(figure, f"“{text}” denies what nobody has said. Say what it is.")

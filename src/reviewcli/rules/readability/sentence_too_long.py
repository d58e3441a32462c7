from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity


class SentenceTooLong(Rule, frozen=True):
    """A sentence runs on for so many words that its beginning is forgotten at its end.

    Good critics write long sentences now and then, and mean them. Where one only grew, two are better:
    break it where a second thought begins.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«He walks in, sits down and waits for a call that never comes.»", options={"limit": 12}),
        Bad(
            "Short. «The long take, which is said to have cost a week, ends on a door.» Short.",
            options={"limit": 12},
        ),
    )
    good = (
        "He walks in, sits down and waits for a call that never comes.",
        Good(
            "Directed by Ann Lee. Written by Ann Lee and Bo Ray. With Cy Day, Di Fox and Ed Gray.",
            options={"limit": 8},
        ),
        Good("> He walks in, sits down and waits for a call that never comes.", options={"limit": 12}),
    )

    limit: int = 40

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            count = len(sentence.words)
            if count > self.limit and not sentence.is_quoted:
                yield self.found(
                    sentence,
                    f"{count} words; the longest that reads easily here is {self.limit}. "
                    "Break it where a second thought begins.",
                )

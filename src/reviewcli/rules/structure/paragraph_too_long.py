from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity


class ParagraphTooLong(Rule, frozen=True):
    """A paragraph goes on past what a reader takes in at once.

    On a telephone it fills the screen. Break it where the subject changes. `limit` is in words.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("Short.\n\n«One.» Two three four.", options={"limit": 3}),
        Bad("«The door opens.» " + "The man goes in, and the door shuts behind him. " * 18),
    )
    good = (
        "One. Two three four.",
        Good("One. Two.\n\nThree four five.", options={"limit": 3}),
    )

    limit: int = 180

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            words = len(block.words)
            if words > self.limit and not block.in_quote:
                told = f"{words} words in one paragraph; the longest that reads easily has {self.limit}. "
                yield self.found(block.sentences[0], told + "Break it where the subject changes.")

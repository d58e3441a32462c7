from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.spoilers._phrases import given_away


class SpoilerWords(Rule, frozen=True):
    """The words tell who did it, who dies at the end, or what was true all along.

    Whatever the story is, such a sentence ends it for a reader who has not seen it. Say what the turn does to
    the work, or mark it as a spoiler. Works so old that everybody knows are for you to judge.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«The killer is her» husband, and he «was dead all along»."),
        Bad("He «turns out to be his father». «In the end, Martha dies»."),
        Bad("She «faked her own death», and he «sacrifices himself»."),
    )
    good = (
        "The killer leaves no trace. His wife is dead, and he turns out to be a good cook.",
        "The end drags. In the end, the film dies on its feet. Martha is killed in the first minute.",
        "> [!spoiler]\n> He was dead all along.\n\nIt was made up all along.",
        "“The killer is her husband,” says the postman, who is wrong.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for passage in given_away(doc):
            yield self.found(
                passage, "This may tell the end. Mark it as a spoiler, or say what it does to the film."
            )

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.format._styles import matches


class Exclamation(Rule, frozen=True):
    """Exclamation marks come often.

    Each one asks the reader to be excited; the third is no longer believed. Let the sentence do it. Marks in
    quotations and titles do not count. `limit` is how many pass in any text, `per_1000` how many in a long one.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("What a film! What a cast! See it«!»"),
        Bad("See it«!»", options={"limit": 0}),
    )
    good = (
        "What a film! What a cast!",
        "*Mamma Mia!* and *Help!* and “Go!” and “No!” and *Airplane!* are loud!",
        Good("*Help!* Help! Help! Help!", notes="title: Help!\n"),
        "It asks: what?! And again!",
    )

    limit: int = 2
    per_1000: float = 4

    def check(self, doc: Document) -> Iterator[Finding]:
        if doc.source.count("!") <= self.limit:
            return
        marks = [place for place in matches(doc, r"!+(?!\[)") if _is_own(place, doc)]
        if len(marks) > self.limit and len(marks) > self.per_1000 * len(doc.words) / 1000:
            yield self.found(
                marks[self.limit],
                f"{len(marks)} exclamation marks in {len(doc.words):,} words. "
                "Keep the one that earns it, and let the other sentences do it by themselves.",
            )


def _is_own(mark: Passage, doc: Document) -> bool:
    if mark.is_quoted or mark.is_emphasised:
        return False
    before = mark.block.text[: mark.end]
    return not any("!" in title and before.endswith(title) for title in doc.names.titles)

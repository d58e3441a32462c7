from __future__ import annotations

from reviewcli.reading.outline.content_words import content_words, stems_of, words_in
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.structure._whole import has_markers, opening_of

_LONGEST = 60


class NotesUnused(Rule, frozen=True):
    """A strength or a weakness of the notes appears nowhere in the text.

    What you noted in the dark is what made you judge as you did. Use it, or strike it from the notes. A point
    counts as used when a third of the words that carry it stand somewhere in the text, in any form. Texts
    under `fewest_words` have no room for every point.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = "title: Her\ncritique:\n  weaknesses:\n    - the silent flashbacks of the marriage drag\n"
    bad = (
        Bad("# «Her»\n\nA man buys a phone, and it talks to him.", options={"fewest_words": 0}),
        Bad("«A man buys a phone.» It talks to him.", options={"fewest_words": 0}),
    )
    good = (
        Good(
            "A man buys a phone. His marriage is one silent flashback after another.",
            options={"fewest_words": 0},
        ),
        "A man buys a phone.\n\n<!-- review-todo critique: what holds and what does not -->",
        Good("A man buys a phone.", notes="title: Her\n"),
        Good("A man buys a phone.", notes="title: Her\ncritique: {weaknesses: [slow]}\n"),
    )

    fewest_words: int = 200

    def check(self, doc: Document) -> Iterator[Finding]:
        place = opening_of(doc)
        if not place or not doc.notes or has_markers(doc) or len(doc.words) < self.fewest_words:
            return
        critique = doc.notes.critique
        texts = [point.text for point in (*critique.strengths, *critique.weaknesses) if not point.spoiler]
        if not texts:
            return
        used = {stem for block in doc.blocks for word in words_in(block.text) for stem in stems_of(word)}
        for text in texts:
            if not _is_used(text, used):
                said = _shortened(text).rstrip(".")
                yield self.found(place, f"Nothing here of a point of the notes: “{said}”.")


def _is_used(point: str, used: set[str]) -> bool:
    """Whether a third of the words that carry a point are used; a point of one word tells too little."""
    carrying = content_words(point)
    found = sum(not used.isdisjoint(stems) for stems in carrying.values())
    return len(carrying) < 2 or found >= max(1, len(carrying) / 3)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"

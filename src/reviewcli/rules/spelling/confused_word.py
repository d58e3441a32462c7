from __future__ import annotations

from collections.abc import Sequence

from reviewcli.document import Passage
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.spelling._confused_table import Entry, entries_for, first_words
from reviewcli.rules.spelling._contexts import BlockWords


class ConfusedWord(Rule, frozen=True):
    """One word stands for another that sounds or looks like it.

    Both are words, so a spell checker passes them, and the reader stumbles: “loose” for “lose”, “it's” for
    “its”, “then” for “than”. The words round it decide; where they do not, nothing is said.
    """

    bad = (
        Bad("The film finds «it's» own way.", fixed="The film finds its own way."),
        Bad("It is longer «then» the book.", fixed="It is longer than the book."),
        Bad("He is afraid to «loose» her.", fixed="He is afraid to lose her."),
    )
    good = (
        "It's its own worst enemy.",
        "It gets better then falls apart.",
        "The plot has loose ends; the hero lets loose the dogs.",
        "*Passed* is a film, and so is Loose.",
    )

    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        known = first_words()
        for block in doc.prose:
            words: BlockWords | None = None
            for number, word in enumerate(block.words):
                lower = word.lower.replace("’", "'")
                if lower not in known:
                    continue
                if words is None:
                    words = BlockWords(block)
                entry = _confused(entries_for(lower), words, number)
                if entry is not None and lower not in self.allow:
                    yield self._found(entry, words, number)

    def _found(self, entry: Entry, words: BlockWords, number: int) -> Finding:
        last = words.words[number + len(entry.wrong) - 1]
        piece = Passage(last.block, words.words[number].start, last.end)
        right = _like(entry.right, piece)
        message = f"“{piece.text}” should be “{right}” here."
        if not piece.is_verbatim:
            return self.found(piece, message, replacements=(right,))
        return self.found(piece, message, fix=right, safe=False)


def _confused(entries: Sequence[Entry], words: BlockWords, number: int) -> Entry | None:
    """The entry that says what should stand here instead."""
    return next((entry for entry in entries if entry.is_meant(words, number)), None)


def _like(right: str, wrong: Passage) -> str:
    """The right word with the capital of the wrong one and the apostrophe of its paragraph."""
    if "’" in wrong.block.text:
        right = right.replace("'", "’")
    return right[0].upper() + right[1:] if wrong.text[0].isupper() else right

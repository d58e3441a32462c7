"""How heavy a single sentence is, whatever it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.reading.readability.syllables import syllables

if TYPE_CHECKING:
    from reviewcli.document import Document, Sentence


def weighed(sentence: Sentence, doc: Document) -> tuple[float, list[str]]:
    """The grade of a sentence without the weight of names and quotations, and its heaviest words."""
    words = sentence.words
    knows = doc.names.knows
    lengths: list[tuple[int, str]] = []
    for number, word in enumerate(words):
        text = word.text
        is_name = (number and text[0].isupper()) or word.is_emphasised or knows(text)
        lengths.append((1 if is_name or word.is_quoted else syllables(text), text))
    total = sum(length for length, _ in lengths)
    heavy = sorted((length, word) for length, word in lengths if length >= 4)[::-1]
    return 0.39 * len(words) + 11.8 * total / len(words) - 15.59, [word for _, word in heavy[:3]]

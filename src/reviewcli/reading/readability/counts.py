"""What the readability formulas count in a text."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from reviewcli.reading.readability.syllables import data_lines, syllables, word_key

if TYPE_CHECKING:
    from reviewcli.document import Block


class Counts(msgspec.Struct, frozen=True):
    """The counts of a text.

    `polysyllables` are the words of three syllables or more, `difficult_words` those that are not on the
    Dale-Chall list of easy words, `complex_words` those that are both.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0
    difficult_words: int = 0
    complex_words: int = 0


def count(blocks: Sequence[Block]) -> Counts:
    """The counts of these blocks: words and sentences are those of the document."""
    words = Counter(word.text for block in blocks for word in block.words)
    sentences = sum(len(block.sentences) for block in blocks)
    total = polysyllables = difficult = complex_words = 0
    for word, times in words.items():
        length, difficult_one = _facts(word)
        total += length * times
        if length >= 3:
            polysyllables += times
        if difficult_one:
            difficult += times
            if length >= 3:
                complex_words += times
    return Counts(words.total(), sentences, total, polysyllables, difficult, complex_words)


@functools.lru_cache(65536)
def _facts(word: str) -> tuple[int, bool]:
    return syllables(word), is_difficult(word)


def is_difficult(word: str) -> bool:
    """Whether a word is not on the list of words that nearly every reader of ten knows.

    As textstat takes the list: names and most inflections ("walked") are not on it.
    """
    key = word_key(word)
    return bool(key) and key not in _easy_words()


@functools.cache
def _easy_words() -> frozenset[str]:
    return frozenset(word for line in data_lines("easy_words.txt") for word in line.split(" "))

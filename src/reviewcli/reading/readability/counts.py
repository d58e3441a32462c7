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
    Dale-Chall list of easy words, `complex_words` those that are both, `hard_words` those of two syllables or more
    among the difficult ones, `monosyllables` the words of one.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0
    difficult_words: int = 0
    complex_words: int = 0
    hard_words: int = 0
    monosyllables: int = 0


def count(blocks: Sequence[Block]) -> Counts:
    """The counts of these blocks: words and sentences are those of the document."""
    words = Counter(word.text for block in blocks for word in block.words)
    sentences = sum(len(block.sentences) for block in blocks)
    lengths: Counter[int] = Counter()
    difficult: Counter[int] = Counter()
    for word, times in words.items():
        length, is_difficult_one = _facts(word)
        lengths[length] += times
        if is_difficult_one:
            difficult[length] += times
    return Counts(
        words=words.total(),
        sentences=sentences,
        syllables=sum(length * times for length, times in lengths.items()),
        polysyllables=_from(3, lengths),
        difficult_words=difficult.total(),
        complex_words=_from(3, difficult),
        hard_words=_from(2, difficult),
        monosyllables=lengths[1],
    )


def _from(fewest: int, lengths: Counter[int]) -> int:
    """How many words have so many syllables or more."""
    return sum(times for length, times in lengths.items() if length >= fewest)


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

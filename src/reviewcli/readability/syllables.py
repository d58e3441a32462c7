"""How many syllables an English word has.

Counted as textstat counts: by the CMU Pronouncing Dictionary, and where that has no such word, by its
hyphenation points plus one. textstat takes most of a second to read the dictionary. Here the rule comes first,
and a table holds only the words of the dictionary that the rule counts wrongly, so that every word, known or
not, comes out the same in a few milliseconds. `scripts/build_syllables.py` makes both tables; they say where
they come from.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

_LEFT = _RIGHT = 2  # letters that hyphenation leaves together at either end of a word


@functools.lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """The number of syllables of a word; 0 where nothing but punctuation is left of it."""
    return _known(word_key(word)) if word else 0


@functools.lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """A word as the tables have it: lower case, without punctuation, an apostrophe only before a short ending.

    As textstat does it, but for the curly apostrophe, which it loses: here "don’t" is "don't".
    """
    if word.isalpha():
        return word.lower()
    return _punctuation().sub("", word.replace("’", "'")).lower()


@functools.cache
def _punctuation() -> re.Pattern[str]:
    return re.compile(r"'(?![tsd]|ve|ll|re)|[^\w\s']")


def _known(key: str) -> int:
    rest = f" {key[2:] or '-'} "
    for count, rests in _exceptions().get(key[:2], ()):
        if rest in rests:
            return count
    return _hyphenation_points(key) + 1 if key else 0


def _hyphenation_points(word: str) -> int:
    """The number of places where a word may be hyphenated (Liang 1983, "Word Hy-phen-a-tion by Com-put-er")."""
    patterns, longest, longest_at_start = _patterns()
    dotted = f".{word}."
    length = len(dotted)
    levels = bytearray(length + 1)
    for start in range(length - 1):
        reach = longest if start else longest_at_start
        for end in range(start + 1, min(start + reach, length) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern:
                offset, values = pattern
                for at, value in enumerate(values, start + offset):
                    if value > levels[at]:
                        levels[at] = value
    return sum(level & 1 for level in levels[_LEFT + 1 : len(word) - _RIGHT + 2])


@functools.cache
def _exceptions() -> dict[str, list[tuple[int, str]]]:
    """By the first two letters: a number of syllables, and the rests of the words that have it."""
    table: dict[str, list[tuple[int, str]]] = {}
    for line in data_lines("syllables.txt"):
        start, count, rests = line.split(" ", 2)
        table.setdefault(start, []).append((int(count), f" {rests} "))
    return table


@functools.cache
def _patterns() -> tuple[dict[str, tuple[int, bytes]], int, int]:
    """Liang's patterns, and the length of the longest one inside a word and at its start."""
    table: dict[str, tuple[int, bytes]] = {}
    longest = [0, 0]
    for line in data_lines("hyphenation.txt"):
        place, *found = line.split(" ")
        offset, _, levels = place.partition(":")
        # A level stays the digit that it is written as: digits compare and are odd or even as their numbers.
        table.update(dict.fromkeys(found, (int(offset), levels.encode())))
        at_start = found[0][0] == "."
        longest[at_start] = max(longest[at_start], *map(len, found))
    return table, longest[False], longest[True]


def data_lines(name: str) -> Iterator[str]:
    """The lines of a data file of this package without its header."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))

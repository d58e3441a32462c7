"""The 40,000 commonest words of English, the commonest first; `scripts/build_known_words.py` makes the list."""

from __future__ import annotations

import functools
from pathlib import Path


def rank(word: str) -> int | None:
    """How common the word is, 0 the commonest; None for one that is not among the 40,000."""
    place = _text().find(f"\n{word.lower()}\n".encode())
    return None if place < 0 else _text().count(b"\n", 0, place)


def is_common(word: str, among: int = 40_000) -> bool:
    """Whether it is one of so many commonest words; looked up where it lies, which costs less than to parse it."""
    return _text().find(f"\n{word.lower()}\n".encode(), 0, _end_of(among)) >= 0


@functools.cache
def _end_of(line: int) -> int:
    words = _text()
    return len(words) - len(words.split(b"\n", line)[-1])


@functools.cache
def common_words() -> frozenset[str]:
    """All of them."""
    _, _, lines = _text().decode().rstrip("\n").rpartition("\n#")  # comments stand at the top
    return frozenset(lines.split("\n")[1:])


@functools.cache
def _text() -> bytes:
    # Not importlib.resources, which takes longer to import than the list to read.
    return Path(__file__).with_suffix(".txt").read_bytes()

"""Words that tell where a sentence ends: abbreviations, words that open sentences."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_ABBREVIATIONS = ("title", "number", "inside", "last", "either", "time")


def abbreviation(word: str) -> str | None:
    """The class of an abbreviation, given without its last full stop, or None."""
    known = _abbreviations()
    # “Approx.” may open a sentence; a single capital is an initial.
    return known.get(word) or (known.get(word[0].lower() + word[1:]) if len(word) > 1 else None)


def opens_sentences(word: str) -> bool:
    """Whether a word with a capital is one that opens sentences rather than part of a name."""
    return word[:1].isupper() and (word[0].lower() + word[1:]).replace("’", "'") in words_of("opener")


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(_lists().get(name, ()))


@cache
def _abbreviations() -> dict[str, str]:
    return {word: name for name in _ABBREVIATIONS for word in _lists()[name]}


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    path = Path(__file__).parent / "data" / "sentence_words.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            lists.setdefault(name, []).extend(words.split())
    return lists

"""What a word may be, looked up where it lies: to parse the list costs more than a run looks up."""

from __future__ import annotations

import functools
from pathlib import Path


def kinds_of(word: str) -> str:
    """The kinds of a word in small letters, the likeliest first; empty for an unknown one.

    s noun, p plural, b verb, z verb with -s, d past, n participle, g with -ing, j adjective, r adverb, x other;
    - in front says that the likeliest is not known.
    """
    return _entry(word)[0]


def lemma_of(word: str) -> str:
    """What an irregular form is a form of: “go” for “went”; empty for any other word."""
    return _entry(word)[1]


@functools.lru_cache(20_000)
def _entry(word: str) -> tuple[str, str]:
    if not (word.isascii() and word.isalpha()):
        return "", ""
    lines = _lexicon()
    wanted = word.encode()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", start)
        found, _, rest = lines[start:end].partition(b" ")
        if found == wanted:
            kinds, _, lemma = rest.decode().partition(" ")
            return kinds, lemma
        if found < wanted:
            low = end + 1
        else:
            high = start
    return "", ""


@functools.cache
def _lexicon() -> bytes:
    data = Path(__file__).with_name("lexicon.txt").read_bytes()
    return data[data.rindex(b"\n#") + 1 :].partition(b"\n")[2]

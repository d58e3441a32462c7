"""What a word may be, bisected among the lines as they are: to parse them all costs more than a run looks up."""

from __future__ import annotations

import functools
from bisect import bisect_left
from pathlib import Path


@functools.lru_cache(32768)
def kinds_of(word: str) -> str:
    """The kinds of a word in small letters, the likeliest first; empty for an unknown one.

    s noun, p plural, b verb, z verb with -s, d past, n participle, g with -ing, j adjective, r adverb, x other;
    - in front says that the likeliest is not known.
    """
    return _entry(word)[0]


@functools.lru_cache(8192)
def lemma_of(word: str) -> str:
    """What an irregular form is a form of: “go” for “went”; empty for any other word."""
    return _entry(word)[1]


def _entry(word: str) -> tuple[str, str]:
    lines, wanted = _lexicon(), word.encode() + b" "
    at = bisect_left(lines, wanted)
    if at < len(lines) and lines[at].startswith(wanted):
        kinds, _, lemma = lines[at][len(wanted) :].decode().partition(" ")
        return kinds, lemma
    return "", ""


@functools.cache
def _lexicon() -> list[bytes]:
    text = Path(__file__).with_name("lexicon.txt").read_bytes()
    _, _, lines = text.rstrip().rpartition(b"\n#")  # comments stand at the top only
    return lines.split(b"\n")[1:]

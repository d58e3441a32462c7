"""The words of a text that carry it, in whatever form: kisses and kissed are one, “the” is none."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from reviewcli.reading.tagging.lexicon import lemma_of


@functools.lru_cache(8192)
def stems_of(word: str) -> frozenset[str]:
    """What the forms of a word share; “left” is a form of leave and a word of its own."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("s'")
    lemma = lemma_of(plain)
    return frozenset({_cut(plain), _cut(lemma)} if lemma else {_cut(plain)})


def _cut(word: str) -> str:
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + ("i" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def content_words(text: str) -> dict[str, frozenset[str]]:
    """The words of a text that carry it, in small letters, each with its stems."""
    found = {word.lower().replace("’", "'"): stems_of(word) for word in words_in(text)}
    return {word: stems for word, stems in found.items() if word not in _empty_words() and len(word) > 1}


def words_in(text: str) -> list[str]:
    """The words of a text as it writes them; the parts of a compound are words."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", text)


@functools.cache
def _empty_words() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "empty_words.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

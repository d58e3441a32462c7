"""Words that are in no list and no slips either, as what stands round them shows: names, initials, parts, loans."""

from __future__ import annotations

import functools
import re

from reviewcli.engines.marks import Mark
from reviewcli.engines.suggestions import distance, ranked
from reviewcli.engines.words import opens_sentence
from reviewcli.notes.surnames import PARTICLES

# A part of a compound is seldom in a dictionary alone; a slip in a long one is one letter away from a word.
_LONG_PART = 7


def opens_as_name(text: str, mark: Mark) -> bool:
    """Whether it opens a sentence and a name: Noomi Rapace, Raimi’s, von Trier, C.J.’s, W. Morrow."""
    word, before, after = text[mark.start : mark.end], text[: mark.start][-3:], text[mark.end : mark.end + 12]
    if word.lower().rstrip(".") in PARTICLES and _capital().match(after):
        return True
    if len(word.rstrip(".")) == 1:
        # Of initials, of a possessive behind a dot, of a curse with stars.
        return word[0].isupper() or not before[-1:].isspace() or not after[:1].isspace()
    if not word[0].isupper() or not opens_sentence(text, mark.start):
        return False
    return word.endswith(("'s", "’s", "s'", "s’")) or _capital().match(after) is not None


def is_loose_part(text: str, mark: Mark) -> bool:
    """Whether it is a part of a compound (honky-tonk), or an abbreviation in front of a figure (p. 40)."""
    word, after = text[mark.start : mark.end], text[mark.end : mark.end + 3]
    if _figure().match(after) and (after[0] == "." or word.endswith(".")):
        return True
    if "*" in (text[mark.start - 1 : mark.start], after[:1]):
        return True
    if "-" not in (text[max(mark.start - 1, 0) : mark.start], after[:1]) or after[:2] == "--":
        return False
    near = ranked(word, mark.replacements)[:1]
    is_slip = len(word) >= _LONG_PART and near and near[0][:1] == word[:1] and distance(word, near[0]) <= 1
    return not is_slip


def is_far_from_all(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether no word is so near that it could be meant; nothing that can be said of it would help."""
    return not any(is_near(word, it) for it in ranked(word, replacements)[:1])


def is_near(word: str, other: str) -> bool:
    """Whether a word may be meant by a misspelt one, so that it is worth to be named."""
    return distance(word.lower(), other.lower()) <= max(2.0, len(word) / 3)


@functools.cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"(?: |['’]|-)[^\W\da-z_]")


@functools.cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\.? ?\d")

"""How near two spellings of a name are."""

from __future__ import annotations

import re
import unicodedata


def slip_distance(text: str, right: str, most: int, *, is_given: bool = False) -> int:
    """How many slips of the hand make one folded word of the other; 0 where they are two words."""
    if not text or text[0] != right[0] or abs(len(text) - len(right)) > most or text == right + "s":
        return 0
    if len(set(text) ^ set(right)) > 2 * most:  # spares most runs the import
        return 0
    from rapidfuzz.distance import OSA

    distance = OSA.distance(text, right, score_cutoff=most)
    shortest = min(len(text), len(right))
    if distance > most or shortest < 3 or max(len(text), len(right)) < 4:
        return 0
    if distance == 2 and shortest < (6 if is_given else 5):
        return 0
    return 0 if is_given and _are_two_forms(text, right) else distance


def _are_two_forms(text: str, right: str) -> bool:
    """Whether one given name is a short or fond form of the other: Steve, Steven; Bill, Billy."""
    short, long = sorted((text, right), key=len)
    if len(short) > 3 and long.startswith(short) and set(long[len(short) :]) - {"e", short[-1]}:
        return True
    fond = [bool(re.search(r"(?:ie|y|ey)$", name)) for name in (text, right)]
    return fond[0] != fond[1] and _stem(text) == _stem(right)


def _stem(name: str) -> str:
    return re.sub(r"(.)\1$", r"\1", re.sub(r"(?:ie|ey|y|es|e|s)$", "", name))


def marked(text: str) -> str:
    """A word without case, points and apostrophes; its accents stay."""
    if text.isascii():
        return re.sub(r"[.'\s-]", "", text).casefold()
    return re.sub(r"[.'’ʼ\s‐‑-]", "", unicodedata.normalize("NFC", text)).casefold()

"""How near two spellings of a name are."""

from __future__ import annotations

import re
import unicodedata


def slip_distance(text: str, right: str, most: int, *, is_given: bool = False) -> int:
    """How many slips of the hand make one folded word of the other; 0 where they are two words."""
    if not text or abs(len(text) - len(right)) > most or (text == right + "s" and not is_given):
        return 0
    if text[0] != right[0] and not (is_given and first_sound(text) == first_sound(right)):
        return 0
    if len(set(text) ^ set(right)) > 2 * most:  # spares most words the counting
        return 0
    if len(text) > 7 and sorted(text) == sorted(right):
        return most  # Lassacagne, Lacassagne
    distance = slips(text, right)
    shortest = min(len(text), len(right))
    if distance > most or shortest < 3:
        return 0
    if distance == 2 and shortest < (6 if is_given else 5):
        return 0
    return 0 if is_given and _are_two_forms(text, right) else distance


def first_sound(word: str) -> str:
    """The first letter, one for those that are taken for each other in given names: Katherine, Catherine."""
    if word.startswith("ph"):
        return "f"
    return {"k": "c", "j": "g", "z": "s"}.get(word[:1], word[:1])


def slips(text: str, right: str) -> int:
    """The letters that are wrong, missing, too many or changed with their neighbours (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(text, 1):
        two_before, before, row = before, row, [at]
        for other_at, other in enumerate(right, 1):
            least = min(before[other_at] + 1, row[-1] + 1, before[other_at - 1] + (letter != other))
            if at > 1 < other_at and letter == right[other_at - 2] and text[at - 2] == other:
                least = min(least, two_before[other_at - 2] + 1)
            row.append(least)
    return row[-1]


def _are_two_forms(text: str, right: str) -> bool:
    """Whether one given name is a short or fond form of the other: Steve, Steven; Bill, Billy."""
    short, long = sorted((text, right), key=len)
    if len(short) > 3 and long.startswith(short) and set(long[len(short) :]) - {"e", short[-1]}:
        return True
    fond = [bool(re.search(r"(?:ie|y|ey)$", name)) for name in (text, right)]
    return fond[0] != fond[1] and _stem(text) == _stem(right)


def share_beginning(text: str, right: str) -> bool:
    """Whether two long words begin alike and end otherwise: Kerridge, Kerrigan; Hitchcockian is made from Hitchcock."""
    shared = next((n for n, (one, other) in enumerate(zip(text, right, strict=False)) if one != other), 0)
    return shared >= 5 and shared * 2 >= max(len(text), len(right))


def _stem(name: str) -> str:
    return re.sub(r"(.)\1$", r"\1", re.sub(r"(?:ie|ey|y|es|e|s)$", "", name))


def marked(text: str) -> str:
    """A word without case, points and apostrophes; its accents stay."""
    if text.isascii():
        return re.sub(r"[.'\s-]", "", text).casefold()
    return re.sub(r"[.'’ʼ\s‐‑-]", "", unicodedata.normalize("NFC", text)).casefold()

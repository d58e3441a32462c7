"""Numbers in words and figures."""

from __future__ import annotations

import re

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SIMPLE = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SIMPLE |= {"a": 1, "an": 1}

_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
_HUNDRED = "(?:an?|one|two|three) hundred"
WORDS = rf"(?:(?:{_HUNDRED}(?:[ -](?:and )?)?)?(?:(?:{_TEN})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{_ONE})|{_HUNDRED})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{WORDS})"


def value_of(text: str) -> float | None:
    """The number that a text says in figures or in words up to three hundred and ninety-nine."""
    plain = text.lower().replace(",", "").strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    total = 0
    for word in re.split(r"[\s-]+", plain):
        if word == "hundred":
            total = (total or 1) * 100
        elif word in _SIMPLE:
            total += _SIMPLE[word]
        elif word != "and":
            return None
    return float(total)


def in_words(number: int) -> str:
    """A number below a hundred in words: ninety-two."""
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def like(text: str, number: float) -> str:
    """The number in the form of a text: figures, words, a capital in front."""
    if re.match(r"\d", text) or number != int(number) or number >= 100:
        return f"{number:g}"
    words = in_words(int(number))
    return words.capitalize() if text[:1].isupper() else words

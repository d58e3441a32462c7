"""Numbers in words and figures."""

from __future__ import annotations

import re

from reviewcli.texts.expressions import Expression

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# Words for numbers that stand alone, and those that make others great.
SIMPLE = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}

GREAT = {"hundred": 100, "thousand": 1000}

_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
_HUNDRED = "(?:an?|one|two|three) hundred"
WORDS = rf"(?:(?:{_HUNDRED}(?:[ -](?:and )?)?)?(?:(?:{_TEN})(?:[ -](?:{'|'.join(_ONES[1:10])}))?|{_ONE})|{_HUNDRED})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{WORDS})"


def value_of(text: str) -> float | None:
    """The number that figures or words say: 9,000, twelve thousand five hundred and three."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", text.lower().strip()).replace(",", ".")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain)
    total = part = 0
    for word in re.split(r"[\s-]+", plain):
        if word == "thousand":
            total, part = (part or 1) * GREAT[word], 0
        elif word in GREAT:
            part = (part or 1) * GREAT[word]
        elif word in SIMPLE or word in ("a", "an"):
            part += SIMPLE.get(word, 1)
        elif word != "and":
            return None
    return float(total + part)


def in_words(number: int) -> str:
    """A number below a million in words: ninety-two, four hundred and twelve."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        joint = " and " if 0 < rest < 100 else " "
        return f"{in_words(thousands)} thousand{joint + in_words(rest) if rest else ''}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{in_words(hundreds)} hundred{f' and {in_words(rest)}' if rest else ''}"
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


_MOST_IN_WORDS = 1_000_000


def like(text: str, number: float) -> str:
    """The number in the form of a text: figures, words, a capital in front."""
    if re.match(r"\d", text) or number != int(number) or not 0 <= number < _MOST_IN_WORDS:
        return f"{number:.10g}"
    if number >= 100 and not re.search(r"hundred|thousand", text, re.IGNORECASE):
        return f"{number:g}"
    words = in_words(int(number))
    return words.capitalize() if text[:1].isupper() else words


HEDGE = (
    "pushing|approaching|about|around|roughly|approximately|nearly|almost|just over|just under|just|over|under|past"
    "|shy of|less than|more than|close to|some|only|a mere|at least|at most|up to|well over|well under"
    "|(?:a (?:little|bit|shade|touch|hair|tad)|slightly|comfortably) (?:over|under|past|more than|less than)"
)
_HEDGED = Expression(rf"\b({HEDGE})(?: an?| the)?\s*$", ignore_case=True)
OVER = ("over", "just over", "past", "more than", "at least", "well over")
UNDER = ("under", "just under", "less than", "shy of", "at most", "up to", "well under")
NEAR = (
    "almost",
    "nearly",
    "pushing",
    "approaching",
    "close to",
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
)


def hedge_before(text: str) -> str:
    """What a text ends in that makes a number a rough one; “a little over” is “over”."""
    match = _HEDGED.search(text)
    return re.sub(r"^(?:a (?!mere)\w+|slightly|comfortably) ", "", match[1].lower()) if match else ""


RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def rank_of(text: str) -> int | None:
    """The number that “third” or “3rd” says."""
    if text[:1].isdigit():
        return int(re.match(r"\d+", text)[0])  # type: ignore[index]  # it begins with one
    return RANKS.index(text.lower()) + 1 if text.lower() in RANKS else None


def like_rank(text: str, number: int) -> str:
    """A rank in the form of a text: a word, or figures with their ending."""
    if text[:1].isdigit() or number > len(RANKS):
        ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
        return f"{number}{ending}"
    return RANKS[number - 1].capitalize() if text[:1].isupper() else RANKS[number - 1]

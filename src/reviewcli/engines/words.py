"""Words as the engines see them, and what can be told from their letters alone."""

from __future__ import annotations

import functools
import re


def words_in(text: str) -> list[str]:
    """The words of a text as an engine splits it: an apostrophe holds one together, a hyphen parts two."""
    return word_pattern().findall(text)


@functools.cache
def word_pattern() -> re.Pattern[str]:
    """What `words_in` finds."""
    return re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def without_possessive(word: str) -> str:
    """The word without “’s” or a bare apostrophe at its end."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def is_lost_apostrophe(word: str) -> bool:
    """Whether the word is a contraction written without its apostrophe: dont, isnt, youre."""
    return _lost_apostrophe().fullmatch(word) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but quotation marks stands between this place and the end of a sentence before it."""
    before = text_before(text, start)
    if not before or before[-1] in "!?:\n…":
        return True
    return before[-1] == "." and not is_abbreviated(before)


def text_before(text: str, start: int) -> str:
    """A line's worth of text in front of a place, without spaces and opening marks at its end."""
    before = text[max(start - 60, 0) : start].rstrip(" \t\"“”‘’'(*_[")
    return before if before else "\n" * (start > 0)


def is_abbreviated(before: str) -> bool:
    """Whether the dot at the end of this text is that of a title, an initial or a firm: Mr., J., Bros."""
    return _abbreviated().search(before) is not None


def plain_letters(word: str) -> str:
    """The word without accents, in small letters: fiancée is fiancee."""
    if word.isascii():
        return word.lower()
    import unicodedata

    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@functools.cache
def _lost_apostrophe() -> re.Pattern[str]:
    return re.compile(
        r"(?:do|does|did|is|was|are|were|ca|wo|have|has|had|could|should|would|must|need)nt"
        r"|(?:you|they|we)(?:re|ve)|(?:that|there|here|what|who|where|how|let)s|im|ive|(?:you|they|it)(?:ll|d)",
        re.IGNORECASE,
    )


@functools.cache
def _abbreviated() -> re.Pattern[str]:
    before_a_name = "Mr|Mrs|Ms|Dr|St|Lt|Sgt|Col|Gen|Capt|Prof|Rev|Sen|Gov|Hon|vs"
    behind_one = "Jr|Sr|Bros|Inc|Ltd|Co|Corp|Vol|No|[A-Z]"
    return re.compile(rf"(?:^|[^\w])(?:{before_a_name}|{behind_one})\.$")

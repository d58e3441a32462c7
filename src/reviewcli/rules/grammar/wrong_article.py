from __future__ import annotations

import functools
import itertools
import re

from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity, Word


class WrongArticle(Rule, frozen=True):
    """“a” stands before a vowel's sound, or “an” before a consonant's.

    The sound decides, not the letter: an hour, a European, an MRI, an 80s film, a one-off. A word that is
    not known is left alone.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It is «a» honest film, «a» hour long.", fixed="It is an honest film, an hour long."),
        Bad("She is «an» European and «an» one-off.", fixed="She is a European and a one-off."),
        Bad(
            "«A» 18-year-old sees «an» 1970s film and «a» FBI man.",
            fixed=("An 18-year-old sees a 1970s film and an FBI man."),
        ),
        Bad(
            "It is «a» *unusual* film and «an» *slow* one.", fixed="It is an *unusual* film and a *slow* one."
        ),
    )
    good = (
        "An heir, an X-ray, an MP3, an 11-year-old, an 1800-metre run and an 800-page book.",
        "A unique university, a ewe, a eulogy, a Ukrainian, a 1980s one-off, a UFO and a uniform.",
        "An historic and a historic day; a herb and an herb; an hotel.",
        "Vitamin A is good, plan A also; from A to B; he got an A in it. An *A* is a letter.",
        "A NATO man, an NBC show, a SWAT team, an SOS, an Uzi, a U-turn.",
        "A Eurovision song, a Euro, a yttrium mine and an Yves.",
        "He is an, er, old hand, and a “e” is missing; it was a a.m. call.",
        "An unanimated hand; an unimportant one; a unilateral one; an uninspired one; a union.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            for word, following in itertools.pairwise(block.words):
                if word.text not in _ARTICLES or not _is_article(word, following):
                    continue
                right = _article_of(following)
                if right and right != word.text.lower():
                    fix = right.capitalize() if word.text[0] == "A" else right
                    message = f"“{word.text}” should be “{fix}” before “{following.text}”."
                    yield self.found(word, message, fix=fix)


_ARTICLES = frozenset({"a", "an", "A", "An"})
_DIGITS_WITH_VOWELS = ("8", "11", "18")
_EITHER = frozenset(
    """historic historical historically historian historians hotel hotels herb herbs herbal habitual hysterical
    heroic horrific hallucination hilarious homage hypothesis hereditary harmonious humble uzi uzis""".split()
)
_SILENT_H = ("honest", "honor", "honour", "hour", "heir")


def _is_article(word: Word, following: Word) -> bool:
    """Whether it is one: a blank behind it, no name's “A” (plan A, A Serious Man) and no initial."""
    text = word.block.text
    between = text[word.end : following.start]
    if between.strip("\"“‘'*_") != " ":
        return False
    if word.text[0] == "A" and not word.opens_sentence and not following.is_capitalised:
        return text[: word.start].rstrip()[-1:] in {"“", '"', ":", "—", "(", "‘"}
    return word.text[0] != "A" or word.opens_sentence


def _article_of(following: Word) -> str | None:
    """The article that a word's sound asks for, None where that is not known."""
    text = following.text
    if text[0].isdigit():
        return _article_of_number(text)
    first = re.split("[-'’‐‑]", text)[0]
    if len(first) > 1 and first.isupper():
        return _article_of_initials(first)
    lower = first.lower()
    if len(first) == 1:
        return _article_of_letter(first, following)
    if lower in _EITHER or not lower[:2].isascii():
        return None
    if "." in text:
        return None
    if (
        kinds_of(lower)
        or lower.startswith(("euro", "euph", "eulog"))
        or _is_compound(lower)
        or _is_plain(lower)
    ):
        return _article_of_sound(lower)
    return None


def _is_compound(lower: str) -> bool:
    """Whether what follows a prefix is a word: unfilmable, anti-war."""
    return any(
        lower.startswith(p) and kinds_of(lower[len(p) :]) for p in ("un", "over", "under", "anti", "non")
    )


def _is_plain(lower: str) -> bool:
    """Whether an unknown word's first letters leave no doubt: gurney, inept; not Uwe, Hermès, Ewan, mpeg."""
    first, second = lower[:1], lower[1:2]
    if first in "aei" and lower[:2] not in {"eu", "ew", "ao", "aa"}:
        return len(lower) > 2
    if first == "o":
        return second not in "aeinuw"
    vowels = "aeiouy"
    return first in "bcdfgklmnpqrstvwz" and (second in vowels or (second in "lrhwt" and lower[2:3] in vowels))


def _article_of_sound(lower: str) -> str | None:
    if lower.startswith(_SILENT_H):
        return "an"
    if lower[0] == "y" and lower[1:2] not in "aeiou":
        return None
    if lower[0] not in "aeiou":
        return "a"
    return "a" if _like_a_consonant().match(lower) else "an"


def _article_of_number(text: str) -> str | None:
    number = "".join(itertools.takewhile(lambda mark: mark.isdigit() or mark in ",.", text)).strip(",.")
    if number.startswith("8"):
        return "an"
    whole = number.split(".")[0].replace(",", "")
    if whole.startswith(("11", "18")):
        if len(whole) == 4 and "," not in number:
            return None  # 1100: eleven hundred, or one thousand one hundred; 1800s are eighteen hundred
        return "an" if len(whole) % 3 == 2 else "a"
    return "a" if whole else None


def _article_of_initials(first: str) -> str | None:
    """“an FBI man” is spelled out; “a NATO man” may be read as a word where the letters allow it."""
    if not first.isascii():
        return None
    if first[0] in "BCDGJKPQTVWYZ":
        return "a"
    if first[0] == "U":
        return None if len(first) > 3 else "a"
    is_spelled = not re.search("[AEIOUY]", first) or first in {
        "FBI",
        "MRI",
        "HIV",
        "LAPD",
        "MIT",
        "RAF",
        "MGM",
    }
    if first[0] in "AEIO":
        return "an" if first != "ONE" else None
    return "an" if is_spelled and len(first) <= 5 else None


def _article_of_letter(letter: str, following: Word) -> str | None:
    """“an X-ray”, “a T-shirt”; a letter alone is too little to go by."""
    if "-" not in following.text or not letter.isupper():
        return None
    return "an" if letter in "AEFHILMNORSX" else "a"


@functools.cache
def _like_a_consonant() -> re.Pattern[str]:
    return re.compile(
        "eu|ewe|once$|one$|oneself|ouija|ub[ei]|ufo|ugan|uk|unani(?!mat)|uni(?![dmnr])|ura|ure|uri|uru|us[aeiu]|ut[eio]|uvu|uyg"
    )

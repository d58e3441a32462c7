from __future__ import annotations

import functools
import itertools
import re

from reviewcli.document.ranges import has_edge
from reviewcli.document.sentence_words import abbreviation
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity, Word


class WrongArticle(Rule, frozen=True):
    """“a” stands before a vowel's sound, or “an” before a consonant's.

    The sound decides, not the letter: an hour, a European, an MRI, an 80s film, a one-off. A word that is
    not known is left alone. Where initials may be read out in full (a NJ town), where “an” was right once (an hundred,
    such an one) or may stand for “and”, before an h that some people speak (in a hour), and in quotations, it is a
    warning.
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
        "It was filmed on a ewe farm. An unissued cut of a unionized shop, to the nth degree: an nth cut.",
        "A is for apple, and A or B will do. *Volver a empezar* and *Viva a Italia* won; he sings “a un passo”.",
        "A 'andsome man, an an-and-a; n/a is an answer. An VIII and a VIII, an 1,100-seat hall, an 0-2 loss.",
        "A MS. of his, an Hon. Member, a oui, a *Up* and an *Us*; a NJ town, a EU law, a H-bomb.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if _ARTICLES.isdisjoint(block.plain_words):
                continue
            threes = zip((None, *block.words), block.words, block.words[1:], strict=False)
            yield from filter(None, (self._judged(*three) for three in threes))

    def _judged(self, before: Word | None, word: Word, following: Word) -> Finding | None:
        """The finding where this word is the wrong article for the next one."""
        if word.lower not in _ARTICLES or not _is_article(before, word, following):
            return None
        right = _article_of(following)
        if not right or right == word.lower:
            return None
        fix = right.capitalize() if word.text[0] == "A" else right
        message = f"“{word.text}” should be “{fix}” before “{following.text}”."
        return self.found(word, message, fix=fix, safe=_is_certain(before, word, following))


_ARTICLES = frozenset({"a", "an"})
_EITHER = frozenset(
    """historic historical historically historian historians hotel hotels herb herbs herbal habitual hysterical
    heroic horrific hallucination hilarious homage hypothesis hereditary harmonious humble uzi uzis""".split()
)
_SILENT_H = ("honest", "honor", "honour", "hour", "heir")


# Behind them “a” is how “have” is spoken (couldn't a known), behind the rest “an” may be “and” (you an me).
_MODALS = frozenset("could would should might must may will to".split())
_PERSONS = frozenset("i you he she it we they me him her us them this that".split())


def _is_article(before: Word | None, word: Word, following: Word) -> bool:
    """Whether it is one: blanks round it, no name's “A” (plan A, A Serious Man), no initial, no other language."""
    text = word.block.text
    between = text[word.end : following.start]
    if between.strip('"“') != " " or word.text == "AN" or word.is_emphasised:
        return False
    edge = text[max(word.start - 1, 0) : word.start]
    if not edge.isspace() and edge.strip("\"“‘'—–(["):
        return False
    if has_edge(word.block.links, word.end, following.start) or not _may_follow(following):
        return False
    if before is not None and before.sentence == word.sentence and not _is_english(before):
        return False
    if word.text[0] == "A" and not word.opens_sentence and not following.is_capitalised:
        return text[: word.start].rstrip()[-1:] in {"“", '"', ":", "—", "(", "‘"}
    return word.text[0] != "A" or word.opens_sentence


def _may_follow(following: Word) -> bool:
    """Whether an article may stand in front: of no verb, no little word, no title in italics."""
    if following.is_emphasised and (following.is_capitalised or not kinds_of(following.lower)):
        return False
    lower = following.lower
    if "-" in lower or lower == "one":
        return True
    kinds = kinds_of(lower).lstrip("-")
    return kinds[:1] not in ("x", "z") and kinds not in ("d", "b")


def _is_english(word: Word) -> bool:
    return word.is_capitalised or word.is_number or "-" in word.text or bool(kinds_of(word.lower))


def _is_certain(before: Word | None, word: Word, following: Word) -> bool:
    """Whether nothing else can be meant, and no reader says the word in another way."""
    if word.is_quoted or (before is not None and before.sentence != word.sentence):
        before = None
    if word.is_quoted or (before is not None and (before.is_capitalised and not before.opens_sentence)):
        return False
    if before is not None and (before.lower in _MODALS or before.lower.endswith(("n't", "n’t"))):
        return False
    if following.lower.startswith(_SILENT_H):
        return False  # “in a hour” is how Huck Finn talks
    is_said = following.is_number or "-" in following.text or _is_certain_word(following.text)
    return is_said and (word.lower == "a" or _is_certain_an(before, following))


def _is_certain_word(text: str) -> bool:
    """Whether it is a word that can only be a noun or what stands in front of one; of initials, letters."""
    if len(text) > 1 and text.isupper():
        return text[0] not in "EFHLMNRSUX"
    kinds = kinds_of(text).lstrip("-")
    return kinds[:1] in ("s", "j", "g") or "j" in kinds[1:] or (kinds == "r" and text.endswith("ly"))


def _is_certain_an(before: Word | None, following: Word) -> bool:
    """Whether this “an” is no “and”, and was wrong before a consonant at all times (an hundred, such an one)."""
    if before is None or before.lower in _PERSONS or following.text[0] in "aeiouyhAEIOUYH":
        return False
    return kinds_of(before.lower)[:1] in ("x", "z", "d", "b", "g", "r") or before.lower in {"such", "as"}


def _article_of(following: Word) -> str | None:
    """The article that a word's sound asks for, None where that is not known."""
    text = following.text
    if text[0].isdigit():
        return _article_of_number(text)
    if "." in text or (
        following.block.text.startswith(".", following.end) and abbreviation(text) is not None
    ):
        return None
    first = re.split("[-'’‐‑]", text)[0]
    if len(first) > 1 and first.isupper():
        return _article_of_initials(first)
    lower = first.lower()
    if len(first) == 1:
        return _article_of_letter(first, following)
    if lower in _EITHER or not lower[:2].isascii() or not re.search("[aeiouy]", lower):
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
    if lower.startswith("uni") and not lower.startswith("unani"):
        return _article_of_uni(lower)
    if lower.startswith("one") and lower not in {"one", "ones", "oneself"}:
        return None
    return "a" if _like_a_consonant().match(lower) else "an"


def _article_of_uni(lower: str) -> str | None:
    """“an un-important”, “a uni-versal”; “un-ionized” is “union-ized” too."""
    if kinds_of(lower[2:]) and len(lower) > 6:
        return "an" if lower[3] in "dmnr" else None
    return None if lower[3:4] in ("d", "m", "n", "r") else "a"


def _article_of_number(text: str) -> str | None:
    number = "".join(itertools.takewhile(lambda mark: mark.isdigit() or mark in ",.", text)).strip(",.")
    if number.startswith("8"):
        return "an"
    if number.startswith("0"):
        return None  # “oh”, or “zero”
    whole = number.split(".")[0].replace(",", "")
    if whole.startswith(("11", "18")):
        if len(whole) == 4:
            return None  # 1100: eleven hundred, or one thousand one hundred; 1800s are eighteen hundred
        return "an" if len(whole) % 3 == 2 else "a"
    return "a" if whole else None


def _article_of_initials(first: str) -> str | None:
    """“an FBI man” is spelled out; “a NATO man” may be read as a word where the letters allow it."""
    if not first.isascii() or first.startswith("EU") or not set(first) - set("IVXLCDM"):
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
    # A NJ town, a LA cop: two letters may be read out in full.
    return "an" if is_spelled and 3 <= len(first) <= 5 else None


def _article_of_letter(letter: str, following: Word) -> str | None:
    """“an X-ray”, “a T-shirt”; a letter alone is too little to go by."""
    if "-" not in following.text or not letter.isupper():
        return None
    if letter == "H":
        return None  # aitch, and haitch
    return "an" if letter in "AEFILMNORSX" else "a"


@functools.cache
def _like_a_consonant() -> re.Pattern[str]:
    return re.compile(
        "eu|ewe|once$|ones?$|oneself|oui|ub[ei]|ufo|ugan|uk|unani(?!mat)|ura|ure|uri|uru|us[aeiu]|ut[eio]|uvu|uyg"
    )

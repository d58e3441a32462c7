"""Names taken apart: titles, surnames, given names; and folded, so that two spellings of a name are equal."""

from __future__ import annotations

import functools
import re
import unicodedata


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    """van von vom zu zum zur de der den del della dello dei degli di da do dos das du la le les lo el al
    bin ibn bint ben ter ten te af av y e ap st st. o'"""
)
# Words before a character's name that are no part of it.
TITLES = _words(
    """mr mrs ms miss mx dr doctor professor prof sir dame lord lady madame madam monsieur herr frau senor
    senora don dona signor signora captain capt major colonel col general gen lieutenant lt sergeant sgt
    corporal private commander admiral inspector detective det officer chief sheriff marshal deputy
    agent constable superintendent king queen prince princess emperor empress duke duchess count
    countess baron baroness father mother sister brother reverend rev pastor bishop cardinal pope rabbi
    imam saint president senator governor mayor judge justice ambassador minister secretary uncle aunt
    auntie grandma grandpa granny cousin nurse coach master mistress young old little big the group
    first staff special vice lance warrant petty"""
)
_SUFFIXES = _words("jr sr ii iii iv v phd md esq")
NO_CHARACTERS = _words(
    "himself herself themselves themself self narrator narration various additional voices host"
)
# Family names that stand in front; they only decide between two orders that the notes both call right.
_FAMILY_FIRST = _words(
    """ang bae bai bong cai chan chang chen cheng choi chow chu cui dong fan feng gao gong gu guo han he ho
    hong hou hu huang im jang jeon jeong jia jiang jo jung kang kim ko kwon lau lee leung li liang lim
    lin liu lou lu luo ma na nguyen oh park qi ryu seo shin sohn son song tang tran tsai wang wei wong
    woo wu xie xu yang yao ye yoo yoon yu yuen zhang zhao zheng zhou zhu"""
)
_PLAIN = str.maketrans("øØłŁđĐðÐħĦı’‘ʼ´`ʻ′“”‐‑‒–\xa0", "oOlLdDdDhHi'''''''\"\"---- ") | {
    ord(letter): plain
    for letter, plain in {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "þ": "th", "Þ": "Th"}.items()
}


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The text without case and accents, with plain apostrophes and hyphens: what two spellings share."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


@functools.lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """A name as it is compared: folded, "J. J." as "jj", "Downey, Jr." as "downey jr", hyphens as spaces."""
    words = re.sub(r"[.,\"]", " ", fold(name).replace("-", " ").replace("&", " and ")).split()
    joined: list[str] = []
    initials = False
    for word in words:
        if len(word) == 1 and word.isalpha() and initials:
            joined[-1] += word
        else:
            joined.append(word)
        initials = len(word) == 1 and word.isalpha()
    return " ".join(joined)


@functools.lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """The name without a nickname in quotation marks or parentheses."""
    if not any(mark in name for mark in '“"‘('):
        return " ".join(name.split()) or name
    stripped = re.sub(r"\s*(?:[“\"‘][^”\"’]+[”\"’]|\([^)]*\))\s*", " ", f"{name} ")
    return " ".join(stripped.split()) or name


def nicknames(name: str) -> tuple[str, ...]:
    """What stands in quotation marks inside a name: `Dwayne “The Rock” Johnson`."""
    inside = re.findall(r"(?:^|\s)[“\"‘]([^”\"’]+)[”\"’](?=\s|$)", name)
    return tuple(inside) if bare(name) != name else ()


def is_suffix(word: str) -> bool:
    """Whether a word only follows names: Jr., Sr., III."""
    return word.strip(".,").casefold() in _SUFFIXES and not word.islower()


def name_words(name: str) -> list[str]:
    """The words of a name without nickname and suffix."""
    words = bare(name).replace(",", " ").split()
    while len(words) > 1 and is_suffix(words[-1]):
        words.pop()
    return words


def _ends_in_given(words: list[str]) -> bool:
    """Whether the last word shows by its form that it is a given name: Joon-ho, Chiu-wai."""
    first, _, second = words[-1].partition("-")
    return first[:1].isupper() and first.isalpha() and second.isalpha() and second.islower()


def is_family_first(name: str) -> bool:
    """Whether the form of a name shows the family name in front: Bong Joon-ho, Wong Kar-wai."""
    words = name_words(name)
    return len(words) == 2 and _ends_in_given(words)


def may_be_family_first(word: str) -> bool:
    """Whether a word is a family name that stands in front where its bearer comes from: Chow, Kim."""
    return fold(word) in _FAMILY_FIRST


def _is_family_inside(words: list[str]) -> bool:
    """Whether the family name stands between two given names: Tony Leung Chiu-wai, Mark Lee Ping-bing."""
    return len(words) == 3 and words[1][:1].isupper() and _ends_in_given(words)


@functools.lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The family name: Downey, van Hoytema, De Niro, Day-Lewis; one name alone is itself."""
    words = name_words(name)
    if len(words) < 2 or words[0].casefold() == "the":
        return " ".join(words)
    if is_family_first(name):
        return words[0]
    if _is_family_inside(words):
        return words[1]
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def given(name: str) -> str:
    """What stands before the family name; nothing where there is one name alone."""
    words = name_words(name)
    family = surname(name).split()
    if len(words) == len(family):
        return ""
    if _is_family_inside(words):
        return words[0]
    return " ".join(words[1:] if is_family_first(name) else words[: -len(family)])


def surname_as_known(name: str, short: str | None, aka: tuple[str, ...]) -> str:
    """The family name, where `short` or another order of the same words in `aka` says which word it is."""
    words = name_words(name)
    folded = [fold(word) for word in words]
    if short and len(short.split()) < len(words) and all(fold(word) in folded for word in short.split()):
        return short
    turned = any([fold(word) for word in name_words(other)] == folded[::-1] for other in aka)
    if turned and len(words) == 2 and folded[0] in _FAMILY_FIRST and folded[1] not in _FAMILY_FIRST:
        return words[0]
    return surname(name)


def without_titles(role: str) -> str:
    """A character's name without "Captain", "Dr.", "Young"; all of it where nothing else is left."""
    words = bare(role).split()
    start = 0
    while start < len(words) - 1 and fold(words[start]).strip(".") in TITLES:
        start += 1
    return " ".join(words[start:])

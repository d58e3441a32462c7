"""Names in a text and in the notes, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from reviewcli.document import Passage
from reviewcli.notes.surnames import fold, is_suffix
from reviewcli.reading.tagging.lexicon import kinds_of

Folded = tuple[str, ...]
_ABBREVIATIONS = frozenset("dr mr mrs ms jr sr st lt col gen capt sgt prof rev fr".split())


class NameWord(msgspec.Struct, frozen=True):
    """A word that may belong to a name: "J. J." is one; what an apostrophe adds ('s, 'd) is no part of it.

    `joins` says that nothing but a blank, a hyphen or an initial's point stands between it and the word
    before.
    """

    text: str
    folded: str
    start: int
    end: int
    joins: bool
    possessive: bool = False

    @property
    def is_capitalised(self) -> bool:
        """Whether it looks like part of a name: Ann, d'Arcy."""
        return self.text[0].isupper() or any(char.isupper() for char in self.text[1:3])


def name_words(text: str, small: frozenset[str] | None = None) -> list[NameWord]:
    """The words of a text, initials joined; with `small`, only those that are capitalised and these."""
    words: list[NameWord] = []
    after = 0
    for match in re.finditer(r"[\w\u0300-\u036f]+(?:['’ʼ][\w\u0300-\u036f]+)*", text):
        if small is not None and match.group().islower() and match.group() not in small:
            continue
        joins = bool(words) and not words[-1].possessive and _joins(words[-1], text[after : match.start()])
        word = _name_word(match, joins=joins)
        if joins and _is_initial(word.text) and _is_initials(words[-1].text):
            first = words.pop()
            word = NameWord(
                text[first.start : word.end],
                first.folded + word.folded,
                first.start,
                word.end,
                first.joins,
                word.possessive,
            )
        words.append(word)
        after = match.end()
    return words


@lru_cache(8192)
def form_words(form: str) -> tuple[Folded, Folded]:
    """The words of a name as they stand, and folded."""
    if form.isascii() and form.replace(" ", "").isalpha():
        texts = tuple(form.split())
        if min(map(len, texts)) > 1:  # no initials to be joined
            return texts, tuple(text.casefold() for text in texts)
    words = name_words(form)
    return tuple(word.text for word in words), tuple(word.folded for word in words)


def _name_word(match: re.Match[str], *, joins: bool) -> NameWord:
    text = match.group()
    ending = None if text.isalnum() else re.search(r"(?<=\w\w)['’ʼ](?:s|d|ll|ve|re)$", text, re.IGNORECASE)
    if ending:
        text = text[: ending.start()]
    return NameWord(text, _fold(text), match.start(), match.start() + len(text), joins, ending is not None)


def runs(words: list[NameWord], small: frozenset[str]) -> Iterator[list[NameWord]]:
    """The longest rows of joined words in capitals; the `small` words of names may stand between them."""
    run: list[NameWord] = []
    for word in words:
        if run and not word.joins:
            yield from _trimmed(run)
            run = []
        if word.is_capitalised or (run and word.folded in small):
            run.append(word)
        elif run:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _trimmed(run: list[NameWord]) -> Iterator[list[NameWord]]:
    while run and not run[-1].is_capitalised:
        run.pop()
    if run:
        yield run


def _fold(word: str) -> str:
    return fold(word).replace("'", "")


def _joins(before: NameWord, between: str) -> bool:
    if between.isspace() or between in ("-", "‐", "‑"):
        return True
    abbreviated = _is_initials(before.text) or before.folded in _ABBREVIATIONS
    return abbreviated and between.startswith(".") and not between[1:].strip(" \n-")


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_initials(text: str) -> bool:
    """Whether a word is made of initials: J, J. J, J.R.R (the last point is not part of it)."""
    return all(_is_initial(part) for part in re.split(r"[.\s-]+", text) if part) and len(text) < 12


def other_orders(form: str) -> Iterator[str]:
    """The family name in front or behind, middle initials left out, and the name without Jr."""
    words = form.replace(",", " ").split()
    without = [word for word in words if not is_suffix(word)]
    if 1 < len(without) < len(words):
        yield " ".join(without)
    if len(words) in (2, 3) and not any(word.islower() for word in words):
        yield " ".join([words[-1], *words[:-1]])
        yield " ".join([*words[1:], words[0]])
    middle = [word for word in words[1:-1] if len(word.strip(".")) > 1]
    if len(words) > 2 and len(middle) < len(words) - 2:
        yield " ".join([words[0], *middle, words[-1]])


# After a name that opens a sentence; "Copper wires" does not go on so.
_VERBS = frozenset(
    """is was has had plays played gives gave makes made does did can will would may might gets got takes took
    brings brought finds found never always also and or""".split()
)


def stands_as_name(passage: Passage, word: NameWord) -> bool:
    """Whether a lone word is a name where it stands; the first of a sentence may be any word in a capital."""
    if not passage.block.is_prose:
        return False
    opening = passage.sentence.words[:1]
    if not opening or opening[0].start != passage.start or word.possessive:
        return True
    following = [after.lower for after in passage.sentence.words if after.start >= passage.end][:1]
    if not following or following[0] in _VERBS:
        return bool(following)
    # No word of the language, in front of a verb: "Okafar cuts on breath"
    return not kinds_of(word.folded) and not {"z", "d"}.isdisjoint(kinds_of(following[0]))

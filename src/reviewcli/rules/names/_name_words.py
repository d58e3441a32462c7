"""Names in a text and in the notes, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.notes.surnames import fold

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


def name_words(text: str) -> list[NameWord]:
    """The words of a text, initials joined."""
    words: list[NameWord] = []
    after = 0
    for match in re.finditer(r"[\w\u0300-\u036f]+(?:['’ʼ][\w\u0300-\u036f]+)*", text):
        word = match.group()
        ending = re.search(r"(?<=\w\w)['’ʼ](?:s|d|ll|ve|re)$", word, re.IGNORECASE)
        possessive = ending is not None
        end = match.start() + (ending.start() if ending else len(word))
        joins = bool(words) and not words[-1].possessive and _joins(words[-1], text[after : match.start()])
        if joins and _is_initial(word) and _is_initials(words[-1].text):
            start = words[-1].start
            joined = words.pop()
            words.append(
                NameWord(text[start:end], joined.folded + fold(word), start, end, joined.joins, possessive)
            )
        else:
            words.append(
                NameWord(
                    text[match.start() : end],
                    _fold(text[match.start() : end]),
                    match.start(),
                    end,
                    joins,
                    possessive,
                )
            )
        after = match.end()
    return words


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
    return re.sub(r"['’ʼ]", "", fold(word))


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

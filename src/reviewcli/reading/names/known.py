"""The names of the notes, laid out for comparing them with those of a text."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

import msgspec

from reviewcli.document import Document
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import PARTICLES
from reviewcli.reading.names.spelling import first_sound
from reviewcli.reading.names.words import NameWord, name_words, other_orders

SHORTEST_ALONE = 5  # letters of a name that is compared when it stands alone
_LONG = 7

# Characters who are called by what they do have no name to misspell.
_TRADE = r"(?:er|or|ess|ist|man|men|woman|ian|ant|ent|ary|boy|girl|clerk|nurse|guard|priest|ghost)$"


class KnownName(msgspec.Struct, frozen=True):
    """A right form of a name: its words as the notes have them, the same folded, and the whole name."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    name: str


class KnownNames:
    """Every right form of every name of one document's notes.

    `words` are the folded words of all names and titles, `small` those of them that are written small,
    `sizes` how many words a form may have, longest first.
    """

    def __init__(self, doc: Document) -> None:
        self._exact: dict[tuple[str, ...], list[KnownName]] = defaultdict(list)
        self._by_initials: dict[tuple[str, ...], list[KnownName]] = defaultdict(list)
        self._alone: dict[str, list[KnownName]] = defaultdict(list)
        self._long_surnames: set[str] = set()
        for person in doc.names.people:
            self._add_person(person)
        for name in doc.notes.names if doc.notes else ():
            self._add(name, name)
        self.titles = {tuple(word.folded for word in name_words(title)) for title in doc.names.titles}
        every = list(itertools.chain.from_iterable(self._exact.values()))
        self.words = {word for known in every for word in known.folded}
        self.words |= {word.folded for text in doc.names.words for word in name_words(text)}
        self.small = PARTICLES | {
            folded
            for known in every
            for text, folded in zip(known.words, known.folded, strict=True)
            if text.islower()
        }
        self.sizes = sorted(
            {len(words) for words in self._exact} | {len(words) for words in self.titles}, reverse=True
        )

    def exact(self, folded: tuple[str, ...]) -> list[KnownName]:
        """The forms that these words are, but for case and accents."""
        return self._exact.get(folded, [])

    def with_initials(self, folded: tuple[str, ...]) -> list[KnownName]:
        """The forms of two words or more that begin with the same letters, word by word."""
        return self._by_initials.get(tuple(map(first_sound, folded)), [])

    def alone(self, folded: str) -> list[KnownName]:
        """The forms of one word, not too short, that begin with the same letter."""
        return self._alone.get(folded[:1], [])

    def is_long_surname(self, folded: str) -> bool:
        """Whether it is somebody's family name, and so long that a near one is hardly another's."""
        return folded in self._long_surnames

    def _add_person(self, person: KnownPerson) -> None:
        for form in person.forms:
            self._add(form, person.full, alone=not (person.is_role and re.search(_TRADE, form.casefold())))
            for other in other_orders(form):
                self._add(other, person.full)
        family = name_words(person.surname)
        if not person.is_role and len(family) == 1 and len(family[0].folded) >= _LONG:
            self._long_surnames.add(family[0].folded)

    def _add(self, form: str, name: str, *, alone: bool = True) -> None:
        words = name_words(form)
        if not words:
            return
        known = KnownName(tuple(word.text for word in words), tuple(word.folded for word in words), name)
        self._exact[known.folded].append(known)
        if len(words) > 1:
            self._by_initials[tuple(map(first_sound, known.folded))].append(known)
        elif alone and len(known.folded[0]) >= SHORTEST_ALONE:
            self._alone[known.folded[0][0]].append(known)


def differing(window: list[NameWord], known: KnownName) -> slice:
    """From the first word that differs to the last."""
    numbers = [
        n for n, (word, right) in enumerate(zip(window, known.folded, strict=True)) if word.folded != right
    ]
    return slice(numbers[0], numbers[-1] + 1)

"""The names of the notes, laid out for comparing them with those of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from reviewcli.document import Block, Document, once
from reviewcli.document.ranges import has_edge
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import PARTICLES
from reviewcli.reading.common_words import is_common
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.name_words import Folded, NameWord, form_words, name_words, other_orders, runs
from reviewcli.reading.facts.spelling import first_sound

SHORTEST_ALONE = 5  # letters of a name that is compared when it stands alone
_LONG = 7

# Characters who are called by what they do have no name to misspell.
_TRADE = r"(?:er|or|ess|ist|man|men|woman|ian|ant|ent|ary|boy|girl|clerk|nurse|guard|priest|ghost)$"


class KnownName(msgspec.Struct, frozen=True):
    """A right form of a name: its words as the notes have them, the same folded, and the whole name."""

    words: Folded
    folded: Folded
    name: str


class KnownNames:
    """Every right form of every name of one document's notes.

    `words` are the folded words of all names and titles, `small` those of them that are written small,
    `sizes` how many words a form may have, longest first.
    """

    def __init__(self, doc: Document) -> None:
        self._exact: dict[Folded, list[KnownName]] = defaultdict(list)
        self._by_initials: dict[Folded, list[KnownName]] = defaultdict(list)
        self._alone: dict[str, list[KnownName]] = defaultdict(list)
        self._by_word: dict[tuple[str, int, int], list[KnownName]] = defaultdict(list)
        self._long_surnames: set[str] = set()
        self._by_size: dict[int, list[KnownName]] = defaultdict(list)
        for person in doc.names.people:
            self._add_person(person)
        for name in doc.notes.names if doc.notes else ():
            self._add(name, name)
        self.titles = {form_words(title)[1] for title in doc.names.titles}
        for name in _in_full(doc):
            self._add(name, name)
        every = [known for forms in self._exact.values() for known in forms]
        for form in (*(forms[0] for forms in self._exact.values()), *_told_alone(doc)):
            if len(form.folded) == 1:
                self._by_size[len(form.folded[0])].append(form)
        self.words = {word for known in every for word in known.folded}
        self.words |= {word for text in doc.names.words for word in form_words(text)[1]}
        self.small = PARTICLES | {
            folded
            for known in every
            for text, folded in zip(known.words, known.folded, strict=True)
            if text.islower()
        }
        self.sizes = sorted(
            {len(words) for words in self._exact} | {len(words) for words in self.titles}, reverse=True
        )

    def exact(self, folded: Folded) -> list[KnownName]:
        """The forms that these words are, but for case and accents."""
        return self._exact.get(folded, [])

    def with_initials(self, folded: Folded) -> list[KnownName]:
        """The forms of two words or more that begin with the same letters, word by word."""
        return self._by_initials.get(tuple(map(first_sound, folded)), [])

    def with_most_of(self, folded: Folded) -> Iterator[KnownName]:
        """The forms of so many words that share one at its place with these, each once."""
        found = (self._by_word.get((word, n, len(folded)), ()) for n, word in enumerate(folded))
        yield from {known.folded: known for forms in found for known in forms}.values()

    def alone(self, folded: str) -> list[KnownName]:
        """The forms of one word, not too short, that begin with the same letter."""
        return self._alone.get(folded[:1], [])

    def of_size(self, folded: str) -> Iterator[KnownName]:
        """The forms of one word that are as long as this one, or a letter shorter or longer."""
        for size in (len(folded), len(folded) - 1, len(folded) + 1):
            yield from self._by_size.get(size, ())

    def is_long_surname(self, folded: str) -> bool:
        """Whether it is somebody's family name, and so long that a near one is hardly another's."""
        return folded in self._long_surnames

    def _add_person(self, person: KnownPerson) -> None:
        for form in person.forms:
            is_trade = person.is_role and re.search(_TRADE, form.casefold()) is not None
            self._add(form, person.full, alone=not is_trade)
            for other in other_orders(form):
                self._add(other, person.full)
        _, family = form_words(person.surname)
        if not person.is_role and len(family) == 1 and len(family[0]) >= _LONG:
            self._long_surnames.add(family[0])

    def _add(self, form: str, name: str, *, alone: bool = True) -> None:
        texts, folded = form_words(form)
        if not texts:
            return
        known = KnownName(texts, folded, name)
        self._exact[folded].append(known)
        if len(texts) > 1:
            self._by_initials[tuple(map(first_sound, folded))].append(known)
            for number, word in enumerate(folded):
                self._by_word[word, number, len(folded)].append(known)
        elif alone and len(folded[0]) >= SHORTEST_ALONE:
            self._alone[folded[0][0]].append(known)


def _in_full(doc: Document) -> Iterator[str]:
    """The names of several words that points and quotations tell."""
    return (fact.text for fact in index_of(doc).of("name") if len(fact.text.split()) > 1)


def _told_alone(doc: Document) -> Iterator[KnownName]:
    """The names of one word that points tell: the father, Livio, a stoker."""
    for fact in index_of(doc).of("point"):
        for match in re.finditer(r"(?<=[a-z,] )[A-Z][\w’'-]{3,}", fact.text):
            texts, folded = form_words(match.group())
            if len(folded) == 1 and not is_common(folded[0]):
                yield KnownName(texts, folded, texts[0])


@once
def known_names(doc: Document) -> KnownNames:
    """The names that the notes of a document hold."""
    return KnownNames(doc)


@once
def runs_of(doc: Document, block: Block) -> tuple[tuple[NameWord, ...], ...]:
    """The rows of capitals in a block; none goes over the edge of italics."""
    small = known_names(doc).small
    words = name_words(block.text, small)
    if block.emphasis:
        words = list(_parted(words, block))
    return tuple(tuple(run) for run in runs(words, small))


def _parted(words: list[NameWord], block: Block) -> Iterator[NameWord]:
    for before, word in zip([None, *words], words, strict=False):
        is_parted = before is not None and has_edge(block.emphasis, before.end, word.start)
        yield msgspec.structs.replace(word, joins=False) if is_parted else word

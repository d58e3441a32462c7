"""Names that a text spells in two ways, whatever the notes say."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.document.sentence_words import opens_sentences
from reviewcli.reading.facts.known import known_names, runs_of
from reviewcli.reading.facts.name_words import NameWord
from reviewcli.reading.facts.spelling import slip_distance

_SHORTEST = 6  # letters of a word in which a letter is wrong; a shorter one may be another's name
_LONGEST = 40  # letters of a word, and
_MOST = 8  # words of a name, that are compared letter by letter

_Name = tuple[str, ...]


def two_spellings(doc: Document) -> Iterator[tuple[Passage, str]]:
    """Every name that stood before in another spelling, with that spelling; those of the notes have their own."""
    words = known_names(doc).words
    spellings = _Spellings()
    for passage, name in _names(doc):
        folded = tuple(word.folded for word in name)
        text = " ".join(word.text for word in name)
        if passage.is_quoted or text.isupper() or not words.isdisjoint(folded):
            continue
        before = spellings.before(folded)
        if before is None:
            spellings.add(folded, text, name[-1].text)
        elif before != text and before.casefold() != text:
            yield passage, before


class _Spellings:
    """The first spelling of each name so far."""

    def __init__(self) -> None:
        self._first: dict[_Name, str] = {}
        self._alike: dict[tuple[object, ...], list[tuple[int, _Name]]] = {}

    def before(self, folded: _Name) -> str | None:
        """How the name was spelt first, or the first of which it may be a slip."""
        if folded in self._first:
            return self._first[folded]
        near = (each for key in _keys(folded) for each in self._alike.get(key, ()))
        slips = [(number, other) for number, other in near if _is_slip(folded, other)]
        return self._first[min(slips)[1]] if slips else None

    def add(self, folded: _Name, text: str, last: str) -> None:
        """Keep a name, and its last word by itself."""
        for key in _keys(folded):
            self._alike.setdefault(key, []).append((len(self._first), folded))
        self._first[folded] = text
        self._first.setdefault(folded[-1:], last)


def _names(doc: Document) -> Iterator[tuple[Passage, list[NameWord]]]:
    """The names in full of the prose, and what stands alone in a capital where a sentence does not begin."""
    for block in doc.prose:
        for run in runs_of(doc, block):
            name = [*run]
            while len(name) > 1 and opens_sentences(name[0].text):
                name = name[1:]
            passage = Passage(block, name[0].start, name[-1].end)
            if len(name) > 1 or passage.before.strip():
                yield passage, name


def _keys(folded: _Name) -> set[tuple[object, ...]]:
    """Of two names of which one may be a slip of the other, one key at least is the same.

    A slip changes one word, not its first letter, and of its letters, in whatever order, one at most.
    """
    keys: set[tuple[object, ...]] = set()
    for at, word in enumerate(folded) if 1 < len(folded) <= _MOST else ():
        if _SHORTEST - 1 <= len(word) <= _LONGEST:
            letters = "".join(sorted(word))
            less = {letters, *(letters.replace(letter, "", 1) for letter in letters)}
            keys.update((folded[:at], folded[at + 1 :], word[0], each) for each in less)
    return keys


def _is_slip(folded: _Name, other: _Name) -> bool:
    """Whether two names in full differ by a letter in one long word."""
    if len(folded) < 2 or len(folded) != len(other):
        return False
    wrong = [(one, two) for one, two in zip(folded, other, strict=True) if one != two]
    return len(wrong) == 1 and len(wrong[0][0]) >= _SHORTEST and slip_distance(*wrong[0], 1) > 0

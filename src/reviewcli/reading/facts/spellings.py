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
    first: dict[_Name, str] = {}
    alike: dict[tuple[object, ...], list[tuple[int, _Name]]] = {}
    for passage, name in _names(doc):
        folded = tuple(word.folded for word in name)
        text = " ".join(word.text for word in name)
        if passage.is_quoted or text.isupper() or not words.isdisjoint(folded):
            continue
        before = first.get(folded)
        if before is None:
            keys = _keys(folded)
            slips = [it for key in keys for it in alike.get(key, ()) if _is_slip(folded, it[1])]
            before = first[min(slips)[1]] if slips else None
            for key in () if slips else keys:
                alike.setdefault(key, []).append((len(first), folded))
        if before is None:
            first[folded] = text
            first.setdefault(folded[-1:], name[-1].text)
        elif before != text and before.casefold() != text:
            yield passage, before


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

"""Names that a text spells in two ways, whatever the notes say."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.document.sentence_words import opens_sentences
from reviewcli.reading.facts.known import known_names, runs_of
from reviewcli.reading.facts.name_words import NameWord
from reviewcli.reading.facts.spelling import slip_distance

_SHORTEST = 6  # letters of a word in which a letter is wrong; a shorter one may be another's name


def two_spellings(doc: Document) -> Iterator[tuple[Passage, str]]:
    """Every name that stood before in another spelling, with that spelling; those of the notes have their own."""
    words = known_names(doc).words
    first: dict[tuple[str, ...], str] = {}
    for passage, name in _names(doc):
        folded = tuple(word.folded for word in name)
        text = " ".join(word.text for word in name)
        if passage.is_quoted or text.isupper() or not words.isdisjoint(folded):
            continue
        before = first.get(folded) or next((first[other] for other in first if _is_slip(folded, other)), None)
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


def _is_slip(folded: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names in full differ by a letter in one long word."""
    if len(folded) < 2 or len(folded) != len(other):
        return False
    wrong = [(one, two) for one, two in zip(folded, other, strict=True) if one != two]
    return len(wrong) == 1 and len(wrong[0][0]) >= _SHORTEST and slip_distance(*wrong[0], 1) > 0

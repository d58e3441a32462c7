"""The words of a draft that a reader notices when they come again: long ones, the writer's own, no names."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from reviewcli.document import Document, Word, once_a_text


class Occurrence(NamedTuple):
    """A word and how many words of the prose stand before it."""

    word: Word
    at: int


@once_a_text
def occurrences(doc: Document) -> dict[str, list[Occurrence]]:
    """Where every word of five letters or more stands, by the word in small letters."""
    found: dict[str, list[Occurrence]] = {}
    before = 0
    for block in doc.prose:
        for at, word in enumerate(() if block.in_quote else block.words, before + 1):
            if len(word.text) > 4:
                found.setdefault(word.lower, []).append(Occurrence(word, at))
        before += len(block.words)
    return found


def own(found: list[Occurrence], doc: Document) -> list[Occurrence]:
    """Those that are no part of a name, a title or a quotation."""
    return [
        each
        for each in found
        if not (each.word.is_capitalised and not each.word.opens_sentence)
        and not each.word.is_quoted
        and not each.word.is_emphasised
        and not doc.names.knows(each.word.text)
    ]


def stem(word: str) -> str:
    """What the forms of a word share."""
    from reviewcli.reading.outline.content_words import stems_of

    return min(stems_of(word))


def judges(word: str) -> bool:
    """Whether a word in small letters praises or blames."""
    return word in _judging()


@functools.cache
def _judging() -> frozenset[str]:
    lines = Path(__file__).with_name("judging_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_common(word: str) -> bool:
    """Whether it is a word that all texts or all reviews are full of."""
    from reviewcli.reading.readability.counts import is_difficult

    return not is_difficult(word) or not is_difficult(word.removesuffix("s")) or word in _OF_REVIEWS


_OF_REVIEWS = frozenset(
    """action actor actors actress actresses adaptation album albums artist artists audience audiences author
    backdrop camera cinema cinematic cinematography cinematographer climax comedies comedy comic credits
    critic critics dialogue director directors directing drama dramatic dramas editing effects ending
    episode episodes feature features filmmaker filmmakers filmmaking finale footage franchise gameplay
    genre genres horror humor humour image images lyrics melody menu monster movie movies musical narration
    narrative narrator novel original performance performances performer performers player players plot
    plots premise prequel producer production protagonist protagonists readers remake restaurant romance
    romantic scenario scenes screen screenplay script scripts season seasons sequel sequels sequence
    sequences series soundtrack special storyline studio subplot supporting theater theatre theatrical
    thriller thrillers track tracks version versions viewer viewers viewing villain villains visual visuals
    vocals voice western writer writers character characters although despite however instead perhaps
    because""".split()
)

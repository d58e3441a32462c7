"""Runs of another language without quotation marks or italics: plus ça change, a French block quotation."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.engines.marks import Mark
from reviewcli.engines.prose import Prose
from reviewcli.engines.words import words_in

# Small words of French, Spanish, Italian and German that are no words of English.
_SMALL = frozenset(
    """la le les des je il elle nous vous ne que qui et une est dans avec c'est n'est qu'il qu'elle d'un d'une j'ai
    l'amour où très même être el los las una por como más mi der und ist ich nicht ein eine dem
    zu auf gli che della è ça""".split()
)
_NEAR = 2


def foreign_runs(prose: Prose, marks: list[Mark]) -> list[tuple[int, int]]:
    """The places of unknown words that stand among small words of another language, and those that they lead to."""
    spelling = [mark for mark in marks if mark.spelling]
    found: list[tuple[int, int]] = []
    last = -1
    for mark in spelling:
        if _has_small_word_near(prose.text, mark) or (
            last >= 0 and len(words_in(prose.text[last : mark.start])) <= 1 and mark.start - last < 12
        ):
            found.append((mark.start, mark.end))
            last = mark.end
    return found


def words_of_runs(text: str) -> Iterator[str]:
    """The words of a text that stand among small words of another language."""
    words = [word.replace("’", "'") for word in words_in(text)]
    if _SMALL.isdisjoint(words):
        return
    for number, word in enumerate(words):
        if word in _SMALL:
            yield from words[max(number - _NEAR, 0) : number + _NEAR + 1]


def _has_small_word_near(text: str, mark: Mark) -> bool:
    """Whether one of the next two words on either side, none of them a name, is a small word of another language."""
    before = words_in(text[max(mark.start - 30, 0) : mark.start])[-_NEAR:]
    behind = words_in(text[mark.end : mark.end + 30])[:_NEAR]
    near = {word.replace("’", "'") for word in (*before, *behind)}
    if text[mark.start : mark.end].lower().replace("’", "'") in _SMALL:
        return True
    return bool(near & _SMALL)

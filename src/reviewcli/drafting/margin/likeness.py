"""Whether a text tells a point, also in other words: by the words that carry it, names and numbers, in any order."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from reviewcli.document import Sentence
from reviewcli.document.blocks import Block
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.numerals import NUMBER, value_of
from reviewcli.reading.outline.content_words import content_words, stems_of

# Set on half of the pairs in tests/drafting/points; tests/drafting/test_likeness.py measures them on the other half.
_TOLD, _CLAUSE, _PERHAPS, _WHOLE_CLAUSE = 0.44, 0.34, 0.4, 0.75
_FORM, _KIN, _NAME = 0.8, 0.7, 0.6  # what a related form, a word of the same sense and a name count for
_REACH = 3  # sentences that may tell a point between them

_CLAUSES = r"[,;:.!?–—]\s|\b(?:and|but|so|because|which|who|while|though|then|without|with|where|when|whenever|after)\b"


class Told(enum.Enum):
    """Whether a point stands in a text."""

    IN = "in the text"
    PERHAPS = "perhaps"
    NOT = "not in the text"


class Answer(NamedTuple):
    """Whether a point is told, and in which sentence, or where it would be nearest."""

    told: Told
    sentence: Sentence | None


class _Carrier(NamedTuple):
    """A word that carries a point: what its forms share, and what it counts for."""

    stems: frozenset[str]
    weight: float


class _Words:
    """The words of a few sentences, to look others up in."""

    def __init__(self, text: str) -> None:
        self.stems = frozenset(stem for stems in telling(text).values() for stem in stems)
        self._beginnings: dict[str, list[str]] = {}
        for stem in self.stems:
            self._beginnings.setdefault(stem[:4], []).append(stem)
        self._groups = {group for stem in self.stems for group in _kin().get(stem, ())}

    def holds(self, stems: frozenset[str]) -> float:
        """How far a word is among these: itself, a related form, a word of its sense, or not."""
        if not self.stems.isdisjoint(stems):
            return 1
        if any(_is_form(stem, other) for stem in stems for other in self._beginnings.get(stem[:4], ())):
            return _FORM
        return _KIN if any(not self._groups.isdisjoint(_kin().get(stem, ())) for stem in stems) else 0


class Reader:
    """A text that is asked what it tells."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._windows: list[tuple[tuple[Sentence, ...], _Words]] = []
        for block in blocks:
            sentences = block.sentences
            for start in range(max(1, len(sentences) - _REACH + 1)):
                window = tuple(sentences[start : start + _REACH])
                if window:
                    self._windows.append((window, _Words(" ".join(each.text for each in window))))

    def ask(self, point: str) -> Answer:
        """Whether the text tells a point, by the few sentences that come nearest."""
        clauses = carriers(point)
        best: tuple[Told, float] = (Told.NOT, 0)
        nearest: tuple[Sentence, ...] = ()
        for window, words in self._windows:
            judged = _judged(clauses, words)
            if (-_ORDER[judged[0]], judged[1]) > (-_ORDER[best[0]], best[1]):
                best, nearest = judged, window
        return Answer(best[0], max(nearest, key=lambda each: _share(clauses, each.text)) if nearest else None)


_ORDER = {told: number for number, told in enumerate(Told)}


def telling(text: str) -> dict[str, frozenset[str]]:
    """The words that carry a text, each with what its forms share; numbers as figures."""

    def figure(match: re.Match[str]) -> str:
        value = None if match[0].lower() in ("one", "a", "an") else value_of(match[0])
        return match[0] if value is None else f" n{value:g}x ".replace(".", "p")

    return content_words(re.sub(rf"(?i)\b{NUMBER}\b", figure, fold(text)))


def carriers(point: str) -> list[list[_Carrier]]:
    """The words that carry each clause of a point."""
    names = {fold(word) for word in re.findall(r"(?<=[\s(“\"'’-])[^\W\d_]+", point) if word[0].isupper()}
    clauses = [
        [_Carrier(stems, _NAME if word in names else 1) for word, stems in telling(clause).items()]
        for clause in re.split(_CLAUSES, point)
    ]
    full = [clause for clause in clauses if clause]
    return full or [[]]


def _judged(clauses: list[list[_Carrier]], words: _Words) -> tuple[Told, float]:
    shares = [_covered(clause, words) for clause in clauses]
    share = _covered([each for clause in clauses for each in clause], words)
    if share >= _TOLD and min(shares) >= _CLAUSE:
        return Told.IN, share
    if share >= _PERHAPS or (len(shares) > 1 and max(shares) >= _WHOLE_CLAUSE):
        return Told.PERHAPS, share
    return Told.NOT, share


def _share(clauses: list[list[_Carrier]], text: str) -> float:
    return _covered([each for clause in clauses for each in clause], _Words(text))


def _covered(carriers: list[_Carrier], words: _Words) -> float:
    """The share of these words that is among those, by weight; all of none."""
    total = sum(each.weight for each in carriers)
    return sum(words.holds(each.stems) * each.weight for each in carriers) / total if total else 1


def _is_form(one: str, other: str) -> bool:
    """Whether two words begin alike for so long that they are related: silence and silent."""
    longer = max(len(one), len(other))
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return same >= 4 and same >= 0.6 * longer


@functools.cache
def _kin() -> dict[str, frozenset[int]]:
    """The groups of kin.txt that each word is in, by what its forms share."""
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(
        Path(__file__).with_name("kin.txt").read_text(encoding="utf-8").splitlines()
    ):
        if not line.startswith("#"):
            for stem in (stem for word in line.split() for stem in stems_of(word)):
                groups.setdefault(stem, set()).add(number)
    return {stem: frozenset(found) for stem, found in groups.items()}

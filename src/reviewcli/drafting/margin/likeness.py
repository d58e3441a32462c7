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
from reviewcli.reading.numerals import NUMBER, value_of
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


class Reader:
    """A text that is asked what it tells: by every few sentences that follow one another in a paragraph."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._windows: list[tuple[Sentence, ...]] = []
        self._where: dict[str, list[int]] = {}
        for block in blocks:
            sentences = block.sentences
            for start in range(max(bool(sentences), len(sentences) - _REACH + 1)):
                window = tuple(sentences[start : start + _REACH])
                for stem in _stems(" ".join(each.text for each in window)):
                    self._where.setdefault(stem, []).append(len(self._windows))
                self._windows.append(window)
        self._beginnings: dict[str, list[str]] = {}
        self._groups: dict[int, list[str]] = {}
        for stem in self._where:
            self._beginnings.setdefault(stem[:4], []).append(stem)
            for group in _kin().get(stem, ()):
                self._groups.setdefault(group, []).append(stem)

    def ask(self, point: str) -> Answer:
        """Whether the text tells a point, by the few sentences that come nearest."""
        clauses = carriers(point)
        if not clauses:
            return Answer(Told.IN, None)
        said = [[(self._saying(each.stems), each.weight) for each in clause] for clause in clauses]
        scores = [self._scores(clause) for clause in said]
        near = {number for found in scores for number in found}
        best = max(near, key=lambda number: (*_judged(clauses, scores, number), -number), default=None)
        if best is None:
            return Answer(Told.NOT, None)
        told = list(Told)[-_judged(clauses, scores, best)[0]]
        every = [each for clause in said for each in clause]
        return Answer(
            told, max(self._windows[best], key=lambda sentence: _share(every, _stems(sentence.text)))
        )

    def _saying(self, stems: frozenset[str]) -> dict[str, float]:
        """The words of the text that say a word, each with what it counts for: kin, related forms, itself."""
        groups = {group for stem in stems for group in _kin().get(stem, ())}
        kin = {other: _KIN for group in groups for other in self._groups.get(group, ())}
        near = {(stem, other) for stem in stems for other in self._beginnings.get(stem[:4], ())}
        forms = {other: _FORM for stem, other in near if _is_form(stem, other)}
        return kin | forms | {stem: 1.0 for stem in stems if stem in self._where}

    def _scores(self, clause: list[tuple[dict[str, float], float]]) -> dict[int, float]:
        """What of a clause stands in each window that has any of it, by weight."""
        scores: dict[int, float] = {}
        for words, weight in clause:
            found: dict[int, float] = {}
            for stem, value in sorted(words.items(), key=lambda each: each[1]):
                found |= dict.fromkeys(self._where[stem], value)
            for number, value in found.items():
                scores[number] = scores.get(number, 0) + value * weight
        return scores


def _judged(clauses: list[list[_Carrier]], scores: list[dict[int, float]], number: int) -> tuple[int, float]:
    """How far a window tells a point, from -2 (not) to 0 (all of it), and the share of the words that are there."""
    weights = [sum(each.weight for each in clause) for clause in clauses]
    found = [each.get(number, 0) for each in scores]
    share = sum(found) / sum(weights)
    shares = [one / weight for one, weight in zip(found, weights, strict=True)]
    if share >= _TOLD and min(shares) >= _CLAUSE:
        return 0, share
    is_half = share >= _PERHAPS or (len(shares) > 1 and max(shares) >= _WHOLE_CLAUSE)
    return (-1 if is_half else -2), share


def _share(said: list[tuple[dict[str, float], float]], stems: set[str]) -> float:
    return sum(
        weight * max((words[stem] for stem in words.keys() & stems), default=0) for words, weight in said
    )


def _stems(text: str) -> set[str]:
    return {stem for stems in telling(text).values() for stem in stems}


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
    return [clause for clause in clauses if clause]


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

"""Which paragraph is which section: by its heading, else by cues, names, plot and place."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from reviewcli.document import Block, Document
    from reviewcli.notes.model import Notes

OUTLINE_SECTIONS = (
    "opening",
    "context",
    "synopsis",
    "performances",
    "craft",
    "themes",
    "critique",
    "comparisons",
    "verdict",
    "other",
)


_BASE = {"other": 0.2}  # what a paragraph is when nothing speaks for anything
_MOST = 4.0  # what all cues together may say


def sections_of(doc: Document, kinds: list[list[float]]) -> list[tuple[str, float]]:
    """The section of every block of the prose, and how sure that is, from 0 to 1."""
    reader = _Reader(doc)
    return [reader.section(number, block, kinds[number]) for number, block in enumerate(doc.prose)]


def headings_name_sections(doc: Document) -> bool:
    """Whether the headings say what stands under them: “The Acting”, not “A woman and a marsh”."""
    headings = [section for section in doc.sections if section.heading]
    named = {section.name for section in headings if section.name}
    return bool(headings) and (len(named) > 1 or len(named) == len(headings))


class Cues(msgspec.Struct, frozen=True):
    """What speaks for sections: single words, beginnings of words, phrases, each with a section and a weight."""

    words: dict[str, tuple[tuple[str, float], ...]]
    beginnings: dict[str, tuple[str, float]]
    phrases: dict[str, tuple[str, float]]


class _Reader:
    def __init__(self, doc: Document) -> None:
        self._has_headings = headings_name_sections(doc)
        self._last = len(doc.prose) - 1
        people = doc.names.people
        self._actors = _forms(person.forms for person in people if person.roles)
        self._roles = _forms(person.forms for person in people if person.is_role)
        makers = _makers(doc.notes) if doc.notes else set()
        self._crew = _forms(person.forms for person in people if person.full in makers and not person.is_role)
        self._works = [other.title for other in doc.notes.comparisons] if doc.notes else []

    def section(self, number: int, block: Block, plot: list[float]) -> tuple[str, float]:
        if self._has_headings:
            return block.section or "other", 1.0 if block.section else 0.5
        scores = {name: _BASE.get(name, 0.0) for name in OUTLINE_SECTIONS}
        for name, weight in cues_in(block.text):
            scores[name] += weight
        scores = {name: min(score, _MOST) for name, score in scores.items()}
        self._add_names(scores, block.text)
        share = _share(block, plot)
        self._add_plot(scores, share)
        self._add_place(scores, number, judges=share < 0.5)
        name = max(scores, key=lambda each: scores[each])
        total = sum(math.exp(score) for score in scores.values())
        return name, math.exp(scores[name]) / total

    def _add_names(self, scores: dict[str, float], text: str) -> None:
        if self._actors or self._crew or self._roles:
            self._add_people(scores, set(re.findall(r"[^\W_]+", text)))
        scores["comparisons"] += min(2.0, sum(1.5 for title in self._works if title in text))

    def _add_people(self, scores: dict[str, float], words: set[str]) -> None:
        scores["performances"] += min(1.5, 0.5 * len(words & self._actors))
        scores["craft"] += min(1.2, 0.4 * len(words & self._crew))
        scores["synopsis"] += min(1.0, 0.3 * len(words & self._roles))

    def _add_plot(self, scores: dict[str, float], share: float) -> None:
        scores["synopsis"] += 4.5 * share - 1.5
        for name in ("verdict", "critique", "craft", "performances"):
            scores[name] -= 1.2 * share

    def _add_place(self, scores: dict[str, float], number: int, *, judges: bool) -> None:
        if number == 0:
            scores["opening"] += 3.2
            scores["verdict"] -= 2.0
        if self._last > 0:
            place = number / self._last
            scores["synopsis"] += 1.0 - 1.5 * place
            if number == self._last:
                scores["verdict"] += 3.0 if judges else 1.0
            else:
                scores["verdict"] += 2.0 * (place - 0.8)


def _share(block: Block, plot: list[float]) -> float:
    """How much of a paragraph tells the plot, from 0 to 1."""
    lengths = [sentence.end - sentence.start for sentence in block.sentences]
    told = sum(length for length, each in zip(lengths, plot, strict=True) if each > 0.5)
    return told / max(sum(lengths), 1)


def _makers(notes: Notes) -> set[str]:
    """Those who made the work and are not seen in it."""
    return {person.name for person in notes.people()} - {member.name for member in notes.cast}


def cues_in(text: str) -> Iterator[tuple[str, float]]:
    """The section and the weight of every cue of a text; a cue that comes again says no more."""
    cues = _cues()
    plain = text.lower().replace("’", "'")
    words = set(re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", plain))
    beginnings: set[str] = set()
    for word in words:
        yield from cues.words.get(word, ())
        beginnings.update(_begun(word))
    if beginnings:
        yield from (found for beginning, found in cues.beginnings.items() if beginning in beginnings)
    for phrase, found in cues.phrases.items():
        if phrase in plain:
            yield found


@functools.lru_cache(16384)
def _begun(word: str) -> tuple[str, ...]:
    """The beginnings of words among the cues that a word has."""
    return tuple(beginning for beginning in _cues().beginnings if word.startswith(beginning))


def _forms(forms: Iterator[tuple[str, ...]]) -> set[str]:
    """The words of names, without the small ones that many names share."""
    return {
        word
        for each in forms
        for form in each
        for word in re.findall(r"[^\W_]+", form)
        if len(word) > 2 and word[0].isupper() and word not in ("The", "Mrs", "Captain", "Doctor")
    }


@functools.cache
def _cues() -> Cues:
    words: dict[str, list[tuple[str, float]]] = {}
    beginnings: dict[str, tuple[str, float]] = {}
    phrases: dict[str, tuple[str, float]] = {}
    path = Path(__file__).parent / "data" / "section_cues.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, listed = line.partition(":")
        name, _, weight = head.partition(" ")
        for cue in map(str.strip, listed.split(",")):
            if " " in cue:
                phrases[cue] = (name, float(weight))
            elif cue.endswith("*"):
                beginnings[cue[:-1]] = (name, float(weight))
            else:
                words.setdefault(cue, []).append((name, float(weight)))
    return Cues({cue: tuple(found) for cue, found in words.items()}, beginnings, phrases)

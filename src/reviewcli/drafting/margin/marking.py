"""The markers in the margin of a draft, and where each stands: no sentence is split, none is changed."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

import msgspec

from reviewcli.document import Document, Sentence
from reviewcli.drafting.margin.digests import Digests, Point, edit_of_digests, point_of, words_of
from reviewcli.drafting.margin.facts import changed_facts
from reviewcli.drafting.margin.likeness import Reader, Told
from reviewcli.drafting.margin.places import after_block, end_of_section, set_in
from reviewcli.drafting.margin.points import NAMED_KEYS, Said, points_of
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import surname
from reviewcli.texts.findings import Edit, Span

_SAME = 0.5  # of a point's telling words, where they tell the same
_BEGINNING = 5  # words of a sentence, by which its reader finds it
_OF_THE_DRAFT = {
    "standfirst": "opening", "strengths": "critique", "weaknesses": "critique", "audience": "verdict",
    "content_note": "verdict", "score": "verdict", "awards": "verdict",
    **{name: "performances" if key.names == "people" else "craft" for name, key in NAMED_KEYS.items()},
}  # fmt: skip


class Margin(msgspec.Struct, frozen=True):
    """What is to change in a draft: how many markers are new, and how many places have other facts."""

    edits: tuple[Edit, ...]
    markers: int = 0
    facts: int = 0


def margin(
    doc: Document, notes: Notes, fresh: str, old: Digests | None, new: Digests, *, spoilers: bool
) -> Margin:
    """What the notes bring to a draft that has seen others.

    Args:
        doc: the draft as its writer left it.
        notes: the notes as they are now.
        fresh: the draft that they would make.
        old: what the draft has seen; where it does not say, it says so from now on, and nothing else happens.
        new: what it has seen when this is done.
        spoilers: whether points that tell too much are drafted.
    """
    seen = edit_of_digests(doc.source, new)
    if old is None:
        return Margin((seen,))
    facts = changed_facts(doc.source, fresh, old, new)
    markers = Markers(doc)
    points = list(points_of(notes, spoilers=spoilers))
    unseen, gone = _changes(points, old)
    for said, before in unseen:
        markers.add_point(said, before)
    for point in gone:
        markers.add_gone(point)
    for key, value in facts.new:
        markers.add_fact(key, f"{key}: {value}" if key else value)
    for what, end in facts.gone:
        markers.add_fact(what, what, end, gone=True)
    edits = (seen, *facts.edits, *markers.edits)
    return Margin(edits, len(markers.edits), len(facts.edits))


def _changes(points: list[Said], old: Digests) -> tuple[list[tuple[Said, Point | None]], list[Point]]:
    """Each point that the draft has not seen, with the one that it was before it changed; and those that are gone."""
    seen = Counter(point.name for point in old.points)
    unseen: list[Said] = []
    for said in points:
        name = point_of(said).name
        if seen[name]:
            seen[name] -= 1
        else:
            unseen.append(said)
    gone: list[Point] = []
    for point in reversed(old.points):  # of twins, the last is the one that left
        if seen[point.name]:
            seen[point.name] -= 1
            gone.insert(0, point)
    found: list[tuple[Said, Point | None]] = []
    for said in unseen:
        words = point_of(said).words
        before = max(gone, key=lambda point: _share(point, words), default=None)
        if before is not None and _share(before, words) >= _SAME:
            gone.remove(before)
        else:
            before = None
        found.append((said, before))
    return found, gone


def _share(point: Point, words: frozenset[str]) -> float:
    """How much of a point as the draft remembers it is among these words."""
    return len(point.words & words) / len(point.words) if point.words else 0


class Markers:
    """The markers that a draft gets, none that it has already."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._reader = Reader(doc.prose)
        self.edits: list[Edit] = []

    def add_point(self, said: Said, before: Point | None) -> None:
        """A point that is new, or another than it was: beside what speaks of it, else at the end of its section."""
        section = _OF_THE_DRAFT.get(said.section, said.section)
        told, sentence = self._reader.ask(said.text)
        if told is Told.NOT or (told is Told.PERHAPS and sentence and sentence.block.section != section):
            sentence = None
        sentence = (self._teller(before) if before else None) or sentence or self._naming(said.who)
        at = (
            after_block(self._doc.source, sentence.span.end)
            if sentence
            else end_of_section(self._doc, section)
        )
        self._add(said.section, said.shown, at)

    def add_gone(self, point: Point) -> None:
        """A point that the notes have no more: behind the paragraph that tells it, if one does."""
        if sentence := self._teller(point):
            words = sentence.text.split()
            text = " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")
            at = after_block(self._doc.source, sentence.span.end)
            self._add(sentence.block.section or "text", text, at, gone=True)

    def add_fact(self, key: str, text: str, end: int = -1, *, gone: bool = False) -> None:
        """A fact that the draft has in words of its own, or one that is gone, behind its line where it has one."""
        section = _OF_THE_DRAFT.get(key, "opening")
        at = end_of_section(self._doc, section) if end < 0 else after_block(self._doc.source, end)
        self._add("facts", text, at, gone=gone)

    def _teller(self, point: Point) -> Sentence | None:
        """The sentence that most likely tells a point."""
        shares = [_share(point, words) for words in self._words]
        most = max(shares, default=0)
        return self._doc.sentences[shares.index(most)] if most >= _SAME else None

    @cached_property
    def _words(self) -> list[frozenset[str]]:
        return [words_of(sentence.text) for sentence in self._doc.sentences]

    def _naming(self, who: str) -> Sentence | None:
        """The last sentence that opens a paragraph with somebody's name."""
        name = surname(who)
        found = [block for block in self._doc.prose if name and name in block.sentences[0].text]
        return found[-1].sentences[0] if found else None

    def _add(self, section: str, text: str, at: int, *, gone: bool = False) -> None:
        source = self._doc.source
        said = re.sub(r"-(?=-)", r"-\\", " ".join(text.split()))
        marker = f'<!-- review-todo {section}: {"gone from" if gone else "new in"} the notes: "{said}" -->'
        if marker not in source:
            self.edits.append(Edit(Span(at, at), set_in(source, at, marker, plain=self._doc.plain)))

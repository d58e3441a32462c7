"""Everything that the notes say, each with its key and its place: what a draft can be held against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any, Literal

import msgspec

from reviewcli.document import Document, once
from reviewcli.notes.editions import EPISODES, HOURS, PAGES, PRICE, SEASONS, VISITS
from reviewcli.notes.kinds import KEYS, KINDS, OWN_KEYS
from reviewcli.notes.marked import UNMARKED, Marked
from reviewcli.notes.model import Notes
from reviewcli.notes.people import PERSONS, read_cast_line
from reviewcli.notes.points import point_of
from reviewcli.notes.reading import Reading
from reviewcli.notes.shapes import DAY
from reviewcli.notes.surnames import fold
from reviewcli.notes.values import CastMember
from reviewcli.notes.works import comparison_of, quote_of
from reviewcli.reading.facts.jobs import is_department
from reviewcli.reading.outline.content_words import content_words
from reviewcli.texts.findings import Noted
from reviewcli.texts.lines import Lines
from reviewcli.texts.yaml.nodes import Node, Scalar, Sequence_

Type = Literal[
    "person", "role", "maker", "name", "title", "thing", "number", "date", "award", "quotation", "spoiler", "point",
    "text",
]  # fmt: skip

# What stands under a key, where its shape does not say so: a path as it begins, without numbers of items.
_TYPES: dict[str, Type] = {
    "title": "title", "original_title": "title", "comparisons": "title", "comparisons.why": "point",
    "comparisons.year": "number", "franchise": "title", "franchise.part": "text", "based_on": "title",
    "based_on.author": "person", "based_on.year": "number", "cast": "person", "cast.role": "role",
    "crew": "person", "narrator": "person", "performances": "point", "craft": "point", "context": "point",
    "synopsis": "point", "themes": "point", "critique": "point", "verdict": "point", "headline": "point",
    "standfirst": "point", "opening": "point", "audience": "point", "content_note": "point", "jottings": "point",
    "quotes": "quotation", "quotes.speaker": "name", "spoilers": "spoiler", "awards": "award", "names": "name",
    "year": "number", "runtime": "number", "score": "number", "release": "date", "date": "date", "seen": "text",
    "seen.date": "date",
    "seen.disclosure": "point",
}  # fmt: skip
# Of keys that one kind alone has, those in which a number or a day stands.
_TYPES |= {
    name: "date" if key.shape is DAY else "number"
    for name, key in OWN_KEYS.items()
    if key.shape in (DAY, EPISODES, HOURS, PAGES, PRICE, SEASONS, VISITS)
}
_SILENT = frozenset("kind ids slug tags author".split())
_FREE = frozenset(("extra",))  # whoever stands there is named in full
_FLAGS = frozenset("voice lead spoiler rewatch pronoun result".split())
_HOUSES = frozenset("published issued distributed aired developed".split())
_SAID = "point"  # ends the kind of what is said of a dish, a track, somebody shown
_IN_PROSE = frozenset(("point", "quotation", "spoiler"))
_QUOTED = r"“([^“”]{3,})”|\"([^\"]{3,})\"|(?<!\w)‘([^‘’]{3,}(?:’\w[^‘’]*)*)’(?!\w)|(?<!\w)'([^']{3,})'(?!\w)"
# Two capitals or more in a row, small words of names between them: a name in full.
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀČĆĐĒĪŁŌŘŠŚŪŽŻ]"
FULL_NAME = (
    rf"(?<![\w’'-]){_CAPITAL}[\w’'-]*\.?(?: (?:(?:van|von|der|den|de|del|da|di|du|la|le|el|al|bin|of|the) ){{0,2}}"
    rf"{_CAPITAL}[\w’'-]*\.?)+"
)


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the notes say.

    `key` is its path, items counted from 1: `cast.2.name`. `start..end` are its place in the source of the notes.
    `beside` is the text that it stands in, with the words of its key. A number has its `value`, and as its `unit` the
    key that it stands under. `jobs` are what a person does, in the words of `Job.name`, and `cast`; `of` is whose role
    it is.
    """

    type: Type
    text: str
    key: str
    start: int
    end: int
    beside: str
    value: float | None = None
    unit: str = ""
    jobs: tuple[str, ...] = ()
    of: str = ""

    @property
    def top(self) -> str:
        """The key at the top: cast."""
        return self.key.partition(".")[0]

    @property
    def anchors(self) -> frozenset[str]:
        """The telling words beside it, as stems: of its point and of its key."""
        return telling(self.beside)


@lru_cache(2048)
def telling(text: str) -> frozenset[str]:
    """The stems of the words of a text that carry it."""
    return frozenset().union(*content_words(text).values())


class Index:
    """The facts of one review's notes, in the order of the file."""

    def __init__(self, facts: tuple[Fact, ...] = (), marked: Marked = UNMARKED) -> None:
        self.facts = facts
        self._marked = marked

    @cached_property
    def _by_type(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fact.type, []).append(fact)
        return found

    @cached_property
    def _by_text(self) -> dict[str, list[Fact]]:
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            found.setdefault(fold(fact.text), []).append(fact)
        return found

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._marked.source)

    def of(self, *types: Type) -> tuple[Fact, ...]:
        """The facts of these types."""
        return tuple(fact for type_ in types for fact in self._by_type.get(type_, ()))

    def under(self, *keys: str) -> tuple[Fact, ...]:
        """The facts at these keys and below them."""
        return tuple(
            fact for fact in self.facts for key in keys if fact.key == key or fact.key.startswith(f"{key}.")
        )

    def named(self, text: str, *types: Type) -> Fact | None:
        """The first fact that is this text, but for case and accents; of these types, or of any."""
        facts = self._by_text.get(fold(text), ())
        return next((fact for fact in facts if not types or fact.type in types), None)

    def noted(self, fact: Fact | None) -> Noted | None:
        """The place of a fact, as findings show it."""
        if fact is None:
            return None
        line, column = self._lines.place(fact.start)
        return Noted(self._marked.first_line + line - 1, column, fact.key, fact.text)


@once
def index_of(doc: Document) -> Index:
    """The facts of the notes of a document; none without notes."""
    return index(doc.notes) if doc.notes else Index()


def index(notes: Notes) -> Index:
    """Every scalar of the notes as a fact, and of points the names in full and the quoted words too."""
    marked = notes.marked
    facts: list[Fact] = []
    for key, node in marked.node.entries if marked.node else ():
        if key.text in KEYS and key.text not in _SILENT:
            for leaf in _leaves(node, (key.text,), key.text):
                facts.extend(_facts_of(leaf, notes.kind, marked.source))
    return Index(tuple(facts), marked)


class _Leaf(msgspec.Struct, frozen=True):
    """A text of the notes at its path; `kind` is the path without numbers of items and names that stand as keys."""

    node: Scalar
    path: tuple[str, ...]
    kind: str


def _leaves(node: Node, path: tuple[str, ...], kind: str) -> Iterator[_Leaf]:
    """The texts below a node; a key that names somebody or something is one too."""
    if node.is_absent or node.given or not kind:
        return
    if isinstance(node, Scalar):
        yield _Leaf(node, path, kind)
    elif isinstance(node, Sequence_):
        for number, item in enumerate(node.items, 1):
            yield from _leaves(item, (*path, str(number)), kind)
    else:
        for key, value in node.entries:
            if KEYS[path[0]].names or path[0] in _FREE:
                yield _Leaf(key, (*path, key.text), kind)
            yield from _leaves(value, (*path, key.text), _kind_below(kind, key.text))


def _kind_below(kind: str, key: str) -> str:
    """The kind of what stands under a key; empty for what says nothing of the work."""
    if kind in KEYS and KEYS[kind].names:
        return f"{kind}.{_SAID}"
    further = f"{kind}.{key}"
    return "" if key in _FLAGS else further if further in _TYPES else kind


def _type_of(leaf: _Leaf) -> Type:
    if leaf.kind in _TYPES:
        return _TYPES[leaf.kind]
    if leaf.kind.endswith(_SAID):
        return "point"
    key = KEYS[leaf.path[0]]
    if key.shape is PERSONS:
        return "maker" if key.is_group else "person"
    if key.names:
        return "thing"
    return "maker" if key.claim in _HOUSES else "text"


def _facts_of(leaf: _Leaf, kind: str, source: str) -> Iterator[Fact]:
    """The fact that a text is, and those that it holds."""
    is_line = leaf.path[-1] == leaf.path[0] or leaf.path[-1].isdigit()
    if is_line and leaf.kind in _LINES:
        yield from _LINES[leaf.kind](leaf, source)
        return
    type_, text = _type_of(leaf), leaf.node.text.strip()
    if type_ == "number":
        yield _fact(leaf, source, type_, text, value=_first_number(text), unit=leaf.path[-1])
    elif type_ in ("person", "maker"):
        yield _fact(leaf, source, type_, text, jobs=_jobs_at(leaf.path, kind))
    else:
        yield _fact(leaf, source, type_, point_of(text).text if type_ == "point" else text)
    if type_ in _IN_PROSE or leaf.path[0] in _FREE:
        yield from _facts_in(leaf, source)


def _facts_in(leaf: _Leaf, source: str) -> Iterator[Fact]:
    """The names in full and the quoted words of a text."""
    for match in re.finditer(FULL_NAME, leaf.node.text):
        yield _fact(leaf, source, "name", match.group())
    for match in re.finditer(_QUOTED, leaf.node.text):
        yield _fact(leaf, source, "quotation", next(filter(None, match.groups())))


def _of_cast(leaf: _Leaf, source: str) -> Iterator[Fact]:
    """“NAME as ROLE” is a person and their roles."""
    member = read_cast_line(Reading(source), leaf.node)
    if isinstance(member, CastMember):
        yield _fact(leaf, source, "person", member.name, jobs=("cast",))
        yield from (_fact(leaf, source, "role", role, of=member.name) for role in member.roles)


def _of_comparison(leaf: _Leaf, source: str) -> Iterator[Fact]:
    """“TITLE (YEAR) — why” is a title, a number and a point."""
    other = comparison_of(leaf.node.text)
    yield _fact(leaf, source, "title", other.title)
    if other.year:
        yield _fact(leaf, source, "number", str(other.year), value=other.year, unit="year", of=other.title)
    if other.why:
        yield _fact(leaf, source, "point", other.why)
    yield from _facts_in(leaf, source)


def _of_quote(leaf: _Leaf, source: str) -> Iterator[Fact]:
    """“the words — who says them” is a quotation and a name."""
    quote = quote_of(leaf.node.text)
    yield _fact(leaf, source, "quotation", quote.text, of=quote.speaker or "")
    if quote.speaker:
        yield _fact(leaf, source, "name", quote.speaker)


# Lines that hold several facts, by kind.
_LINES = {"cast": _of_cast, "comparisons": _of_comparison, "quotes": _of_quote}


def _fact(leaf: _Leaf, source: str, type_: Type, text: str, **more: Any) -> Fact:
    span = leaf.node.span
    at = source.find(text, span.start, span.end)
    start, end = (at, at + len(text)) if at >= 0 else (span.start, span.end)
    beside = " ".join((*leaf.path, leaf.node.text))
    return Fact(type=type_, text=text, key=".".join(leaf.path), start=start, end=end, beside=beside, **more)


def _jobs_at(path: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """The jobs of whoever stands at a path, in notes of this kind."""
    if path[0] == "cast":
        return ("cast",)
    department = path[1] if path[0] == "crew" and len(path) > 1 else ""
    jobs = KINDS[kind].jobs
    return tuple(job.name for job in jobs if path[0] in job.keys.split() or is_department(department, job))


def _first_number(text: str) -> float | None:
    match = re.search(r"\d+(?:[.,]\d+)?", text)
    return float(match.group().replace(",", ".")) if match else None

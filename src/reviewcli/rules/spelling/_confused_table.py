"""The table of confused words, `confused_words.txt`: read once, its lines only for words that a text has."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reviewcli.rules.spelling._contexts import BlockWords, Context, read_context

_TABLE = Path(__file__).parent / "_data"


class Entry(msgspec.Struct, frozen=True):
    """A word or words that stand for `right` where one of `when` holds and none of `unless`, lines of the table."""

    wrong: tuple[str, ...]
    right: str
    when: tuple[str, ...]
    unless: tuple[str, ...]

    def is_meant(self, words: BlockWords, number: int) -> bool:
        """Whether the word of that number is wrong here."""
        last = number + len(self.wrong) - 1
        if tuple(words.lower[number : last + 1]) != self.wrong or any(words.gaps[number + 1 : last + 1]):
            return False
        # With a capital inside a sentence it is a name's or a title's.
        if words.is_name(number):
            return False
        return any(_context(line).holds(words, number, last) for line in self.when) and not any(
            _context(line).holds(words, number, last) for line in self.unless
        )


class Section(msgspec.Struct, frozen=True):
    """The lines of one or more pairs, as they stand in the table."""

    wrong: tuple[str, ...]
    right: tuple[str, ...]
    lines: tuple[str, ...]


def first_words() -> frozenset[str]:
    """Every word that an entry begins with."""
    return frozenset(_by_first_word())


@functools.cache
def entries_for(word: str) -> tuple[Entry, ...]:
    """The entries that begin with a word."""
    return tuple(_entry(section, wrong, right) for section, wrong, right in _by_first_word()[word])


def examples() -> list[tuple[str, str]]:
    """The examples of the table: `bad` or `good`, and the text."""
    return [
        (kind, text)
        for section in _table()[1]
        for line in section.lines
        for kind, _, text in (line.partition(" "),)
        if kind in {"bad", "good"}
    ]


def _entry(section: Section, wrong: str, right: str) -> Entry:
    lines = [line for line in section.lines if not line.startswith(("bad ", "good "))]
    return Entry(
        wrong=tuple(wrong.split()),
        right=right,
        when=tuple(line for line in lines if not line.startswith("- ")),
        unless=tuple(line[2:] for line in lines if line.startswith("- ")),
    )


@functools.cache
def _context(line: str) -> Context:
    """A line of the table, taken apart where a text asks for it."""
    return read_context(line, _table()[0])


@functools.cache
def _by_first_word() -> dict[str, list[tuple[Section, str, str]]]:
    found: dict[str, list[tuple[Section, str, str]]] = {}
    for section in _table()[1]:
        for wrong, right in zip(section.wrong, section.right, strict=True):
            found.setdefault(wrong.split()[0], []).append((section, wrong, right))
    return found


@functools.cache
def _table() -> tuple[dict[str, frozenset[str]], list[Section]]:
    """The sets of words by their names, and the sections in order."""
    sets: dict[str, frozenset[str]] = {}
    found: list[tuple[str, list[str]]] = []
    for line in _lines():
        if line[0] == "@":
            name, _, members = line[1:].partition("=")
            sets[name.strip()] = sets.get(name.strip(), frozenset()) | _members(members.split(), sets)
        elif line[0] == " ":
            found[-1][1].append(line.strip())
        else:
            found.append((line, []))
    return sets, [_section(head, lines) for head, lines in found]


def _lines() -> Iterator[str]:
    """The lines of the table that say something."""
    for path in sorted(_TABLE.glob("confused_*.txt"), reverse=True):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield line


def _members(words: list[str], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a set, and those of the sets that it names."""
    return frozenset(words).union(*(sets[word[1:]] for word in words if word[0] == "@"))


def _section(head: str, lines: list[str]) -> Section:
    wrong, _, right = head.partition(" > ")
    return Section(tuple(wrong.split("|")), tuple(right.split("|")), tuple(lines))

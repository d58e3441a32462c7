"""Tables of slips that the words beside decide: read once, their lines only for words that a text has."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reviewcli.document import Document, Passage, once_a_text
from reviewcli.reading.tagging.forms import with_ing
from reviewcli.rules.spelling._contexts import Atom, BlockWords, Context, atom, read_context

_FOLDER = Path(__file__).parent / "_data"


class Entry(msgspec.Struct, frozen=True):
    """Words that stand for `right` where one of `when` holds and none of `unless`, lines of a rule's table."""

    rule: str
    wrong: tuple[str, ...]
    right: str
    when: tuple[str, ...]
    unless: tuple[str, ...]

    def is_meant(self, words: BlockWords, number: int) -> bool:
        """Whether the words from that number on are wrong here."""
        last = number + len(self.wrong) - 1
        if last >= len(words.lower) or any(words.gaps[number + 1 : last + 1]) or words.is_name(number):
            return False  # with a capital inside a sentence it is a name's or a title's
        if not all(_suits(text, words, at) for at, text in enumerate(self.wrong, number)):
            return False
        return any(_context(line).holds(words, number, last) for line in self.when) and not any(
            _context(line).holds(words, number, last) for line in self.unless
        )

    def put_right(self, words: BlockWords, number: int) -> str:
        """What should stand there instead."""
        if self.right == "-":
            return "-".join(words.lower[number : number + len(self.wrong)])
        starred = next((at for at, text in enumerate(self.wrong) if text[0] == "<"), None)
        if starred is None:
            return self.right
        word = words.lower[number + starred]
        return self.right.replace("*ing", with_ing(word)).replace("*", word)


class Slip(msgspec.Struct, frozen=True):
    """An entry that holds of a piece of the text."""

    entry: Entry
    piece: Passage
    right: str

    @property
    def is_quoted(self) -> bool:
        """Whether somebody else says it."""
        start, block = self.piece.start, self.piece.block
        return block.in_quote or any(first <= start < last for first, last in block.quotations)


class Section(msgspec.Struct, frozen=True):
    """Pairs that share contexts, as they stand in the table."""

    rule: str
    pairs: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


@once_a_text
def slips(doc: Document) -> tuple[Slip, ...]:
    """Every slip of every table, one for a word."""
    known = first_words()
    found: list[Slip] = []
    for block in doc.prose:
        words: BlockWords | None = None
        for number, lower in enumerate(block.plain_words):
            if lower not in known:
                continue
            words = words or BlockWords(block)
            entry = next((it for it in _entries_at(words, number) if it.is_meant(words, number)), None)
            if entry:
                last = words.words[number + len(entry.wrong) - 1]
                piece = Passage(last.block, words.words[number].start, last.end)
                found.append(Slip(entry, piece, entry.put_right(words, number)))
    return tuple(found)


def first_words() -> frozenset[str]:
    """Every word that an entry begins with."""
    return frozenset(_by_first_word())


@functools.cache
def entries_for(word: str) -> tuple[Entry, ...]:
    """The entries that begin with a word, the longest first."""
    entries = [_entry(section, wrong, right) for section, wrong, right in _by_first_word()[word]]
    return tuple(sorted(entries, key=lambda entry: -len(entry.wrong)))


def _entries_at(words: BlockWords, number: int) -> tuple[Entry, ...]:
    """The entries that a word and the one behind it do not rule out, the longest first."""
    by_second = _by_second_word(words.lower[number])
    following = words.lower[number + 1] if number + 1 < len(words.lower) else ""
    return by_second.get(following, by_second[""])


@functools.cache
def _by_second_word(word: str) -> dict[str, tuple[Entry, ...]]:
    """The entries that begin with a word by the word that follows; under "" those that any other may follow."""
    entries = entries_for(word)
    second = [
        entry.wrong[1] if len(entry.wrong) > 1 and entry.wrong[1][0] != "<" else "" for entry in entries
    ]
    return {
        each: tuple(entry for entry, own in zip(entries, second, strict=True) if own in ("", each))
        for each in {"", *second}
    }


def examples() -> list[tuple[str, str, str]]:
    """The examples of the tables: the rule, `bad` or `good`, and the text."""
    return [
        (section.rule, kind, text)
        for section in _table()[1]
        for line in section.lines
        for kind, _, text in (line.partition(" "),)
        if kind in {"bad", "good"}
    ]


def _suits(text: str, words: BlockWords, at: int) -> bool:
    return _starred(text).suits(words, at) if text[0] == "<" else words.lower[at] == text


def _entry(section: Section, wrong: str, right: str) -> Entry:
    lines = [line for line in section.lines if not line.startswith(("bad ", "good "))]
    return Entry(
        rule=section.rule,
        wrong=tuple(wrong.split()),
        right=right,
        when=tuple(line for line in lines if not line.startswith("- ")),
        unless=tuple(line[2:] for line in lines if line.startswith("- ")),
    )


@functools.cache
def _context(line: str) -> Context:
    """A line of a table, taken apart where a text asks for it."""
    return read_context(line, _table()[0])


@functools.cache
def _starred(text: str) -> Atom:
    return atom(text, _table()[0])


@functools.cache
def _by_first_word() -> dict[str, list[tuple[Section, str, str]]]:
    found: dict[str, list[tuple[Section, str, str]]] = {}
    for section in _table()[1]:
        for wrong, right in section.pairs:
            found.setdefault(wrong.split()[0], []).append((section, wrong, right))
    return found


@functools.cache
def _table() -> tuple[dict[str, frozenset[str]], list[Section]]:
    """The sets of words by their names, and the sections of all tables in order."""
    sets: dict[str, frozenset[str]] = {}
    found: list[tuple[str, list[str], list[str]]] = []
    for rule, line in _lines():
        if line[0] == "@":
            name, _, members = line[1:].partition("=")
            sets[name.strip()] = sets.get(name.strip(), frozenset()) | _members(members.split(), sets)
        elif line[0] == " ":
            found[-1][2].append(line.strip())
        elif found and found[-1][0] == rule and not found[-1][2]:
            found[-1][1].append(line)
        else:
            found.append((rule, [line], []))
    return sets, [
        Section(rule, tuple(pair for head in heads for pair in _pairs(head)), tuple(lines))
        for rule, heads, lines in found
    ]


def _lines() -> Iterator[tuple[str, str]]:
    """The lines of the tables that say something, each with its rule; the sets come first."""
    for path in sorted(_FOLDER.glob("*.txt"), key=lambda path: (path.stem != "sets", path.stem)):
        rule = path.stem.partition("-")[0].replace("_", "-")
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield rule, line


def _members(words: list[str], sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a set, and those of the sets that it names."""
    return frozenset(words).union(*(sets[word[1:]] for word in words if word[0] == "@"))


def _pairs(head: str) -> Iterator[tuple[str, str]]:
    """The forms of a line in step: of “a|b > c|d”, of “depend{,s} of > depend{,s} on”."""
    wrong, _, right = head.partition(" > ")
    # The alternatives of one word may be right as several: alot|alittle > a lot|a little.
    wrongs, rights = (_forms(wrong), _forms(right)) if " " in wrong else (wrong.split("|"), right.split("|"))
    yield from zip(wrongs, rights * len(wrongs) if len(rights) == 1 else rights, strict=True)


def _forms(text: str) -> list[str]:
    """Every way to read a phrase of which words have alternatives or endings, in order."""
    return [" ".join(form) for form in itertools.product(*map(_word_forms, text.split()))]


def _word_forms(word: str) -> list[str]:
    if "{" not in word:
        return word.split("|")
    stem, _, endings = word.removesuffix("}").partition("{")
    return [stem + ending for ending in endings.split(",")]

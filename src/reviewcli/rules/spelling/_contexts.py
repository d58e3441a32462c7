"""Contexts: what may stand round a word, as a line of a table, and whether it does.

A line names the words in front of `_`, which is the word itself, and those behind it; `_data/sets.txt` says how.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from reviewcli.document import Block
from reviewcli.reading.tagging.lexicon import kinds_of

_FAR = 14  # how many words `...` may pass over
_SHUTS = frozenset(".,;:!?)…]")
_ENDS = frozenset(".;:!?…")


class BlockWords:
    """The words of a block in small letters, and the marks between them.

    `gaps[i]` is what stands in front of word `i`, without spaces and quotation marks; that of the first word and
    the one behind the last are a full stop.
    """

    def __init__(self, block: Block) -> None:
        self.words = block.words
        self.lower = block.plain_words
        text, (starts, ends) = block.text, block.word_bounds
        between = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
        self.gaps = [".", *["" if gap == " " else _marks(gap) for gap in between], "."]

    def kinds(self, number: int) -> str:
        """What the lexicon says of a word; one with a hyphen is an adjective, a figure has a kind of its own."""
        return _kinds(self.lower[number])

    def is_name(self, number: int) -> bool:
        """Whether a word has a capital that no beginning of a sentence explains."""
        return self.words[number].is_capitalised and not _ENDS.intersection(self.gaps[number])


class Atom(msgspec.Struct, frozen=True):
    """One place of a context: the words and kinds that may stand there.

    `kinds` are pairs: letters, and how far they bind (“” the likeliest kind, “?” any of them, “!” all of them).
    """

    words: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    kinds: tuple[tuple[str, str], ...] = ()
    marks: str = ""  # of “,” “.” “^”
    special: str = ""  # “...” or “*”
    optional: bool = False
    negative: bool = False
    name: bool = False
    comparative: bool = False
    only_compared: bool = False

    def suits(self, words: BlockWords, number: int) -> bool:
        """Whether a word may stand here."""
        lower = words.lower[number]
        if self.special == "*" or lower in self.words or (self.endings and lower.endswith(self.endings)):
            return True
        if self.name and words.is_name(number):
            return True
        if self.only_compared and lower.endswith("er") and is_compared(lower):
            return kinds_of(lower)[:1] in {"", "j", "r"}
        if not self.kinds and not self.comparative:
            return False
        kinds = words.kinds(number)
        if (
            self.comparative
            and lower.endswith("er")
            and (kinds[:1] in {"j", "r"} or (not kinds_of(lower) and is_compared(lower)))
        ):
            return True
        return bool(kinds) and any(_is_kind(kinds, letters, how) for letters, how in self.kinds)


class Context(msgspec.Struct, frozen=True):
    """What stands in front, from the word outwards, and what behind."""

    before: tuple[Atom, ...]
    after: tuple[Atom, ...]

    def holds(self, words: BlockWords, first: int, last: int) -> bool:
        """Whether the words round `first..last` are so."""
        return _reads(self.after, words, last, 1) and _reads(self.before, words, first, -1)


def read_context(line: str, sets: dict[str, frozenset[str]]) -> Context:
    """A line of the table as a context."""
    before, _, after = line.partition("_")
    return Context(
        tuple(atom(text, sets) for text in reversed(before.split())),
        tuple(atom(text, sets) for text in after.split()),
    )


def atom(text: str, sets: dict[str, frozenset[str]]) -> Atom:
    if text in {"...", "*"}:
        return Atom(special=text)
    if text == "~":
        return Atom(special="*", optional=True)
    negative, optional = text.startswith("!"), text.endswith("?") and not text.endswith("?>?>")
    parts = text.removeprefix("!").removesuffix("?").split("|")
    words = {part for part in parts if part[0] not in "@<-.,^"}
    for part in parts:
        if part[0] == "@":
            words |= sets[part[1:]]
    endings = tuple(part[1:] for part in parts if part[0] == "-")
    kinds = [part[1:-1] for part in parts if part[0] == "<" and part not in {"<name>", "<er>", "<er!>"}]
    return Atom(
        words=frozenset(words),
        endings=endings,
        kinds=tuple((kind.rstrip("?!"), kind[-1] if kind[-1] in "?!" else "") for kind in kinds),
        marks="".join(part for part in parts if part in {",", ".", "^"}),
        negative=negative,
        optional=optional,
        name="<name>" in parts,
        comparative="<er>" in parts,
        only_compared="<er!>" in parts,
    )


@functools.lru_cache(8192)
def _kinds(lower: str) -> str:
    if lower[0].isdigit():
        return "#"
    if "-" in lower:
        return kinds_of(lower) or ("p" if kinds_of(lower.rpartition("-")[2])[:1] == "p" else "js")
    return kinds_of(lower) or _guessed(lower)


@functools.lru_cache(4096)
def _is_kind(kinds: str, letters: str, how: str) -> bool:
    if how == "?":
        return any(kind in letters for kind in kinds)
    if how == "!":
        return all(kind in letters for kind in kinds if kind != "-")
    return (kinds[1:2] if kinds[0] == "-" else kinds[0]) in letters


def is_compared(lower: str) -> bool:
    """Whether an adjective is left without the last two letters: cleverer, tamer, sillier, saddest without its t."""
    stem = lower[:-2]
    if len(stem) < 3:
        return False
    roots = (
        stem,
        f"{stem}e",
        f"{stem[:-1]}y" if stem[-1] == "i" else "",
        stem[:-1] if stem[-2] == stem[-1] else "",
    )
    return any(root and kinds_of(root)[:1] == "j" for root in roots)


def _reads(atoms: Sequence[Atom], words: BlockWords, at: int, step: int, *, parted: bool = False) -> bool:
    """Whether the words from `at` on, in one direction, are as the atoms say; `parted`: a mark may stand between."""
    if not atoms:
        return True
    atom, rest = atoms[0], atoms[1:]
    gap = words.gaps[at + 1] if step > 0 else words.gaps[at]
    following = at + step
    inside = 0 <= following < len(words.lower)
    if atom.marks and any(_is_parted(mark, gap, step) for mark in atom.marks):
        return not atom.negative and _reads(rest, words, at, step, parted=True)
    if atom.special == "...":
        return _reads_far(rest, words, at, step)
    if atom.optional and not atom.negative and _reads(rest, words, at, step, parted=parted):
        return True
    is_there = inside and (parted or not gap) and atom.suits(words, following)
    if atom.negative:
        return not is_there and _reads(rest, words, at, step, parted=parted)
    return is_there and _reads(rest, words, following, step)


def _reads_far(rest: Sequence[Atom], words: BlockWords, at: int, step: int) -> bool:
    """Whether the rest is read anywhere further on in the sentence."""
    for _ in range(_FAR):
        if _reads(rest, words, at, step, parted=True):
            return True
        gap = words.gaps[at + 1] if step > 0 else words.gaps[at]
        at += step
        if _ENDS.intersection(gap) or not 0 <= at < len(words.lower):
            return False
    return False


def _is_parted(special: str, gap: str, step: int) -> bool:
    if not gap:
        return False
    if special == "^" or step < 0:
        return special != "." or bool(_ENDS.intersection(gap))
    return gap[0] in (_ENDS if special == "." else _SHUTS)


def _guessed(lower: str) -> str:
    """The kinds of an unknown word by its ending: nearly all such words are nouns, or forms of rare verbs."""
    if "'" in lower:
        return ""
    if lower.endswith(("ic", "al", "ish", "ble", "ive", "less", "ful", "ous")):
        return "js"
    for ending, kinds in (("ly", "r"), ("ing", "gj"), ("ed", "ndj"), ("ss", "s"), ("us", "sj"), ("s", "pz")):
        if lower.endswith(ending):
            return kinds
    return "sj"


def _marks(between: str) -> str:
    return _silent().sub("", between) or ("" if between else "-")


@functools.cache
def _silent() -> re.Pattern[str]:
    return re.compile("[\\s\"“”‘’'*_]+")

"""Three texts into one: the draft as it was made, as the writer left it, and as the notes would make it now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec

from reviewcli.document.front_matter import read_front_matter

DRAFT, MIDDLE, NOTES = "<<<<<<< draft", "=======", ">>>>>>> notes"


class Merged(msgspec.Struct, frozen=True):
    """The text that came of it, and how many places of it the writer has to settle."""

    text: str
    conflicts: int = 0


class Region(NamedTuple):
    """A stretch of the three texts between two places where all of them agree."""

    base: list[str]
    ours: list[str]
    theirs: list[str]


def merge(base: str, ours: str, theirs: str) -> Merged:
    """The writer's text with what the notes changed since; where both changed the same, both stand, marked.

    Args:
        base: the draft as it was made.
        ours: the draft as the writer left it; its line ends are kept, and every line the writer changed.
        theirs: the draft as the notes would make it now.
    """
    newline = "\r\n" if "\r\n" in ours else "\n"
    texts = [_parts(text) for text in (base, ours, theirs)]
    heads, bodies = zip(*texts, strict=True)
    head = _merge_lines(*heads, in_front_matter=True)
    body = _merge_lines(*bodies, in_front_matter=False)
    lines = head.lines + body.lines
    text = newline.join(lines)
    return Merged(text, head.conflicts + body.conflicts)


class _Lines(NamedTuple):
    lines: list[str]
    conflicts: int


def _parts(text: str) -> tuple[list[str], list[str]]:
    """The lines of the front matter, and those below."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    matter = read_front_matter(text)
    lines = text.split("\n")
    count = text[: matter.span.end].count("\n") + 1 if matter else 0
    return lines[:count], lines[count:]


def _merge_lines(base: list[str], ours: list[str], theirs: list[str], *, in_front_matter: bool) -> _Lines:
    out: list[str] = []
    conflicts = 0
    for region in regions(base, ours, theirs):
        settled = _settled(region)
        if settled is None and not in_front_matter:
            settled = _by_sentence(region)
        if settled is not None:
            out += settled
            continue
        conflicts += 1
        if in_front_matter:  # git's marks would leave YAML that nobody can read
            out += [*region.ours, *(f"# notes: {line}" for line in region.theirs)]
        else:
            out += conflict(region.ours, region.theirs)
    return _Lines(out, conflicts)


def conflict(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The lines of both, marked as Git marks them."""
    return [DRAFT, *ours, MIDDLE, *theirs, NOTES]


def _settled(region: Region) -> list[str] | None:
    """What a stretch becomes when one side left it alone, both did the same, or one only added to it."""
    base, ours, theirs = region
    if theirs == base or ours == theirs:
        return ours
    if ours == base:
        return theirs
    if base:
        for longer, other in ((theirs, ours), (ours, theirs)):
            if longer[: len(base)] == base:
                return other + longer[len(base) :]
            if longer[-len(base) :] == base:
                return longer[: -len(base)] + other
    return None


def _by_sentence(region: Region) -> list[str] | None:
    """A paragraph that both changed, when they changed different sentences of it."""
    if any(len(lines) != 1 or not lines[0].strip() for lines in region):
        return None
    base, ours, theirs = ([*_sentences(lines[0])] for lines in region)
    if any(" ".join(found) != lines[0] for found, lines in zip((base, ours, theirs), region, strict=True)):
        return None
    out: list[str] = []
    for part in regions(base, ours, theirs):
        settled = _settled(part)
        if settled is None:
            return None
        out += settled
    return [" ".join(out)]


def _sentences(line: str) -> Iterator[str]:
    yield from re.split(r"(?<=[.!?…]) (?=\S)|(?<=[.!?…][\"”’)*]) (?=\S)", line)


def regions(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[Region]:
    """The three texts side by side, in order: stretches that are the same in all, and those between them."""
    at = (0, 0, 0)
    ends = (len(base), 0, len(ours), len(theirs))
    for start, length, in_ours, in_theirs in (*_agreements(base, ours, theirs), ends):
        between = Region(base[at[0] : start], ours[at[1] : in_ours], theirs[at[2] : in_theirs])
        if any(between):
            yield between
        if length:
            same = base[start : start + length]
            yield Region(same, ours[in_ours : in_ours + length], theirs[in_theirs : in_theirs + length])
        at = (start + length, in_ours + length, in_theirs + length)


def _agreements(base: list[str], ours: list[str], theirs: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where all three hold the same: its place in the first, its length, its places in the others."""
    one = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    two = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    first = second = 0
    while first < len(one) and second < len(two):
        a, b = one[first], two[second]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, end - start, a.b + start - a.a, b.b + start - b.a
        if a.a + a.size < b.a + b.size:
            first += 1
        else:
            second += 1

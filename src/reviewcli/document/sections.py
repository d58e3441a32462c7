"""Sections: which part of a review stands under which heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec

from reviewcli.document.blocks import Block
from reviewcli.document.parsed import BlockKind, Parsed
from reviewcli.texts.findings import Span


class Section(msgspec.Struct, frozen=True):
    """A heading and what stands under it. `name` is one of the contract's, or None where the heading says none."""

    name: str | None
    heading: Block | None
    blocks: tuple[Block, ...]
    span: Span


def name_of_heading(text: str) -> str | None:
    """The section that a heading names: “The Story” is synopsis, “Direction & music” craft."""
    plain = re.sub(r"[’ʼ]", "'", text.lower())
    plain = re.sub(r"\((?:[^()]*)\)|\[[^\[\]]*\]", " ", plain)
    plain = re.sub(r"^\s*(?:\d+|[ivx]+)[.)]\s+", "", plain)
    names = _names()
    whole = _key(plain)
    if name := names.get(whole):
        return name
    for part in re.split(r"\s*(?:&|\band\b|[/,:;|+–—]|\s-\s)\s*", plain):
        if name := names.get(_key(part)):
            return name
    # “Plot of the film”, “Verdict: 4/5”, “Jonze's direction”: a short heading may hold one telling word at an end.
    words = whole.split()
    if 1 < len(words) <= 3:
        return names.get(words[-1]) if words[0].endswith("'s") else None
    return None


def _key(text: str) -> str:
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", text.replace("&", " and "))
    while words and words[0] in ("the", "a", "an", "my", "our", "film's", "movie's"):
        del words[0]
    return " ".join("work" if word in _works() else word for word in words)


@cache
def _works() -> frozenset[str]:
    """What a heading may call the work."""
    from reviewcli.notes.kinds import KINDS

    return frozenset((*KINDS, "movie", "show"))


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    path = Path(__file__).parent / "data" / "section_headings.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, headings = line.partition(":")
            names.update((heading.strip(), name) for heading in headings.split(","))
    return names


def is_section_heading(text: str) -> bool:
    """Whether a heading is the bare name of a section, or of two: “Themes”, “Performances and craft”, “Credits”."""
    plain = _key(text.casefold().replace("’", "'"))
    if plain in ("credits", "comparisons") or plain in _names():
        return True
    parts = plain.split(" and ")
    return len(parts) == 2 and all(part in _names() for part in parts)


def section_names(blocks: Sequence[Parsed]) -> list[str | None]:
    """The section of every block. Text above the first heading under the title is the opening.

    A heading that says nothing by itself belongs to the section of the heading above it, if it stands deeper.
    A text without headings has no sections.
    """
    title = find_title(blocks)
    names: list[str | None] = []
    opened: list[tuple[int, str | None]] = []
    openers = {number for number, block in enumerate(blocks) if number != title and _opens_section(block)}
    for number, block in enumerate(blocks):
        if number in openers:
            _open(opened, block)
        name = opened[-1][1] if opened else "opening" if openers else None
        names.append(None if number == title else name)
    return names


def _open(opened: list[tuple[int, str | None]], block: Parsed) -> None:
    """Begin the section of a heading: those that are as deep are over."""
    while opened and opened[-1][0] >= block.level:
        opened.pop()
    inherited = opened[-1][1] if opened else None
    opened.append((block.level, name_of_heading(block.text) or inherited))


def find_title(blocks: Sequence[Parsed] | Sequence[Block]) -> int | None:
    """The number of the title: a heading of level 1 that opens the body."""
    if blocks and blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1 and not blocks[0].in_quote:
        return 0
    return None


def _opens_section(block: Parsed | Block) -> bool:
    return block.kind is BlockKind.HEADING and not block.in_quote


def group_sections(blocks: Sequence[Block], end: int) -> tuple[Section, ...]:
    """The sections of a document that ends at `end`, in order; the title is in none."""
    body = blocks[1:] if find_title(blocks) is not None else blocks
    groups: list[tuple[Block | None, list[Block]]] = []
    for block in body:
        if _opens_section(block):
            groups.append((block, []))
        elif groups:
            groups[-1][1].append(block)
        else:
            groups.append((None, [block]))
    starts = [heading.span.start if heading else held[0].span.start for heading, held in groups]
    return tuple(
        Section(heading.section if heading else held[0].section, heading, tuple(held), Span(start, stop))
        for (heading, held), (start, stop) in zip(groups, pairwise([*starts, end]), strict=True)
    )

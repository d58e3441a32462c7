"""A review's paragraphs as they stand in its source, each with the section it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.document import Document
from reviewcli.reading.outline import outline_of


class Part(msgspec.Struct, frozen=True):
    """Lines without an empty one between them; `level` is a heading's, 0 for anything else."""

    text: str
    section: str | None
    level: int = 0
    is_prose: bool = True


def parts_of(doc: Document) -> Iterator[Part]:
    """The parts of a draft below its front matter, in order; a fence of code is one."""
    start = doc.front_matter.span.end if doc.front_matter else 0
    prose = [(each.block.span.start, each.section) for each in outline_of(doc).paragraphs]
    headings = [(each.heading.span.start, each.name) for each in doc.sections if each.heading]
    for first, last in _chunks(doc, start):
        text = doc.source[first:last].strip()
        if text.startswith("<!--") and text.endswith("-->"):
            continue  # a marker or a directive is for its draft
        mark = None if doc.plain else re.compile(r"(#{1,6})\s+\S").match(doc.source, first, last)
        if mark:
            yield Part(text, _named(headings, first, last), len(mark[1]), is_prose=False)
        else:
            section = _named(prose, first, last)
            yield Part(text, section, is_prose=section is not None)


def _named(places: Sequence[tuple[int, str | None]], first: int, last: int) -> str | None:
    """The name of the first of these places that lies between two others."""
    return next((name for at, name in places if first <= at < last), None)


def _chunks(doc: Document, start: int) -> Iterator[tuple[int, int]]:
    """Where parts begin and end: at empty lines, at headings; in plain text without empty lines, every line."""
    source = doc.source
    every_line = doc.plain and not re.search(r"\n[ \t]*\n", source[start:].strip())
    begin: int | None = None
    fence = ""
    place = start
    for line in source[start:].splitlines(keepends=True):
        stripped = line.strip()
        is_heading = not doc.plain and not fence and re.match(r"#{1,6}\s", stripped) is not None
        if begin is not None and not fence and (not stripped or is_heading or every_line):
            yield begin, place
            begin = None
        if is_heading:
            yield place, place + len(line)
        elif stripped and begin is None:
            begin = place
        fence = _fence_after(stripped, fence)
        place += len(line)
    if begin is not None:
        yield begin, place


def _fence_after(line: str, fence: str) -> str:
    """The fence of code that is open after a line; empty where none is."""
    mark = re.match(r"(`{3,}|~{3,})", line)
    if mark is None:
        return fence
    return "" if fence and line.startswith(fence) else fence or mark[1]

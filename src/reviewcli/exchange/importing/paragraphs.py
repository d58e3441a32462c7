"""A review's paragraphs as they stand in its source, each with the section it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    prose = [(each.block.span, each.section) for each in outline_of(doc).paragraphs]
    headings = {
        section.heading.span.start: (section.heading.level, section.name)
        for section in doc.sections
        if section.heading
    }
    title_level = 1
    for first, last in _chunks(doc, start):
        text = doc.source[first:last]
        if text.strip().startswith("<!--") and text.strip().endswith("-->"):
            continue  # a marker or a directive is for its draft
        heading = None if doc.plain else re.match(r"(#{1,6})\s+\S", text)
        if heading:
            named = next((name for at, (_, name) in headings.items() if first <= at < last), None)
            level = len(heading[1])
            yield Part(text.strip(), named, title_level if level == 1 else level, is_prose=False)
            continue
        inside = [section for span, section in prose if first <= span.start < last]
        yield Part(text.strip(), inside[0] if inside else None, 0, is_prose=bool(inside))


def _chunks(doc: Document, start: int) -> Iterator[tuple[int, int]]:
    """Where parts begin and end: at empty lines, at headings; in plain text without empty lines, every line."""
    source = doc.source
    every_line = doc.plain and not re.search(r"\n[ \t]*\n", source[start:].strip())
    begin: int | None = None
    fence = ""
    place = start
    for line in source[start:].splitlines(keepends=True):
        stripped = line.strip()
        mark = re.match(r"(`{3,}|~{3,})", stripped)
        is_heading = not doc.plain and not fence and re.match(r"#{1,6}\s", stripped) is not None
        if begin is not None and not fence and (not stripped or is_heading or every_line):
            yield begin, place
            begin = None
        if stripped and begin is None:
            begin = place
        if mark:
            fence = "" if fence and stripped.startswith(fence) else fence or mark[1]
        place += len(line)
        if is_heading and begin is not None:
            yield begin, place
            begin = None
    if begin is not None:
        yield begin, place

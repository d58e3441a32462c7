"""Markdown that is headings, paragraphs and titles in italics, read without markdown-it.

To import that costs more than to run all the rules. What it reads it reads as markdown-it does (a law of the
tests); of anything else it keeps its hands off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document.parsed import BlockKind, Parsed
from reviewcli.document.ranges import Range
from reviewcli.document.source_map import MappedText

# Whatever begins other markup, and blanks at the end of a line, which may be a break.
# One after the other: each by itself is searched for by its first letter.
_MARKUP = (
    r"[\t\r\0\v\f\x1c-\x1f\x85\u2028\u2029`\[\]<>\\_~|{}]",
    r"&(?! )",
    r"://",
    r"(?<=\S)[^\S\n]+$",
    r"\*{3}",
    r"^#+\s*$|^#.*#$",
)
_HEADING = r"(#{1,6}) +(?=\S)"
_PROSE = r"(?!\d{1,9}[.)](?:\s|$))(?:[^\W_]|[“\"‘'(—–…$£€¿¡½]|\*{1,2}[^\W_])"
_LONGEST = 20_000  # markdown-it's reader judges longer paragraphs in another way
_BEFORE_OPENING = " \n(“\"‘'—–-/:"
_AFTER_CLOSING = " \n,.;:!?’'”\")—–-/…"


def read_unmarked(source: str, start: int = 0) -> list[Parsed] | None:
    """The blocks of `source[start:]`, or None where it holds more than these few things."""
    body = source[start:]
    if any(re.search(markup, body, re.MULTILINE) for markup in _MARKUP):
        return None
    blocks: list[Parsed] = []
    for kind, level, text, place in _pieces(body, start):
        marks = _marks(text)
        if kind is None or marks is None or len(text) > _LONGEST:
            return None
        blocks.append(_block(kind, level, text, place, marks))
    return blocks


def _pieces(body: str, offset: int) -> Iterator[tuple[BlockKind | None, int, str, int]]:
    """Kind, level, text and place of each heading and paragraph; no kind for a line that is something else."""
    paragraph: list[str] = []
    begin = offset
    for line in [*body.split("\n"), ""]:
        heading = re.match(_HEADING, line)
        if not line.strip(" ") or heading:
            if paragraph:
                yield BlockKind.PARAGRAPH, 0, "\n".join(paragraph), begin
                paragraph = []
            if heading:
                yield BlockKind.HEADING, len(heading[1]), line[heading.end() :], offset + heading.end()
        elif re.match(_PROSE, line):
            begin = begin if paragraph else offset
            paragraph.append(line)
        else:
            yield None, 0, line, offset
            return
        offset += len(line) + 1


def _block(kind: BlockKind, level: int, text: str, place: int, marks: list[re.Match[str]]) -> Parsed:
    mapped = MappedText()
    ranges: dict[int, list[Range]] = {1: [], 2: []}
    done = begin = 0
    for number, mark in enumerate(marks):
        _add_lines(mapped, text[done : mark.start()], place + done)
        if number % 2:
            ranges[len(mark.group())].append((begin, mapped.length))
        begin, done = mapped.length, mark.end()
    _add_lines(mapped, text[done:], place + done)
    found, source_map, _ = mapped.finish()
    return Parsed(kind, found, source_map, level, tuple(ranges[1]), tuple(ranges[2]))


def _add_lines(mapped: MappedText, text: str, place: int) -> None:
    for number, line in enumerate(text.split("\n")):
        if number:
            mapped.add_whole(" ", place - 1, place)
        mapped.add(line, place)
        place += len(line) + 1


def _marks(text: str) -> list[re.Match[str]] | None:
    """The asterisks in pairs round words; None where they are anything else."""
    marks = list(re.finditer(r"\*+", text))
    if len(marks) % 2:
        return None
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        if len(opening.group()) != len(closing.group()) or len(opening.group()) > 2:
            return None
        before, after = text[opening.start() - 1 : opening.start()] or " ", text[opening.end()]
        if before not in _BEFORE_OPENING or not after.isalnum():
            return None
        before, after = text[closing.start() - 1], text[closing.end() : closing.end() + 1] or " "
        if not (after in _AFTER_CLOSING if before.isalnum() else before in ".!?…”’)" and after in " \n"):
            return None
    return marks

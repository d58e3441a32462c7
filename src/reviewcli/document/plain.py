"""Plain text to blocks: blank lines part paragraphs; without any, each line is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewcli.document.addresses import address_pattern
from reviewcli.document.comments import Comment, find_comments
from reviewcli.document.parsed import BlockKind, Parsed
from reviewcli.document.source_map import PLACEHOLDER, MappedText

Line = tuple[int, int]


def read_plain(source: str, start: int = 0) -> tuple[list[Parsed], list[Comment]]:
    """The paragraphs and comments of `source[start:]`. Comments and web addresses are no prose."""
    comments = list(find_comments(source, start))
    text = _masked(source, comments)
    lines = [match.span() for match in re.compile(r"[^\r\n]*(?:\r\n?|\n|$)").finditer(text, start)]
    blocks = (_paragraph(text, paragraph) for paragraph in _paragraphs(text, lines))
    return [block for block in blocks if block.text], comments


def _masked(source: str, comments: list[Comment]) -> str:
    """The source with NUL in the place of every comment."""
    parts, done = [], 0
    for comment in comments:
        length = comment.span.end - comment.span.start
        parts += [source[done : comment.span.start].replace("\0", "\ufffd"), "\0" * length]
        done = comment.span.end
    return "".join([*parts, source[done:].replace("\0", "\ufffd")])


def _paragraphs(text: str, lines: list[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph, without space at their ends; a line that is a comment parts as well."""
    trimmed = [_trim(text, *line) for line in lines]
    filled = [number for number, (begin, end) in enumerate(trimmed) if begin < end]
    has_blank = bool(filled) and len(filled) < filled[-1] - filled[0] + 1
    paragraph: list[Line] = []
    for begin, end in trimmed:
        is_empty = not text[begin:end].strip("\0 \t")
        if paragraph and (is_empty or not has_blank):
            yield paragraph
            paragraph = []
        if not is_empty:
            paragraph.append((begin, end))
    if paragraph:
        yield paragraph


def _trim(text: str, begin: int, end: int) -> Line:
    line = text[begin:end]
    bare = line.lstrip()
    begin += len(line) - len(bare)
    return begin, begin + len(bare.rstrip())


def _paragraph(text: str, lines: Iterable[Line]) -> Parsed:
    mapped = MappedText()
    done = -1
    for begin, end in lines:
        if done >= 0 and not mapped.ends_blank:
            mapped.add_whole(" ", done, begin)
        _add_line(mapped, text, begin, end)
        done = end
    paragraph, source_map, _ = mapped.finish()
    return Parsed(BlockKind.PARAGRAPH, paragraph, source_map)


def _add_line(mapped: MappedText, text: str, begin: int, end: int) -> None:
    """Add a line without its comments; where one leaves two spaces, one goes."""
    for match in re.compile(r"[^\0]+").finditer(text, begin, end):
        piece, start = match.group(), match.start()
        if mapped.ends_blank:
            start += len(piece) - len(piece.lstrip())
        for address in address_pattern().finditer(text, start, match.end()):
            mapped.add(text[start : address.start()], start)
            mapped.add_whole(PLACEHOLDER, *address.span())
            start = address.end()
        mapped.add(text[start : match.end()], start)

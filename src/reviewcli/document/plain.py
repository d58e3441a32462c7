"""Plain text to blocks: blank lines part paragraphs; without any, each line is a paragraph."""

from __future__ import annotations

import re

from reviewcli.document.blocks import BlockKind, Parsed
from reviewcli.document.comments import Comment, comment_pattern
from reviewcli.document.source_map import PLACEHOLDER, MappedText
from reviewcli.findings import Span


def read_plain(source: str, start: int = 0) -> tuple[list[Parsed], list[Comment]]:
    """The paragraphs and comments of `source[start:]`. Comments and web addresses are no prose."""
    comments = [
        Comment((match.group(1) or "").strip(), Span(*match.span()))
        for match in comment_pattern().finditer(source, start)
    ]
    text = _masked(source, comments)
    lines = [
        (m.start(), m.end())
        for m in re.compile(r"[^\r\n]+|(?<=\n)(?=\r?\n)|(?<=\r)(?=\r)").finditer(text, start)
    ]
    blank = [not text[begin:end].strip() for begin, end in lines]
    inner = blank[blank.index(False) : len(blank) - blank[::-1].index(False)] if False in blank else []
    paragraphs: list[list[tuple[int, int]]] = [[]]
    for (begin, end), is_blank in zip(lines, blank, strict=True):
        if (is_blank or True not in inner) and paragraphs[-1]:
            paragraphs.append([])
        if not is_blank:
            paragraphs[-1].append((begin, end))
    blocks = (_paragraph(text, lines) for lines in paragraphs if lines)
    return [block for block in blocks if block.text], comments


def _masked(source: str, comments: list[Comment]) -> str:
    """The source with NUL in the place of every comment."""
    parts, done = [], 0
    for comment in comments:
        parts += [
            source[done : comment.span.start].replace("\0", "\ufffd"),
            "\0" * (comment.span.end - comment.span.start),
        ]
        done = comment.span.end
    return "".join([*parts, source[done:].replace("\0", "\ufffd")])


def _paragraph(text: str, lines: list[tuple[int, int]]) -> Parsed:
    mapped = MappedText()
    pattern = re.compile(
        r"(?P<gap>\0+)|(?P<address>https?://[^\s\0]*[^\s\0.,;:!?\"'”’)\]])|(?P<text>.+?(?=https?://|\0|$))",
        re.DOTALL,
    )
    for begin, end in lines:
        if mapped.length and not mapped.ends_blank:
            mapped.add_whole(" ", begin - 1, begin)
        for match in pattern.finditer(text, begin, end):
            if match["address"]:
                mapped.add_whole(PLACEHOLDER, match.start(), match.end())
            elif match["text"]:
                piece = match["text"]
                bare = piece.lstrip() if mapped.ends_blank else piece
                mapped.add(bare, match.end() - len(bare))
    paragraph, source_map, _ = mapped.finish()
    return Parsed(BlockKind.PARAGRAPH, paragraph, source_map)

"""Markdown to blocks. Imported only where Markdown is read: markdown-it costs tens of milliseconds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.token import Token

from reviewcli.document.comments import Comment, comment_pattern, find_comments
from reviewcli.document.inline import InlineText, Place, markdown, read_inline
from reviewcli.document.parsed import BlockKind, Parsed
from reviewcli.texts.findings import Span


def read_markdown(source: str, start: int = 0) -> tuple[list[Parsed], list[Comment]]:
    """The blocks and comments of `source[start:]`, in order."""
    return Body(source, start).read()


class Body:
    """One body: its lines as markdown-it counts them, and what has been found so far. To be read once."""

    def __init__(self, source: str, start: int) -> None:
        body = source[start:]
        self._source = source
        self._offset = start
        # markdown-it counts a CRLF as one; these are the places, in its count, behind which one is lost.
        self._crlf = [match.start() - n for n, match in enumerate(re.finditer("\r\n", body))]
        self._text = body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self.env: dict[str, Any] = {}
        self._blocks: list[Parsed] = []
        self._comments: list[Comment] = []
        self._containers: list[str] = []
        self._callouts: list[str | None] = []
        self._heading: Token | None = None

    def tokens(self) -> Iterator[tuple[Token, Place | None]]:
        """The tokens of the blocks in order; with an inline one, where in the source its content stands."""
        md = markdown()
        tokens: list[Token] = []
        md.block.parse(self._text, md, self.env, tokens)
        cells = _Cells(self)
        for token in tokens:
            place = None
            if token.type == "heading_open":
                self._heading = token
            elif token.type == "heading_close":
                self._heading = None
            elif token.type in _CONTAINERS:
                self._enter(_CONTAINERS[token.type])
            elif token.type in _CLOSERS:
                self._leave()
            elif token.type == "inline" and "table" in self._containers:
                place = cells.place(token)
            elif token.type == "inline":
                place = self._place_lines(token, self._heading)
            yield token, place

    def read(self) -> tuple[list[Parsed], list[Comment]]:
        """Blocks and comments."""
        for token, place in self.tokens():
            if place is not None:
                self._take(token.content, place, self._heading)
            elif token.type == "html_block":
                self._take_html(token)
        return self._blocks, sorted(set(self._comments), key=lambda comment: comment.span)

    def _enter(self, container: str) -> None:
        self._containers.append(container)
        if container == "quote":
            self._callouts.append(None)

    def _leave(self) -> None:
        if self._containers.pop() == "quote":
            self._callouts.pop()

    # Places

    def source(self, offset: int) -> int:
        """Where an offset of the text that markdown-it reads stands in the source."""
        return self._offset + offset + (bisect_left(self._crlf, offset) if self._crlf else 0)

    def line(self, number: int) -> tuple[int, str]:
        """Where a line starts, and its text."""
        start = self._line_starts[number]
        end = self._line_starts[number + 1] - 1 if number + 1 < len(self._line_starts) else len(self._text)
        return start, self._text[start:end]

    def _place_lines(self, token: Token, heading: Token | None) -> Place | None:
        """Markdown takes markers and indents off the front of lines, so that each line is known by its end."""
        if not token.content or token.map is None:
            return None
        lines = [self.line(number) for number in range(*token.map)]
        if heading is not None and heading.markup.startswith("#"):
            lines = [(lines[0][0], _without_closing(lines[0][1]))]
        contents = token.content.split("\n")
        # Lines of odd spaces at the ends are trimmed away whole.
        for first in range(len(lines) - len(contents) + 1):
            if starts := _aligned(contents, lines[first : first + len(contents)]):
                return self._placer(contents, starts)
        return None

    def _placer(self, contents: list[str], starts: list[int]) -> Place:
        if len(contents) == 1 and not self._crlf:
            only = starts[0] + self._offset
            return lambda offset: only + offset
        begins = [0]
        for content in contents:
            begins.append(begins[-1] + len(content) + 1)

        def place(offset: int) -> int:
            line = min(bisect_right(begins, offset), len(starts)) - 1
            return self.source(max(starts[line] + offset - begins[line], 0))

        return place

    # Blocks

    def _take(self, content: str, place: Place, heading: Token | None) -> None:
        if "quote" in self._containers and heading is None:
            content, place = self._without_callout(content, place)
        found = read_inline(content, place, self._source, self.env)
        kind, level = (BlockKind.HEADING, int(heading.tag[1])) if heading else (self._kind(), 0)
        self._add(found, kind, level)
        for offset, note in found.notes:
            self._containers.append("footnote")
            self._take(note, shifted(place, offset), None)
            self._containers.pop()

    def _add(self, found: InlineText, kind: BlockKind, level: int) -> None:
        self._comments += found.comments
        if not found.text:
            return
        callout = next((name for name in reversed(self._callouts) if name), None)
        self._blocks.append(
            Parsed(
                kind,
                found.text,
                found.source_map,
                level,
                found.emphasis,
                found.strong,
                found.links,
                in_quote=bool(self._callouts) and callout is None,
                callout=callout,
            )
        )

    def _kind(self) -> BlockKind:
        for container in reversed(self._containers):
            if container in _KINDS:
                return _KINDS[container]
        return BlockKind.PARAGRAPH

    def _without_callout(self, content: str, place: Place) -> tuple[str, Place]:
        """`[!spoiler]- Title` on the first line of a quote makes it a callout, which is the writer's own."""
        match = callout(content)
        if not match or self._callouts[-1]:
            return content, place
        self._callouts[-1] = match[1].lower()
        return content[match.end() :], shifted(place, match.end())

    def html(self, token: Token) -> tuple[str, Place]:
        """What a block of HTML holds, and where it stands."""
        if token.map is None:
            return "", self.source
        contents = token.content.rstrip("\n").split("\n")
        lines = [self.line(number) for number in range(*token.map)][: len(contents)]
        starts = [
            start + len(line) - len(content) for content, (start, line) in zip(contents, lines, strict=True)
        ]
        return "\n".join(contents), self._placer(contents, starts)

    def _take_html(self, token: Token) -> None:
        content, place = self.html(token)
        for comment in find_comments(content):
            span = Span(place(comment.span.start), place(comment.span.end - 1) + 1)
            self._comments.append(Comment(comment.text, span))
        for start, end in prose_of_html(content):
            found = read_inline(content[start:end], shifted(place, start), self._source, self.env)
            self._add(found, self._kind(), 0)


def callout(content: str) -> re.Match[str] | None:
    """The line that makes a quote a callout; its first group is the kind."""
    return re.match(r"\[!([\w-]+)\][+-]?[^\n]*(?:\n|$)", content)


class _Cells:
    """Finds the cells of a table's rows, each behind the one before."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._row = -1
        self._position = 0

    def place(self, token: Token) -> Place | None:
        if token.map is None:
            return None
        start, line = self._body.line(token.map[0])
        if token.map[0] != self._row:
            self._row, self._position = token.map[0], 0
        content = token.content
        if not content:
            return None
        found = self._found(content, line)
        if found is None:
            return None
        at, self._position, escaped = found
        begin = start + at
        return lambda offset: self._body.source(begin + offset + bisect_right(escaped, offset))

    def _found(self, content: str, line: str) -> tuple[int, int, list[int]] | None:
        """Where a cell begins and ends in its row, and before which of its letters a backslash stands there."""
        if "|" not in content:
            at = line.find(content, self._position)
            return (at, at + len(content), []) if at >= 0 else None
        pattern = "".join(r"\\?\|" if letter == "|" else re.escape(letter) for letter in content)
        match = re.compile(pattern).search(line, self._position)
        if not match:
            return None
        escaped = [m.start() - n for n, m in enumerate(re.finditer(r"\\\|", match.group()))]
        return match.start(), match.end(), escaped


_CONTAINERS = {
    "blockquote_open": "quote",
    "list_item_open": "item",
    "table_open": "table",
    "footnote_reference_open": "footnote",
}
_CLOSERS = frozenset(name.replace("_open", "_close") for name in _CONTAINERS)
_KINDS = {"item": BlockKind.ITEM, "table": BlockKind.TABLE, "footnote": BlockKind.FOOTNOTE}


def shifted(place: Place, start: int) -> Place:
    """The places of a content's part that starts there."""
    return lambda offset: place(offset + start)


def _without_closing(line: str) -> str:
    """A heading's line without the number signs that may close it."""
    line = line.rstrip(" \t")
    opened = line.rstrip("#")
    return opened if opened.endswith((" ", "\t")) else line


def _aligned(contents: list[str], lines: list[tuple[int, str]]) -> list[int]:
    """Where each content starts if each is the end of its line, else nothing."""
    starts = []
    for number, (content, (start, line)) in enumerate(zip(contents, lines, strict=True), 1):
        text = line.rstrip(MD_TRIM_CHARS) if number == len(contents) else line
        bare = content.lstrip(" ")  # a tab that was cut in two leaves spaces that the source lacks
        if not text.endswith(bare):
            return []
        starts.append(start + len(text) - len(content))
    return starts


def prose_of_html(content: str) -> Iterator[tuple[int, int]]:
    """What reads as prose in a block of HTML: text beside a comment, and text between tags that ends a sentence."""
    if content.startswith("<!--"):
        comment = comment_pattern().match(content)
        if comment and content[comment.end() :].strip():
            yield comment.end(), len(content)
        return
    if re.match(r"<(?:script|style|pre|textarea|svg|iframe|table|!|\?)", content, re.IGNORECASE):
        return
    bare = re.sub(r"<[^<>]*>", "", content).rstrip()
    if re.search(r"\w[.!?…][\"'”’)]*$", bare):
        yield 0, len(content)

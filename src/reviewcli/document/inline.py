"""The inline half of Markdown: one paragraph's content to text that knows its place.

markdown-it-py gives inline tokens no positions. Its state knows where it reads, though; ours writes that down.
Imported only where Markdown is read: markdown-it costs tens of milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal

import msgspec
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from reviewcli.document.addresses import add_rules
from reviewcli.document.comments import Comment, find_comments
from reviewcli.document.ranges import Range, outermost
from reviewcli.document.source_map import PLACEHOLDER, MappedText, SourceMap
from reviewcli.texts.findings import Span

Place = Callable[[int], int]


class PlacedInline(StateInline):
    """An inline state that notes where each token starts in its content."""

    def __init__(self, src: str, md: MarkdownIt, env: dict[str, Any], tokens: list[Token]) -> None:
        super().__init__(src, md, env, tokens)
        self.starts: dict[int, int] = {}
        self._text_start: int | None = None

    def append_pending(self, text: str) -> None:
        """Literal text begins where the state stands now, unless some is waiting."""
        if self._text_start is None:
            self._text_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        """Turn the waiting text into a token."""
        token = super().pushPending()
        self.starts[id(token)] = self.pos if self._text_start is None else self._text_start
        self._text_start = None
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, which begins where the state stands now."""
        token = super().push(ttype, tag, nesting)
        self._text_start = None
        self.starts[id(token)] = self.pos
        return token


class InlineText(msgspec.Struct, frozen=True):
    """What an inline content comes to. `notes` are contents of inline footnotes, with their offset."""

    text: str
    source_map: SourceMap
    emphasis: tuple[Range, ...]
    strong: tuple[Range, ...]
    links: tuple[Range, ...]
    comments: tuple[Comment, ...]
    notes: tuple[tuple[int, str], ...]


@cache
def markdown() -> MarkdownIt:
    """CommonMark with tables, footnotes and strikethrough; shortcodes and bare addresses are no text."""
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    footnote_plugin(md)
    add_rules(md)
    return md


def read_inline(content: str, place: Place, source: str, env: dict[str, Any]) -> InlineText:
    """Read a content; `place` gives the offset in `source` of each of its offsets."""
    return _Reading(placed_inline(content, env), place, source).read()


def placed_inline(content: str, env: dict[str, Any]) -> PlacedInline:
    """The tokens of a content, each with its place in it."""
    md = markdown()
    state = PlacedInline(content, md, env, [])
    if _is_words(content) or _is_noise(content):
        state.append_pending(content)
        state.pushPending()
    else:
        md.inline.tokenize(state)
    for rule in md.inline.ruler2.getRules(""):
        # This one joins text tokens, whose places would be lost.
        if rule.__name__ != "fragments_join":
            rule(state)
    return state


def _is_words(content: str) -> bool:
    """Whether a content is words and spaces alone, as most cells are and many headings: nothing to read in it."""
    return content.replace(" ", "").isalnum()


def _is_noise(content: str) -> bool:
    """Whether a content is so long and so full of marks that it is no prose; reading them takes seconds."""
    return len(content) > 20_000 and sum(map(content.count, "[]*_`<~&\\!^{#")) > len(content) / 4


class _Reading:
    """Walks the tokens of one content once."""

    def __init__(self, state: PlacedInline, place: Place, source: str) -> None:
        self._source = source
        self._tokens = state.tokens
        self._starts = state.starts
        self._content = state.src
        self._env = state.env
        self._place = place
        self._text = MappedText()
        self._swallow = True
        self._in_address = False
        self._open: list[tuple[str, int]] = []
        self._ranges: dict[str, list[Range]] = {"emphasis": [], "strong": [], "links": []}
        self._comments: list[Comment] = []
        self._notes: list[tuple[int, str]] = []

    def read(self) -> InlineText:
        """What the tokens come to."""
        for token in self._tokens:
            self._take(token, self._starts[id(token)])
        text, source_map, cut = self._text.finish()
        ranges = {
            name: _within(found, cut, len(text)) if found else () for name, found in self._ranges.items()
        }
        return InlineText(
            text,
            source_map,
            emphasis=ranges["emphasis"],
            strong=ranges["strong"],
            links=ranges["links"],
            comments=tuple(self._comments),
            notes=tuple(self._notes),
        )

    def _take(self, token: Token, start: int) -> None:
        kind = token.type
        if kind == "text":
            if not self._in_address:
                self._take_text(token.content, start)
        elif kind == "softbreak":
            if not self._text.ends_blank:
                self._take_whole(" ", start, start + 1)
            self._swallow = False
        elif kind == "hardbreak":
            self._take_whole("\n", start, start + (2 if self._content.startswith("\\", start) else 1))
            self._swallow = True
        elif kind == "text_special":
            self._take_special(token, start)
        elif kind == "code_inline":
            self._take_whole(PLACEHOLDER, start, self._end_of_code(token, start))
        elif kind == "address":
            self._take_whole(PLACEHOLDER, start, start + len(token.content))
        elif kind == "html_inline":
            self._take_html(token.content, start)
        elif token.markup == "autolink":
            self._take_autolink(token, start)
        elif kind in _RANGES:
            self._take_range(kind, token.nesting)
        elif kind in ("image", "shortcode"):
            self._leave_out()
        elif kind == "footnote_ref":
            self._leave_out()
            self._take_footnote(token, start)

    def _leave_out(self) -> None:
        """Nothing is left of a token; of the spaces on both its sides one is."""
        self._swallow = self._swallow or self._text.ends_blank

    def _take_text(self, text: str, start: int) -> None:
        if self._swallow and text:
            bare = text.lstrip()
            start += len(text) - len(bare)
            text = bare
            self._swallow = not bare
        for number, line in enumerate(text.split("\n")):
            if number:
                self._take_whole(" ", start - 1, start)
            self._text.add(line, self._place(start))
            start += len(line) + 1

    def _take_special(self, token: Token, start: int) -> None:
        if token.content == token.markup:  # a backslash that escapes nothing
            self._take_text(token.content, start)
        else:
            self._take_whole(token.content, start, start + len(token.markup))

    def _take_whole(self, text: str, start: int, end: int) -> None:
        self._text.add_whole(text, self._place(start), self._end(end))
        self._swallow = False

    def _end(self, end: int) -> int:
        """The source offset behind the letter before `end`: a CRLF is two."""
        last = self._place(end - 1)
        return (
            last + 2 if self._content[end - 1] == "\n" and self._source.startswith("\r\n", last) else last + 1
        )

    def _end_of_code(self, token: Token, start: int) -> int:
        fence = token.markup
        closing = re.compile(rf"(?<!`){fence}(?!`)").search(self._content, start + len(fence))
        return closing.end() if closing else len(self._content)

    def _take_autolink(self, token: Token, start: int) -> None:
        self._in_address = token.nesting == 1
        if self._in_address:
            end = self._content.index(">", start) + 1
            self._take_whole(PLACEHOLDER, start, end)

    def _take_html(self, tag: str, start: int) -> None:
        if tag.startswith("<!--"):
            span = Span(self._place(start), self._end(start + len(tag)))
            self._comments += [Comment(comment.text, span) for comment in find_comments(tag)]
            self._leave_out()
            return
        name = re.match(r"<(/?)\s*([A-Za-z][\w-]*)", tag)
        if not name:
            return
        if name[2].lower() == "br":
            self._take_whole("\n", start, start + len(tag))
            self._swallow = True
        elif name[2].lower() in ("i", "em", "cite"):
            self._take_range("em_close" if name[1] else "em_open", -1 if name[1] else 1)

    def _take_range(self, kind: str, nesting: int) -> None:
        name = _RANGES[kind]
        if nesting > 0:
            self._open.append((name, self._text.length))
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == name:
                self._ranges[name].append((self._open.pop(index)[1], self._text.length))
                return

    def _take_footnote(self, token: Token, start: int) -> None:
        if token.meta.get("label") is None:
            content = self._env["footnotes"]["list"][token.meta["id"]].get("content", "")
            self._notes.append((start + len("^["), content))


_RANGES = {
    "em_open": "emphasis",
    "em_close": "emphasis",
    "strong_open": "strong",
    "strong_close": "strong",
    "link_open": "links",
    "link_close": "links",
}


def _within(ranges: list[Range], cut: int, length: int) -> tuple[Range, ...]:
    moved = ((max(start - cut, 0), min(end - cut, length)) for start, end in ranges)
    return outermost((start, end) for start, end in moved if start < end)

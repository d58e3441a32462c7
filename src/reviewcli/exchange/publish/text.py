"""A draft as plain text: no Markdown left, lines no wider than asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_it.token import Token

from reviewcli.exchange.publish.parsing import (
    Lists,
    body_of,
    callout_of,
    parser,
    plain_inline,
    without_first_line,
)

_BREAK = "\n"


def to_text(text: str, *, width: int = 80) -> str:
    """The draft's words, paragraph by paragraph, in lines of at most `width` columns (0: as long as they are).

    A letter of Chinese, Japanese or Korean is two columns wide. A marker of what is still to write becomes a
    line in brackets; other comments are gone.
    """
    writer = _Writer(width)
    tokens = parser().parse(body_of(text))
    for number, token in enumerate(tokens):
        writer.take(tokens, number, token)
    return writer.text()


class _Writer:
    """The paragraphs so far, and what stands in front of the lines of the next."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._paragraphs: list[tuple[str, str]] = []  # each with what parts it from the one before
        self._indents: list[str] = []
        self._markers: list[str] = []
        self._lists = Lists()
        self._row: list[str] | None = None
        self._is_close = False

    def text(self) -> str:
        out = ""
        for gap, paragraph in self._paragraphs:
            out += (gap if out else "") + paragraph
        return f"{out}\n" if out else ""

    def take(self, tokens: list[Token], number: int, token: Token) -> None:
        kind = token.type
        if mark := self._lists.take(token):
            self._markers.append("".join(self._indents) + mark)
            self._indents.append(" " * columns(mark))
        if kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block"):
            self._add(token.content.rstrip("\n").split("\n"), wrap=False, extra="    ")
        elif kind == "html_block":
            self._html(token.content)
        elif kind == "hr":
            self._add(["———"])
        elif token.nesting == 1:
            self._begin(tokens, number, token)
        elif token.nesting == -1:
            self._end(kind)

    def _begin(self, tokens: list[Token], number: int, token: Token) -> None:
        kind = token.type
        if kind == "blockquote_open":
            if callout := callout_of(tokens, number):
                self._add([f"{callout.capitalize()}:"])
                tokens[number + 2].children = without_first_line(tokens[number + 2].children or [])
            self._indents.append("    ")
        elif kind == "tr_open":
            self._row = []

    def _end(self, kind: str) -> None:
        if kind in ("blockquote_close", "list_item_close", "footnote_close"):
            self._indents.pop()
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._is_close = False
        elif kind == "tr_close" and self._row is not None:
            row, self._row = self._row, None
            self._add(["; ".join(filter(None, row))])

    def _inline(self, token: Token) -> None:
        lines = "".join(_words(token.children or [])).split(_BREAK)
        lines = [" ".join(line.split(" ")).strip(" ") for line in lines]
        if self._row is not None:
            self._row.append(" ".join(lines))
        elif any(lines):
            self._add(lines)

    def _html(self, content: str) -> None:
        for part in re.split(r"(<!--.*?(?:-->|\Z))", content, flags=re.DOTALL):
            said = _todo(part) if part.startswith("<!--") else re.sub(r"<[^<>]*>", " ", part)
            if said.strip():
                self._add([" ".join(said.split())])

    def _add(self, lines: list[str], *, wrap: bool = True, extra: str = "") -> None:
        indent = "".join(self._indents) + extra
        first = self._markers.pop() if self._markers else indent
        self._markers.clear()
        out: list[str] = []
        for line in lines:
            room = self._width - columns(indent) if self._width and wrap else 0
            for piece in wrapped(line, max(room, 1) if self._width and wrap else 0):
                out.append(((indent if out else first) + piece).rstrip(" "))
        gap = _BREAK if self._is_close and first.strip() else _BREAK * 2
        self._paragraphs.append((gap, _BREAK.join(out)))
        self._is_close = self._lists.is_open


def wrapped(text: str, width: int) -> Iterator[str]:
    """A line in lines of at most so many columns, broken at spaces and between wide letters; 0 breaks nothing.

    A word that is wider than a line stands on one of its own.
    """
    if not width or columns(text) <= width:
        yield text
        return
    line, used = "", 0
    for space, piece in _pieces(text):
        wide = columns(piece)
        if line and used + len(space) + wide > width:
            yield line
            line, used = piece, wide
        else:
            line += (space if line else "") + piece
            used += (len(space) if used else 0) + wide
    yield line


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a line that are never broken, each with the space before it."""
    for word in re.finditer(r"( *)([^ ]+)", text):
        space, piece = word[1], ""
        for char in word[2]:
            if piece and _may_break(piece[-1], char):
                yield space, piece
                space, piece = "", ""
            piece += char
        yield space, piece


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end between two letters: at wide ones, but no mark of punctuation is torn off."""
    if not (_is_wide(before) or _is_wide(after)):
        return False
    opens = unicodedata.category(before) in ("Ps", "Pi")
    return not opens and unicodedata.category(after)[0] in "LN"


def columns(text: str) -> int:
    """How many columns of a terminal or a fixed-width page a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if _is_wide(char) else 1


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _words(children: list[Token]) -> Iterator[str]:
    """The words of inline tokens; a link is followed by its address, unless that is what it says."""
    links: list[tuple[str, list[str]]] = []
    for child in children:
        said = _said(child)
        if child.type == "link_open":
            links.append((str(child.attrGet("href") or ""), []))
        elif child.type == "link_close":
            address, words = links.pop()
            text = "".join(words)
            bare = address.removeprefix("mailto:")
            said = text if text.strip() in (address, bare) or not address else f"{text} ({address})"
        if links:
            links[-1][1].append(said)
        else:
            yield said


def _said(child: Token) -> str:
    if child.type in ("text", "code_inline"):
        return child.content
    if child.type == "softbreak":
        return " "
    if child.type == "hardbreak":
        return _BREAK
    if child.type == "image":
        return plain_inline(child)
    if child.type == "footnote_ref":
        return f"[{child.meta['id'] + 1}]"
    if child.type == "html_inline" and child.content.startswith("<!--"):
        return _todo(child.content)
    return _BREAK if child.type == "html_inline" and re.match(r"<br\b", child.content) else ""


def _todo(comment: str) -> str:
    match = re.match(r"<!--\s*review-todo\s+(.*?)\s*-->", comment, re.DOTALL)
    return f"[Write {' '.join(match[1].split())}]" if match else ""

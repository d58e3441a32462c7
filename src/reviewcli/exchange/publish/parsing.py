"""A draft's Markdown as tokens for the other forms. Imported only where one of them is asked for."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from reviewcli.document.front_matter import read_front_matter


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, footnotes and strikethrough."""
    md = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    footnote_plugin(md)
    return md


def body_of(text: str) -> str:
    """The text below the front matter."""
    matter = read_front_matter(text)
    return text[matter.span.end :] if matter else text


def tokens_of(body: str) -> tuple[Token | None, list[Token]]:
    """The content of the heading that opens the body, if there is one, and the tokens of the rest."""
    tokens = parser().parse(body)
    opens = [number for number, token in enumerate(tokens) if token.type != "html_block"]
    first = opens[0] if opens else 0
    if opens and tokens[first].type == "heading_open" and tokens[first].tag == "h1":
        return tokens[first + 1], tokens[:first] + tokens[first + 3 :]
    return None, tokens


def plain_inline(token: Token) -> str:
    """The words of an inline token, without markup."""
    parts = []
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            parts.append(plain_inline(child))
        elif child.type in ("text", "code_inline") or (
            child.type == "html_inline" and not child.content.startswith("<!--")
        ):
            parts.append(child.content)
    return "".join(parts).strip()


def callout_of(tokens: list[Token], number: int) -> str | None:
    """What a quote that opens at this token is marked as: `spoiler` for `> [!spoiler]`."""
    if number + 2 >= len(tokens) or tokens[number + 2].type != "inline":
        return None
    match = re.match(r"\[!([\w-]+)\][+-]?[^\n]*(?:\n|$)", tokens[number + 2].content)
    return match[1].lower() if match else None


def without_first_line(children: list[Token]) -> list[Token]:
    """What a callout says, without the line that marks it as one."""
    ends = [place for place, child in enumerate(children) if child.type in ("softbreak", "hardbreak")]
    return children[ends[0] + 1 :] if ends else []


class Lists:
    """The lists that are open, each with the number of its next item."""

    def __init__(self) -> None:
        self._next: list[int | None] = []

    @property
    def is_open(self) -> bool:
        """Whether the text stands in a list."""
        return bool(self._next)

    def take(self, token: Token) -> str:
        """Follow a token; the mark of the item or the footnote that it opens, else nothing."""
        if token.type == "footnote_open":
            return f"[{token.meta['id'] + 1}] "
        if token.type == "list_item_open":
            number = self._next[-1]
            self._next[-1] = None if number is None else number + 1
            return "• " if number is None else f"{number}. "
        if token.type == "bullet_list_open":
            self._next.append(None)
        elif token.type == "ordered_list_open":
            self._next.append(int(token.attrGet("start") or 1))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._next.pop()
        return ""

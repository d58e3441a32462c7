"""Markdown in the few tags of HTML that diaries take: italics, bold, links, quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from markdown_it.token import Token

from reviewcli.exchange.publish.parsing import Lists, callout_of, parser, plain_inline, without_first_line

_TAGS = {
    "em_open": "<i>", "em_close": "</i>", "strong_open": "<b>", "strong_close": "</b>", "link_close": "</a>",
    "softbreak": " ", "hardbreak": "\n",
}  # fmt: skip
_KEPT = r"</?(?:i|b|em|strong|blockquote)>|<a href=\"[^\"<>]*\">|</a>"


def in_few_tags(body: str) -> str:
    """A review's Markdown with those tags, an empty line between paragraphs and no heading but in bold."""
    return "\n\n".join(part for part in _parts(parser().parse(body)) if part.strip())


def _parts(tokens: list[Token]) -> Iterator[str]:
    """The text of each block; a row of a table is one."""
    lists, mark = Lists(), ""
    row: list[str] | None = None
    quotes = 0
    for number, token in enumerate(tokens):
        mark = lists.take(token) or mark
        if token.type == "inline":
            text = _quoted(mark + _paragraph(tokens, number), quotes)
            mark = ""
            if row is None:
                yield text
            else:
                row.append(text)
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield "; ".join(filter(None, row or ()))
            row = None
        elif token.type.startswith("blockquote"):
            quotes += token.nesting
        else:
            yield _without_paragraph(token)


def _quoted(text: str, quotes: int) -> str:
    return f"<blockquote>{text}</blockquote>" if quotes and text else text


def _without_paragraph(token: Token) -> str:
    """A block that holds no paragraphs: code, a line across, markup; nothing for other tokens."""
    if token.type in ("fence", "code_block"):
        return _plain(token.content.rstrip("\n"))
    if token.type == "hr":
        return "* * *"
    return _kept(token.content).strip() if token.type == "html_block" else ""


def _paragraph(tokens: list[Token], number: int) -> str:
    children = tokens[number].children or []
    callout = callout_of(tokens, number - 2) if number > 1 else None
    text = _inline(without_first_line(children) if callout else children)
    if number and tokens[number - 1].type == "heading_open":
        return f"<b>{text}</b>"
    return f"<b>{callout.capitalize()}</b>\n{text}" if callout else text


def _inline(children: Iterable[Token]) -> str:
    return "".join(map(_said, children)).strip()


def _said(token: Token) -> str:
    if token.type in _TAGS:
        return _TAGS[token.type]
    if token.type == "link_open":
        return f'<a href="{escape(str(token.attrGet("href") or ""))}">'
    if token.type == "footnote_ref":
        return f"[{token.meta['id'] + 1}]"
    if token.type == "image":
        return _plain(plain_inline(token))
    if token.type == "html_inline":
        return _kept(token.content)
    return _plain(token.content)


def _kept(html: str) -> str:
    """Markup with the tags that are taken; the other tags and all comments are gone, the words stay."""
    html = re.sub(r"<!--.*?(?:-->|\Z)", "", html, flags=re.DOTALL)
    parts = re.split(f"({_KEPT})", html)
    return "".join(
        part if place % 2 else re.sub(r"</?\w[^<>]*>", "", part) for place, part in enumerate(parts)
    )


def _plain(text: str) -> str:
    """Words as the site shows them: what would read as a tag or as an entity is escaped, a lone & is not."""
    text = re.sub(r"&(?=#?\w+;)", "&amp;", text)
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)

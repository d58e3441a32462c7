"""A draft as a page of HTML: an article that people, search engines and feed readers understand."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from reviewcli.exchange.publish.parsing import (
    body_of,
    callout_of,
    parser,
    plain_inline,
    tokens_of,
    without_first_line,
)
from reviewcli.exchange.publish.structured import rating, script, structured_review
from reviewcli.notes.model import Notes


def to_html(text: str, notes: Notes | None, *, language: str = "en") -> str:
    """A whole page with one article, an h-review of microformats2; its facts are in JSON-LD as well.

    Whatever the draft holds of HTML is text here, but for comments and the folds of spoilers. Without notes
    there are no facts to tell.
    """
    heading, tokens = tokens_of(body_of(text))
    title = plain_inline(heading) if heading else ""
    title = title or (_named(notes) if notes else "")
    parts = [f"<title>{escape(title)}</title>"]
    if notes:
        parts.append(script(structured_review(notes, title)))
    head = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{head}\n</head>\n<body>\n'
        f"{_article(heading, tokens, title, notes)}</body>\n</html>\n"
    )


def to_article(body: str, notes: Notes, title: str) -> str:
    """The article alone, for a page that somebody else makes: `body` is without its first heading."""
    return _article(None, list(parser().parse(body)), title, notes)


def _article(heading: Token | None, tokens: list[Token], title: str, notes: Notes | None) -> str:
    shown = _inline(heading) if heading else escape(title)
    lines = [f'<h1 class="p-name">{shown}</h1>'] if shown else []
    if notes:
        lines += _byline(notes)
        lines.append(
            f'<data class="p-item h-item" value="{escape(notes.title)}">'
            f'<data class="p-name" value="{escape(notes.title)}"></data></data>'
        )
        if notes.score:
            mark = rating(notes.score)
            names = (("ratingValue", "p-rating"), ("bestRating", "p-best"), ("worstRating", "p-worst"))
            lines += [
                f'<data class="{name}" value="{escape(mark[key])}"></data>'
                for key, name in names
                if key in mark
            ]
        lines += [f'<data class="p-category" value="{escape(tag)}"></data>' for tag in notes.tags]
    head = "\n".join(lines)
    return f'<article class="h-review">\n{head}\n<div class="e-content">\n{_body(tokens)}</div>\n</article>\n'


def _byline(notes: Notes) -> list[str]:
    author = f'<span class="p-author h-card">{escape(notes.author)}</span>' if notes.author else ""
    date = ""
    if notes.date:
        date = f'<time class="dt-published" datetime="{escape(notes.date)}">{escape(notes.date)}</time>'
    said = ", ".join(part for part in (author, date) if part)
    return [f"<p>{'By ' if author else ''}{said}</p>"] if said else []


def _named(notes: Notes) -> str:
    return notes.headline or (f"{notes.title} ({notes.year})" if notes.year else notes.title)


def _body(tokens: list[Token]) -> str:
    return str(_renderer().render(tokens, parser().options, {}))


def _inline(token: Token) -> str:
    return str(_renderer().renderInline(token.children or [], parser().options, {}))


@cache
def _renderer() -> RendererHTML:
    renderer = RendererHTML()
    for rule in ("footnote_ref", "footnote_block_open", "footnote_block_close", "footnote_open", "footnote_close",
                 "footnote_anchor", "footnote_caption", "footnote_anchor_name"):  # fmt: skip
        renderer.rules[rule] = parser().renderer.rules[rule].__get__(renderer)  # type: ignore[attr-defined]  # a bound method
    ours: dict[str, Any] = {
        "html_block": _raw,
        "html_inline": _raw,
        "blockquote_open": _quote_open,
        "blockquote_close": _quote_close,
    }
    renderer.rules |= ours
    return renderer


def _raw(tokens: Sequence[Token], number: int, *_: Any) -> str:
    """Comments and the tags that fold a spoiler stay; every other tag is shown as it was typed."""
    kept = r"<!--(?!-?>)(?:(?!--!?>).)*?-->|</?(?:details|summary)>|<br ?/?>"
    parts = re.split(f"({kept})", tokens[number].content, flags=re.DOTALL)
    return "".join(part if place % 2 else escape(part) for place, part in enumerate(parts))


def _quote_open(tokens: list[Token], number: int, _: Any, env: MutableMapping[str, Any]) -> str:
    quotes: list[bool] = env.setdefault("quotes", [])
    callout = callout_of(tokens, number)
    quotes.append(callout is not None)
    if callout is None:
        return "<blockquote>\n"
    inline = tokens[number + 2]
    inline.children = without_first_line(inline.children or [])
    return f'<details class="{escape(callout)}">\n<summary>{escape(callout.capitalize())}</summary>\n'


def _quote_close(_tokens: Any, _number: int, _options: Any, env: MutableMapping[str, Any]) -> str:
    return "</details>\n" if env["quotes"].pop() else "</blockquote>\n"

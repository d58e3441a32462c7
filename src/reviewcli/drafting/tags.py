"""The filter for sites that take a handful of tags and no Markdown."""

from __future__ import annotations

import re

_MARK = (
    r"(?P<comment><!--[^<>]*-->)|(?P<escaped>\\[\\`*_<>#+.~=)-])"
    r"|(?P<mark>\*\*|\*|(?<!\w)_(?=\w)|(?<=[\w.!?])_(?!\w))"
)


def plain(text: str) -> str:
    """Markdown's italics and bold as the tags that diary sites take; nothing else is marked up.

    Example: `{{ "*Her* is **short**." | plain }}` gives `<i>Her</i> is <b>short</b>.`
    """
    out: list[str] = []
    opened: list[str] = []
    comment_ends = 0
    for match in re.finditer(_MARK, text):
        if match.start() < comment_ends:
            continue
        out.append(text[comment_ends : match.start()])
        comment_ends = match.end()
        out.append(_tag(match, text, opened))
    return "".join([*out, text[comment_ends:]])


def _tag(match: re.Match[str], text: str, opened: list[str]) -> str:
    mark = match[0]
    if match.lastgroup == "comment":
        return mark
    if match.lastgroup == "escaped":
        return mark[1:]
    name = "b" if len(mark) == 2 else "i"
    if mark in opened and not text[match.start() - 1].isspace():
        opened.remove(mark)
        return f"</{name}>"
    following = text[match.end() : match.end() + 1]
    if following and not following.isspace() and text.find(mark, match.end()) >= 0:
        opened.append(mark)
        return f"<{name}>"
    return mark

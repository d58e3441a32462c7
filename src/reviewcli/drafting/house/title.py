"""The heading that opens a draft: taken off for sites that print front matter's title."""

from __future__ import annotations

import re

from reviewcli.document.front_matter import read_front_matter

_HEADING = r"(?:[ \t]*(?:\r\n?|\n))*#[ \t]+([^\r\n]*)(?:\r\n?|\n|\Z)(?:[ \t]*(?:\r\n?|\n))*"


def without_title(text: str) -> str:
    """A draft without the heading of level 1 that opens its body; the front matter is followed by one empty line."""
    matter = read_front_matter(text)
    head, body = (text[: matter.span.end], text[matter.span.end :]) if matter else ("", text)
    match = re.match(_HEADING, body)
    if not match:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    return f"{head}{newline * 2 if head else ''}{body[match.end() :]}"

"""The heading that opens a draft: taken off for sites that print front matter's title."""

from __future__ import annotations

import re

_HEADING = r"(?:[ \t]*\n)*#[ \t]+[^\n]*(?:\n|\Z)(?:[ \t]*\n)*"


def without_title(body: str) -> str:
    """A draft without the heading of level 1 that opens it."""
    match = re.match(_HEADING, body)
    return body[match.end() :] if match else body

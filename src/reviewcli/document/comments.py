"""HTML comments: markers and directives stand in them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from reviewcli.findings import Span


class Comment(msgspec.Struct, frozen=True):
    """An HTML comment: the text inside, without space at its ends, and the span of the whole."""

    text: str
    span: Span


@cache
def comment_pattern() -> re.Pattern[str]:
    """Finds comments; group 1 is the text. One that is never closed reaches to the end."""
    return re.compile(r"<!--(?:-?>|(.*?)(?:-->|\Z))", re.DOTALL)

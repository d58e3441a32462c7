"""HTML comments: markers and directives stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from reviewcli.texts.findings import Span


class Comment(msgspec.Struct, frozen=True):
    """An HTML comment: the text inside, without space at its ends, and the span of the whole."""

    text: str
    span: Span

    @property
    def is_todo(self) -> bool:
        """Whether it keeps a place for what is to be written: the text is not finished."""
        return self.text.startswith("review-todo") and not self.is_in_margin

    @property
    def is_in_margin(self) -> bool:
        """Whether `review update` set it beside a text: what changed in the notes since."""
        return re.match(r"review-todo \w+: (?:new in|gone from) the notes: ", self.text) is not None


@cache
def comment_pattern() -> re.Pattern[str]:
    """A comment; group 1 is the text. One that is never closed reaches to the end."""
    return re.compile(r"<!--(?:-?>|(.*?)(?:-->|\Z))", re.DOTALL)


def find_comments(text: str, start: int = 0) -> Iterator[Comment]:
    """The comments of a text, in order, with spans of that text."""
    for match in comment_pattern().finditer(text, start):
        yield Comment((match[1] or "").strip(), Span(*match.span()))

"""Where an offset stands: line and column, as editors and compilers count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from reviewcli.texts.findings import Span


class Lines:
    """The lines of a source. A line ends with LF, CRLF or a lone CR; lines and columns count from 1."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self._source:
            return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self._source))]
        starts = [0]
        find = self._source.find
        while newline := find("\n", starts[-1]) + 1:
            starts.append(newline)
        return starts

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1, in code points."""
        offset = min(max(offset, 0), len(self._source))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span_of_line(self, line: int) -> Span:
        """What the line holds, without its ending."""
        start = self._starts[line - 1]
        if line == len(self._starts):
            return Span(start, len(self._source))
        end = self._starts[line]
        length = 2 if self._source.startswith("\r\n", end - 2) and end - 2 >= start else 1
        return Span(start, end - length)

    def text_of_line(self, line: int) -> str:
        """The line's text, without its ending."""
        span = self.span_of_line(line)
        return self._source[span.start : span.end]


def line_start(source: str, offset: int) -> int:
    """Where the line begins that an offset stands in; for one offset, where all lines need not be known."""
    return max(source.rfind("\n", 0, offset), source.rfind("\r", 0, offset)) + 1

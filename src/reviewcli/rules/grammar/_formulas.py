"""Formulas in Markdown, whose marks and spaces are not the sentence's."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from reviewcli.document import Block, Document
from reviewcli.document.ranges import Range


def formulas(doc: Document, block: Block) -> tuple[Range, ...]:
    """Where in the source of a block something stands between dollar signs or brackets with a backslash: $x , y$."""
    span = block.span
    source = doc.source[span.start : span.end]
    if "$" not in source and "\\" not in source:
        return ()
    return tuple((span.start + it.start(), span.start + it.end()) for it in _formula().finditer(source))


def is_in(ranges: tuple[Range, ...], start: int) -> bool:
    """Whether one of the ranges, which are in order, holds that place."""
    number = bisect_right(ranges, start, key=lambda pair: pair[0])
    return number > 0 and start < ranges[number - 1][1]


@functools.cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"\$\$[^$]+\$\$|\$[^$]+\$|\\\((?:[^\\]|\\[^()])*\\\)|\\\[(?:[^\\]|\\[^\[\]])*\\\]")

"""A line of YAML taken apart as a person would: indentation, dash, key, value."""

from __future__ import annotations

import re

import msgspec

from reviewcli.texts.findings import Span


class Line(msgspec.Struct, frozen=True):
    """Where the parts of a line stand in the source.

    `item` is where the text after the last dash begins, None without a dash; `whole_end` is the end of the
    deeper lines that the value runs on over.
    """

    start: int
    text_start: int
    value_start: int
    end: int
    whole_end: int
    key: str
    item: int | None

    @property
    def indent(self) -> int:
        """How many characters stand before the text."""
        return self.text_start - self.start

    @property
    def value_span(self) -> Span:
        """The value, with the lines it runs on over, without the spaces at its end."""
        return Span(self.value_start, max(self.value_start, self.whole_end))


def line_at(source: str, at: int) -> Line:
    """The line that an offset stands in."""
    at = min(at, len(source))
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    if source[at : at + 1] == "\n" and source[at - 1 : at] == "\r":
        return line_at(source, at - 1) if at else line_at(source, 0)
    end = _end_of_line(source, start)
    text = source[start:end]
    head = re.match(r"\s*(?:- +)*", text)
    lead = head.end() if head else 0
    pair = re.match(r"(\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`][^#:]*?)[ \t]*:(?:[ \t]+|$)", text[lead:])
    indent = len(text) - len(text.lstrip())
    return Line(
        start=start,
        text_start=start + indent,
        value_start=start + lead + (pair.end() if pair else 0),
        end=end,
        whole_end=_end_of_text(source, end, indent),
        key=pair[1] if pair else "",
        item=start + lead if "-" in text[:lead] else None,
    )


def line_before(source: str, at: int) -> Line | None:
    """The last line with text before the one that an offset stands in."""
    start = line_at(source, at).start
    while start > 0:
        line = line_at(source, start - 1)
        if source[line.start : line.end].strip():
            return line
        start = line.start
    return None


def tabbed_lines(source: str) -> list[Line]:
    """The lines whose indentation holds a tab."""
    return [line_at(source, match.end()) for match in re.finditer(r"(?m)^[ ]*\t[ \t]*(?=\S)", source)]


def _end_of_line(source: str, start: int) -> int:
    match = re.compile(r"[\r\n]").search(source, start)
    end = match.start() if match else len(source)
    return start + len(source[start:end].rstrip())


def _end_of_text(source: str, end: int, indent: int) -> int:
    """Where the text ends that runs on over the deeper lines below: those that are neither keys nor items."""
    last = end
    following = re.compile(r"[ \t]*(?:\r\n?|\n)([ ]*)([^\r\n]*)")
    match = following.match(source, last)
    while match and len(match[1]) > indent and match[2].strip():
        if match[2][0] in "-#" or re.search(r":(\s|$)", match[2]):
            break
        last = match.start(2) + len(match[2].rstrip())
        match = following.match(source, last)
    return last

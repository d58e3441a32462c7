"""Where a draft's directives silence which rules and groups: one index a document, asked by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reviewcli.document import Document
from reviewcli.document.directives import (
    DISABLE,
    DISABLE_FILE,
    DISABLE_LINE,
    DISABLE_NEXT_LINE,
    ENABLE,
    Directive,
    find_directives,
)
from reviewcli.document.once import once_a_text
from reviewcli.rules._enabled import Enabled, useful_names, wider_names
from reviewcli.rules._silences import Silences
from reviewcli.texts.findings import Finding, Span


class Run(NamedTuple):
    """Neighbours in a row, and whether they mean the very rule alone: over a whole file they are a choice of rules."""

    row: Silences
    start: int
    end: int
    is_choice: bool = False


class Reach:
    """The names in a draft's directives, and what each silences where.

    In a place, who silences a general rule has seen the words, and means the more special rule too that speaks of
    them in its stead; over a whole file it is a choice of rules, and means that rule alone.

    Attributes:
        directives: those of the draft, in order.
        useful: the spans of the names that enable something which was silenced.
    """

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self.directives = tuple(find_directives(doc))
        self._opened = _rows(
            (name.text, Span(it.span.start, len(doc.source) + 1), name.span)
            for it in self.directives
            if it.kind == DISABLE
            for name in it.names
        )
        lines = list(_lines_of(doc, self.directives))
        self._line = _rows((name, span, place) for name, span, place, is_one in lines if is_one)
        self._several = _rows((name, span, place) for name, span, place, is_one in lines if not is_one)
        self._file = _rows(
            (name.text, Span(0, len(doc.source) + 1), name.span)
            for it in self.directives
            if it.kind == DISABLE_FILE
            for name in it.names
        )
        self._enabled = Enabled([it for it in self.directives if it.kind == ENABLE])
        self.useful = useful_names(self.directives)

    def about(self, finding: Finding) -> list[Run]:
        """The names that mean a finding, or a more general one of the same words."""
        if not self.directives:
            return []
        own = ("", finding.rule, finding.group)
        names = tuple(dict.fromkeys((*own, *finding.speaks_for)))
        found = [run for name in names for run in self._in_place(name, names, finding.span)]
        whole = ((name, self._file[name]) for name in names if name in self._file)
        found.extend(Run(row, 0, len(row), is_choice=name not in own) for name, row in whole)
        return found

    def silencing(self, finding: Finding) -> list[Run]:
        """The names that silence a finding."""
        return [run for run in self.about(finding) if not run.is_choice]

    def is_silent(self, piece: Span, names: Collection[str]) -> bool:
        """Whether one of these rules or groups, or everything, is silenced at a place."""
        return any(
            name in self._file or any(True for _ in self._in_place(name, ("",), piece))
            for name in ("", *names)
        )

    def _in_place(self, name: str, meant: tuple[str, ...], span: Span) -> Iterator[Run]:
        """The neighbours of that name that touch a span, but where one of what is meant was enabled again."""
        behind = max(span.end, span.start + 1)
        row = self._opened.get(name)
        if row and not self._enabled.is_of(name, span):
            yield from _run(row, self._enabled.last(name, meant, span.start) + 1, behind)
        line = self._doc.lines.span_of_line(self._doc.lines.place(span.start)[0]).start
        if row := self._line.get(name):
            yield from _run(row, line, behind)
        if row := self._several.get(name):
            yield from _run(row, line, behind)
            # Comments do not overlap: of those that begin on a line above, one at the most reaches down to here.
            if above := row.from_above(line, span.start):
                yield Run(row, *above)


@once_a_text
def reach_of(doc: Document) -> Reach:
    """What the directives of a draft silence."""
    return Reach(doc)


def holds(outer: str, inner: str) -> bool:
    """Whether one name means all that another means: everything, a group, or the same."""
    return outer in wider_names(inner)


def _run(row: Silences, start: int, end: int) -> Iterator[Run]:
    """The neighbours that begin in a piece of the source, if there are any."""
    first, last = bisect_left(row.starts, start), bisect_left(row.starts, end)
    if first < last:
        yield Run(row, first, last)


def _rows(found: Iterable[tuple[str, Span, Span]]) -> dict[str, Silences]:
    """By name what is silenced where, in order, with the span of the name."""
    by_name: dict[str, list[tuple[Span, Span]]] = {}
    for name, span, place in found:
        by_name.setdefault(name, []).append((span, place))
    return {name: Silences(sorted(spans)) for name, spans in by_name.items()}


def _lines_of(doc: Document, directives: Iterable[Directive]) -> Iterator[tuple[str, Span, Span, bool]]:
    """The names of the directives for a line: the lines that it is about, its own span, and whether it is one line."""
    lines = doc.lines
    following: dict[int, int] = {}
    for directive in directives:
        if directive.kind not in (DISABLE_LINE, DISABLE_NEXT_LINE):
            continue
        first, last = (lines.place(offset)[0] for offset in (directive.span.start, directive.span.end - 1))
        if directive.kind == DISABLE_NEXT_LINE:
            first = last = _next_line(doc, last, following)
        end = lines.span_of_line(last + 1).start if last < len(lines) else len(doc.source) + 1
        for name in directive.names:
            yield name.text, Span(lines.span_of_line(first).start, end), name.span, first == last


def _next_line(doc: Document, line: int, following: dict[int, int]) -> int:
    """The first line below that holds anything but directives and the marks of a block quote.

    `following` keeps it for the lines that have been passed by.
    """
    passed = []
    number = line + 1
    while number not in following and number < len(doc.lines) and _is_passed_by(doc, number):
        passed.append(number)
        number += 1
    found = following.get(number, min(number, len(doc.lines)))
    following.update(dict.fromkeys(passed, found))
    return found


def _is_passed_by(doc: Document, line: int) -> bool:
    return not _directive_pattern().sub("", doc.lines.text_of_line(line)).strip(" \t>")


@cache
def _directive_pattern() -> re.Pattern[str]:
    return re.compile(r"<!--\s*review-(?:disable|enable).*?-->")

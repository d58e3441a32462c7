"""Where a draft's directives silence which rules and groups."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

import msgspec

from reviewcli.document import Document
from reviewcli.document.directives import (
    DISABLE,
    DISABLE_FILE,
    DISABLE_LINE,
    DISABLE_NEXT_LINE,
    ENABLE,
    Directive,
    Name,
    find_directives,
)
from reviewcli.rules._rule import rule_groups
from reviewcli.texts.findings import Finding, Span


class Reach(msgspec.Struct, frozen=True):
    """Where a name is silenced: what touches the span, but for the ids and groups that were enabled again.

    In a place, who silences a general rule has seen the words, and means the more special rule too that speaks of
    them in its stead; over a whole file (`is_choice`) it is a choice of rules, and means that rule alone.
    """

    name: Name
    span: Span
    but: tuple[str, ...] = ()
    is_choice: bool = False

    def silences(self, finding: Finding) -> bool:
        return self.is_about(finding) and (not self.is_choice or _covers(self.name.text, finding))

    def is_about(self, finding: Finding) -> bool:
        start, end = finding.span.start, finding.span.end
        touches = self.span.start <= start < self.span.end or start < self.span.start < end
        name = self.name.text
        return (
            touches
            and (_covers(name, finding) or name in finding.speaks_for)
            and not any(_covers(it, finding) or it in finding.speaks_for for it in self.but)
        )


def is_silent(doc: Document, piece: Span, names: Collection[str]) -> bool:
    """Whether a directive silences one of these rules or groups, or everything, at a place."""
    reaches, _ = reaches_of(doc, find_directives(doc))
    return any(
        (reach.name.text in names or not reach.name.text)
        and reach.name.text not in reach.but
        and reach.span.overlaps(piece)
        for reach in reaches
    )


def reaches_of(doc: Document, directives: Iterable[Directive]) -> tuple[list[Reach], set[Span]]:
    """Where which name is silenced, and the spans of the names that enabled something again."""
    done: list[Reach] = []
    opened: list[Reach] = []
    useful: set[Span] = set()
    for directive in directives:
        if directive.kind == ENABLE:
            opened = [after for reach in opened for after in _enabled(directive, reach, done, useful)]
        else:
            (opened if directive.kind == DISABLE else done).extend(_silenced(doc, directive))
    return done + opened, useful


def _silenced(doc: Document, directive: Directive) -> list[Reach]:
    """What a directive silences by itself: to the end of the file, all of it, or a line."""
    end = len(doc.source) + 1
    if directive.kind in (DISABLE_LINE, DISABLE_NEXT_LINE):
        span = _lines_of(doc, directive)
    elif directive.kind in (DISABLE, DISABLE_FILE):
        span = Span(directive.span.start if directive.kind == DISABLE else 0, end)
    else:
        return []
    return [Reach(name, span, is_choice=directive.kind == DISABLE_FILE) for name in directive.names]


def _enabled(enable: Directive, reach: Reach, done: list[Reach], useful: set[Span]) -> Iterator[Reach]:
    """What is still silenced behind an `enable`; what was so before it goes to `done`."""
    ends = [it for it in enable.names if holds(it.text, reach.name.text)]
    narrows = [it for it in enable.names if not ends and holds(reach.name.text, it.text)]
    if not ends and not narrows:
        yield reach
        return
    useful.update(it.span for it in ends or narrows)
    done.append(msgspec.structs.replace(reach, span=Span(reach.span.start, enable.span.start)))
    if not ends:
        but = (*reach.but, *(it.text for it in narrows))
        yield Reach(reach.name, Span(enable.span.end, reach.span.end), but)


def holds(outer: str, inner: str) -> bool:
    """Whether one name means all that another means: everything, a group, or the same."""
    if not outer or outer == inner:
        return True
    if "/" in inner:
        return outer in ("grammar", "spelling")
    return rule_groups().get(inner) == outer


def _lines_of(doc: Document, directive: Directive) -> Span:
    """The lines that a directive for a line is about, with their ends."""
    first, last = (doc.lines.place(offset)[0] for offset in (directive.span.start, directive.span.end - 1))
    if directive.kind == DISABLE_NEXT_LINE:
        first = last = _next_line(doc, last)
    end = doc.lines.span_of_line(last + 1).start if last < len(doc.lines) else len(doc.source) + 1
    return Span(doc.lines.span_of_line(first).start, end)


def _next_line(doc: Document, line: int) -> int:
    """The first line below that holds anything but directives and the marks of a block quote."""
    for number in range(line + 1, len(doc.lines) + 1):
        text = _directive_pattern().sub("", doc.lines.text_of_line(number))
        if text.strip(" \t>"):
            return number
    return len(doc.lines)


@cache
def _directive_pattern() -> re.Pattern[str]:
    return re.compile(r"<!--\s*review-(?:disable|enable).*?-->")


def _covers(name: str, finding: Finding) -> bool:
    return name in ("", finding.rule, finding.group)

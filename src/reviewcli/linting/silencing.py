"""Leaves out what the writer has silenced: directives, `review.ignore` in front matter, and [sic]."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

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
    front_matter_names,
)
from reviewcli.texts.findings import Finding, Span

if TYPE_CHECKING:
    from reviewcli.rules import Rule
    from reviewcli.rules._choice import Choice

UNUSED = "unused-directive"
_SIC = frozenset({"spelling", "grammar", "names"})


class _Reach(msgspec.Struct, frozen=True):
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


class Asked(msgspec.Struct, frozen=True):
    """What was asked in a run: of a directive for others nobody knows whether it is of use.

    Args:
        choice: which rules run.
        rules: the rules that did.
        engines: the names of the engines that did.
        has_notes: whether there were notes.
    """

    choice: Choice
    rules: Mapping[str, Rule]
    engines: Collection[str]
    has_notes: bool

    def __call__(self, name: str) -> bool:
        """Whether a rule ran, or all of a group; for an empty name whether all did."""
        if name in self.rules:
            return self.has_notes or not self.rules[name].needs_notes
        if "/" in name:
            runs = self.choice.admits(name, "grammar") and self.choice.admits(name, "spelling")
            return runs and name.partition("/")[0] in self.engines
        is_whole = not self.choice.select and not any(_holds(name, it) for it in self.choice.ignore)
        needs_engine = name in ("", "grammar", "spelling")
        needs_notes = name in ("facts", "names", "spoilers", "notes")
        return is_whole and bool(not needs_engine or self.engines) and (self.has_notes or not needs_notes)


def silenced(
    doc: Document, findings: Sequence[Finding], asked: Callable[[str], bool] = lambda _: True
) -> tuple[Finding, ...]:
    """The findings without those that the draft silences.

    The rule `unused-directive` finds every name of every directive; those that did silence something are left
    out here.

    Args:
        doc: the draft.
        findings: all that was found in it.
        asked: see `Asked`.
    """
    ignored = {name.text for name in front_matter_names(doc)}
    directives = tuple(find_directives(doc))
    reaches, useful = _reaches(doc, directives)
    kept: list[Finding] = []
    for finding in findings:
        if finding.rule == UNUSED:
            continue
        about = [reach for reach in reaches if reach.is_about(finding)]
        useful.update(reach.name.span for reach in about)
        by = any(reach.silences(finding) for reach in about)
        if not (by or _is_ignored(finding, ignored) or _has_sic(doc.source, finding)):
            kept.append(finding)
    judged = {name.span for it in directives for name in it.names if it.kind == ENABLE or asked(name.text)}
    for finding in findings:
        if finding.rule == UNUSED and finding.span in judged - useful:
            # A directive that silences everything says nothing of itself.
            silencers = {reach.name.span for reach in reaches if reach.silences(finding)} - {finding.span}
            useful.update(silencers)
            if not silencers and not _is_ignored(finding, ignored):
                kept.append(finding)
    kept = [finding for finding in kept if finding.rule != UNUSED or finding.span not in useful]
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.rule)))


def is_silent(doc: Document, piece: Span, names: Collection[str]) -> bool:
    """Whether a directive silences one of these rules or groups, or everything, at a place."""
    reaches, _ = _reaches(doc, find_directives(doc))
    return any(
        (reach.name.text in names or not reach.name.text)
        and reach.name.text not in reach.but
        and reach.span.overlaps(piece)
        for reach in reaches
    )


def _reaches(doc: Document, directives: Iterable[Directive]) -> tuple[list[_Reach], set[Span]]:
    """Where which name is silenced, and the spans of the names that enabled something again."""
    done: list[_Reach] = []
    opened: list[_Reach] = []
    useful: set[Span] = set()
    end = len(doc.source) + 1
    for directive in directives:
        if directive.kind == DISABLE:
            opened += [_Reach(name, Span(directive.span.start, end)) for name in directive.names]
        elif directive.kind == ENABLE:
            opened = [after for reach in opened for after in _enabled(directive, reach, done, useful)]
        elif directive.kind == DISABLE_FILE:
            done += [_Reach(name, Span(0, end), is_choice=True) for name in directive.names]
        elif directive.kind in (DISABLE_LINE, DISABLE_NEXT_LINE):
            done += [_Reach(name, _lines_of(doc, directive)) for name in directive.names]
    return done + opened, useful


def _enabled(enable: Directive, reach: _Reach, done: list[_Reach], useful: set[Span]) -> Iterator[_Reach]:
    """What is still silenced behind an `enable`; what was so before it goes to `done`."""
    ends = [it for it in enable.names if _holds(it.text, reach.name.text)]
    narrows = [it for it in enable.names if not ends and _holds(reach.name.text, it.text)]
    if not ends and not narrows:
        yield reach
        return
    useful.update(it.span for it in ends or narrows)
    done.append(msgspec.structs.replace(reach, span=Span(reach.span.start, enable.span.start)))
    if not ends:
        but = (*reach.but, *(it.text for it in narrows))
        yield _Reach(reach.name, Span(enable.span.end, reach.span.end), but)


def _holds(outer: str, inner: str) -> bool:
    """Whether one name means all that another means: everything, a group, or the same."""
    if not outer or outer == inner:
        return True
    if "/" in inner:
        return outer in ("grammar", "spelling")
    from reviewcli.rules import rule_groups

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


def _is_ignored(finding: Finding, names: Container[str]) -> bool:
    return finding.rule in names or finding.group in names


def _has_sic(source: str, finding: Finding) -> bool:
    """Whether [sic] stands behind the words: they are so in what is quoted."""
    return finding.group in _SIC and _sic_pattern().match(source, finding.span.end) is not None


@cache
def _sic_pattern() -> re.Pattern[str]:
    return re.compile(r"[*_\"”’']*\s?\[[*_]*sic[*_]*[.!]?\]", re.IGNORECASE)

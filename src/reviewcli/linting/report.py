"""What there is to say of a file, with every place worked out: what the formats print.

The fields and their order are those of the JSON format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from reviewcli.reading.readability.metrics import Metrics
from reviewcli.texts.findings import Finding, Fix, Severity, Span

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.texts.lines import Lines

# How much of a line is kept on either side of what was found: enough for the widest terminal, and a file that
# is one long line stays cheap however often something is found in it.
_BEFORE = _AFTER = 300


class LocatedEdit(msgspec.Struct, frozen=True):
    """Replace what lies between the two offsets by this text."""

    start: int
    end: int
    text: str


class LocatedFix(msgspec.Struct, frozen=True):
    """Edits that belong together; `safe` when they cannot change the meaning."""

    safe: bool
    edits: tuple[LocatedEdit, ...]


class LocatedNoted(msgspec.Struct, frozen=True):
    """What the notes say that a finding rests on, and the file that says it."""

    path: str
    line: int
    column: int
    key: str
    text: str


class Excerpt(msgspec.Struct, frozen=True):
    """The source line round the place of a finding: `text[start:end]` is what to mark.

    `cut_before` and `cut_after` say that the line goes on there; `goes_on` that what was found does, on the
    next line.
    """

    text: str
    start: int
    end: int
    cut_before: bool = False
    cut_after: bool = False
    goes_on: bool = False


class Located(msgspec.Struct, frozen=True):
    """A finding with its place in the file; every field but the last is one of the JSON format."""

    rule: str
    group: str
    severity: Severity
    message: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    match: str
    section: str | None
    engine: str
    replacements: tuple[str, ...]
    notes: LocatedNoted | None
    fix: LocatedFix | None
    excerpt: Excerpt


class FileReport(msgspec.Struct, frozen=True):
    """A file and what was found in it; `notes` says where its notes are.

    `error` says why it could not be read, or what an engine did wrong, beside what the others found.
    """

    path: str
    notes: str | None = None
    error: str | None = None
    findings: tuple[Located, ...] = ()
    metrics: Metrics | None = None

    @property
    def is_read(self) -> bool:
        """Whether the file could be read."""
        return self.error is None or self.metrics is not None

    def at_least(self, severity: Severity) -> tuple[Located, ...]:
        """The findings of this severity and above."""
        if not severity.rank:
            return self.findings
        return tuple(finding for finding in self.findings if finding.severity.rank >= severity.rank)


class Summary(msgspec.Struct, frozen=True):
    """How many files there are, and how many findings of each severity."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    suggestions: int = 0


def report_file(
    doc: Document, findings: Iterable[Finding], *, notes: str | None = None, error: str | None = None
) -> FileReport:
    """What there is to say of a draft: its findings, located, its metrics, and what an engine did wrong."""
    from reviewcli.reading.readability.measuring import metrics  # an answer that was kept needs no document

    beside = notes or doc.path or "-"
    located = (
        locate(doc.source, doc.lines, finding, doc.section_at(finding.span.start), beside)
        for finding in findings
    )
    return FileReport(
        doc.path or "-", notes=notes, error=error, findings=tuple(located), metrics=metrics(doc)
    )


def report_source(path: str, source: str, findings: Iterable[Finding]) -> FileReport:
    """What there is to say of a text that is no draft, such as notes: its findings, located."""
    from reviewcli.texts.lines import Lines

    lines = Lines(source)
    return FileReport(path, findings=tuple(locate(source, lines, finding) for finding in findings))


def unread_file(path: str, error: str) -> FileReport:
    """What there is to say of a file that could not be read: why."""
    return FileReport(path, error=error)


def summary(reports: Iterable[FileReport]) -> Summary:
    """How many files there are, and how many findings of each severity."""
    tally = Tally()
    for _ in tally.of(reports):
        pass
    return tally.summary


class Tally:
    """Counts reports as they pass."""

    def __init__(self) -> None:
        self.unread = 0
        self._files = 0
        self._findings = dict.fromkeys(Severity, 0)

    def of(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """The same reports, counted."""
        for report in reports:
            self._files += 1
            self.unread += not report.is_read
            for finding in report.findings:
                self._findings[finding.severity] += 1
            yield report

    @property
    def summary(self) -> Summary:
        """How many files there were, and how many findings of each severity."""
        counts = self._findings
        return Summary(
            self._files, counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.SUGGESTION]
        )


def locate(
    source: str, lines: Lines, finding: Finding, section: str | None = None, notes: str = "-"
) -> Located:
    """A finding with its place in this source; `notes` is the file of the notes."""
    noted = finding.notes
    start, end = finding.span.start, finding.span.end
    line, column = lines.place(start)
    end_line, end_column = lines.place(end)
    return Located(
        rule=finding.rule,
        group=finding.group,
        severity=finding.severity,
        message=finding.message,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=start,
        end=end,
        match=source[start:end],
        section=section,
        engine=finding.engine,
        replacements=finding.replacements,
        notes=LocatedNoted(notes, noted.line, noted.column, noted.key, noted.text) if noted else None,
        fix=_located(finding.fix) if finding.fix else None,
        excerpt=_excerpt(source, finding.span, column),
    )


def _located(fix: Fix) -> LocatedFix:
    edits = tuple(LocatedEdit(edit.span.start, edit.span.end, edit.text) for edit in fix.edits)
    return LocatedFix(fix.safe, edits)


def _excerpt(source: str, span: Span, column: int) -> Excerpt:
    line_start = span.start - (column - 1)
    first = max(line_start, span.start - _BEFORE)
    last = min(len(source), span.start + _AFTER)
    line_end = _line_end(source, span.start, last)
    return Excerpt(
        text=source[first:line_end],
        start=min(span.start, line_end) - first,
        end=min(span.end, line_end) - first,
        cut_before=first > line_start,
        cut_after=line_end == last < len(source) and source[last] not in "\r\n",
        goes_on=any(
            not character.isspace() for character in source[line_end : min(span.end, line_end + _AFTER)]
        ),
    )


def _line_end(source: str, start: int, last: int) -> int:
    # A place between the \r and the \n of a line end is still on that line.
    if source[start : start + 1] == "\n" and source[max(0, start - 1) : start] == "\r":
        start -= 1
    ends = (source.find(character, start, last) for character in "\r\n")
    return min((end for end in ends if end >= 0), default=last)

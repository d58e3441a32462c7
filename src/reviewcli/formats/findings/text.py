"""The format `text`: for people. Each finding with its line of the source, what was found marked with ^^^.

Findings of one rule are folded after five in a file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from reviewcli.formats import FormatOptions
from reviewcli.formats.marked_line import marked_line
from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.findings import Severity
from reviewcli.texts.printable import one_line, printable

SHOWN_OF_A_RULE = 5
WIDTH = 100  # of what is no terminal
_INDENT = "    "
_NARROWEST = 20

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
_BOLD, _DIM = "1", "2"


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:
    """Print the findings of each file, folded unless `show_all` is set."""
    room = _width(out) if options.width is None else options.width
    width = max(room - len(_INDENT), _NARROWEST)
    for report in reports:
        if options.for_writer:
            _write_praise(report, out, options)
        folded: Counter[str] = Counter()
        seen: Counter[str] = Counter()
        for finding in report.findings:
            seen[finding.rule] += 1
            if seen[finding.rule] > SHOWN_OF_A_RULE and not options.show_all:
                folded[finding.rule] += 1
            else:
                write_finding(report.path, finding, out, width, color=options.color)
        for rule, count in folded.items():
            out.write(_painted(f"{rule}: {count} more, --all shows them", _DIM, color=options.color) + "\n")


def _write_praise(report: FileReport, out: TextIO, options: FormatOptions) -> None:
    """Kind words first, where there are any."""
    words = options.praise.get(report.path)
    if words and report.is_read:
        head = _painted(f"{printable(report.path)}: what works", _BOLD, color=options.color)
        out.write("".join([f"{head}\n", *(f"{_INDENT}{sentence}\n" for sentence in words)]))


def write_finding(path: str, finding: Located, out: TextIO, width: int, *, color: bool) -> None:
    """Print one finding, with its line cut to so many columns."""
    place = _painted(f"{printable(path)}:{finding.line}:{finding.column}:", _BOLD, color=color)
    paint = _COLORS[finding.severity]
    severity = _painted(finding.severity.value, paint, color=color)
    out.write(f"{place} {severity} {finding.rule} {one_line(finding.message)}\n")
    marked = marked_line(finding.excerpt, width)
    if marked:
        carets = _painted(marked.carets, paint, color=color)
        out.write(f"{_INDENT}{marked.text}\n{_INDENT}{' ' * marked.column}{carets}\n")


def _painted(text: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color else text


def _width(out: TextIO) -> int:
    if not out.isatty():
        return WIDTH
    import shutil

    return shutil.get_terminal_size((WIDTH, 24)).columns

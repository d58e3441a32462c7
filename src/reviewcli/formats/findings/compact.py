"""The format `compact`: a line a finding, as compilers and `grep -n` print them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from reviewcli.formats import FormatOptions
from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.printable import one_line, printable


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:  # noqa: ARG001 — every format has this signature
    """Print `path:line:column: severity rule-id message` for each finding."""
    for report in reports:
        path = printable(report.path)
        for finding in report.findings:
            out.write(f"{head(path, finding)}\n")


def head(path: str, finding: Located) -> str:
    """The line of a finding."""
    place = f"{path}:{finding.line}:{finding.column}"
    return f"{place}: {finding.severity.value} {finding.rule} {one_line(finding.message)}"

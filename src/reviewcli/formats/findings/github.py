"""The format `github`: workflow commands, which GitHub Actions shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from reviewcli.formats import FormatOptions
from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.printable import one_line, printable

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_TEXT, ":": "%3A", ",": "%2C"}


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:  # noqa: ARG001 — every format has this signature
    """Print a command for each finding, and an error for each file that could not be read."""
    for report in reports:
        if report.error:
            said = report.error.removeprefix(f"{report.path}:").lstrip()
            out.write(_command("error", {"file": printable(report.path)}, said))
        for finding in report.findings:
            out.write(_of(report.path, finding))


def _of(path: str, finding: Located) -> str:
    places: dict[str, str | int] = {
        "file": printable(path),
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "title": finding.rule,
    }
    return _command(_COMMANDS[finding.severity.value], places, finding.message)


def _command(command: str, properties: dict[str, str | int], text: str) -> str:
    listed = ",".join(f"{key}={_escaped(str(value), _IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{command} {listed}::{_escaped(one_line(text), _IN_TEXT)}\n"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)

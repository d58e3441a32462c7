"""The format `json`: one object with everything, a line a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from reviewcli.formats import FormatOptions
from reviewcli.linting.report import FileReport, Located, Tally

VERSION = 1

_FIELDS = tuple(field for field in Located.__struct_fields__ if field != "excerpt")
# Controls that JSON lets pass as they are and a terminal may act upon.
_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), 0x2028, 0x2029)}


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:  # noqa: ARG001 — every format has this signature
    """Print the reports as one JSON object, file by file."""
    out.write(f'{{"version": {VERSION},\n "files": [')
    separator = "\n"
    tally = Tally()
    for report in tally.of(reports):
        out.write(separator)
        _write_file(report, out)
        separator = ",\n"
    out.write(f'],\n "summary": {line(tally.summary)}}}\n')


def _write_file(report: FileReport, out: TextIO) -> None:
    # The path stands beside it already.
    said = report.error and report.error.removeprefix(f"{report.path}:").lstrip()
    path, notes, error = (line(name(text)) for text in (report.path, report.notes, said))
    out.write(f'  {{"path": {path}, "notes": {notes}, "error": {error},\n   "findings": [')
    separator = "\n    "
    for finding in report.findings:
        out.write(separator + line(fields_of(finding)))
        separator = ",\n    "
    out.write(f'],\n   "metrics": {line(report.metrics)}}}')


def fields_of(finding: Located) -> dict[str, Any]:
    """What the format says of a finding, by key."""
    return {field: getattr(finding, field) for field in _FIELDS}


def line(value: Any) -> str:
    """A value as JSON on one line, with no control character in it."""
    text = msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    return text if text.isascii() and "\x7f" not in text else text.translate(_CONTROLS)


def name(text: str | None) -> str | None:
    """The name of a file as JSON can hold it."""
    # It need not be UTF-8: Python keeps odd bytes as surrogates, which cannot be encoded.
    return text.encode("utf-8", "backslashreplace").decode() if text else text

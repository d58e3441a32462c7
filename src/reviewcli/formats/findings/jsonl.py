"""The format `jsonl`: a JSON object a finding, each on its line, for `jq` and `while read`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from reviewcli.formats import FormatOptions
from reviewcli.formats.findings.json import fields_of, line, name
from reviewcli.linting.report import FileReport


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:  # noqa: ARG001 — every format has this signature
    """Print each finding as the format `json` does, with the path of its file before it."""
    for report in reports:
        path = name(report.path)
        for finding in report.findings:
            out.write(line({"path": path, **fields_of(finding)}) + "\n")

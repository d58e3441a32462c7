"""The format `html`: one page that needs nothing else, the review as its reader sees it, marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from reviewcli.formats import FormatOptions
from reviewcli.linting.report import FileReport


def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:
    """Print the page: of several drafts an index first, then each."""
    from reviewcli.formats.findings.html.page import page

    out.write(page(list(reports), options))

"""Reports into a file of their own in place of a stream."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewcli.formats import FormatOptions, Write
from reviewcli.linting.report import FileReport
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import exists
from reviewcli.texts.writing import write_whole


def into_file(file: Path, reports: Iterable[FileReport], write: Write, options: FormatOptions) -> None:
    """Write reports into a file.

    Raises:
        ReviewError: it cannot be written, or was read for these reports.
    """
    names: set[str] = set()
    text = io.StringIO()
    write(_named(reports, names), text, options)
    if exists(file) and any(_is_same(file, name) for name in names):
        raise ReviewError("was read in this run.", Place(str(file)), "Name another file for the report.")
    write_whole(file, text.getvalue(), force=True)


def _named(reports: Iterable[FileReport], names: set[str]) -> Iterator[FileReport]:
    for report in reports:
        names.update(name for name in (report.path, report.notes) if name)
        yield report


def _is_same(file: Path, name: str) -> bool:
    return exists(Path(name)) and file.samefile(name)

"""How reports are printed: a file in `findings/` is a format, with one function `write`.

Most formats print a report and forget it, so that an archive takes no memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from reviewcli.linting.report import FileReport, Tally

if TYPE_CHECKING:
    from reviewcli.document import Document

__all__ = ["FormatOptions", "Write", "format_names", "summary_line", "tally_line", "write_as"]

_FOLDER = Path(__file__).parent / "findings"


class FormatOptions(msgspec.Struct, frozen=True):
    """What a person asked of the output.

    `show_all` prints every finding where `text` would fold a rule. `width` is that of the terminal, None to let
    `text` see for itself. `for_writer` says that the reports are what goes back to the writer of a draft.
    `documents` are the drafts themselves by their paths, for a format that shows them; `praise` is what they do well.
    """

    color: bool = False
    show_all: bool = False
    width: int | None = None
    for_writer: bool = False
    documents: Mapping[str, Document] = {}
    praise: Mapping[str, tuple[str, ...]] = {}


Write = Callable[[Iterable[FileReport], TextIO, FormatOptions], None]


def format_names() -> list[str]:
    """What the formats of findings are called: the names of the files in their folder."""
    return sorted({file.stem for file in _FOLDER.iterdir() if not file.stem.startswith("_")})


def write_as(name: str) -> Write:
    """What prints reports in the format of that name; its module is imported when the first report is printed."""

    def write(reports: Iterable[FileReport], out: TextIO, options: FormatOptions) -> None:
        import_module(f"{__name__}.findings.{name}").write(reports, out, options)

    return write


def summary_line(reports: Iterable[FileReport]) -> str:
    """What is shown, counted, in one line.

    `1 file, 3 errors, 2 warnings, 5 suggestions.`
    """
    tally = Tally()
    for _ in tally.of(reports):
        pass
    return tally_line(tally)


def tally_line(tally: Tally, hidden: int = 0) -> str:
    """What was counted, as `summary_line` says it; `hidden` findings were below what is shown."""
    counts, unread = tally.summary, tally.unread
    parts = [_number(counts.files, "file")]
    if unread:
        parts.append(f"{unread} not read")
    if counts.errors or counts.warnings or counts.suggestions:
        parts.append(_number(counts.errors, "error"))
        parts.append(_number(counts.warnings, "warning"))
        parts.append(_number(counts.suggestions, "suggestion"))
    elif unread < counts.files:
        parts.append("nothing to show" if hidden else "nothing found")
    if hidden:
        parts.append(f"{hidden} below --min-severity")
    return ", ".join(parts) + "."


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"

"""How reports are printed: one module a format, each with one pure function."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

import msgspec

from reviewcli.report import FileReport, summary

if TYPE_CHECKING:
    from reviewcli.document import Document

__all__ = ["FORMATS", "Format", "FormatOptions", "summary_line"]


class FormatOptions(msgspec.Struct, frozen=True):
    """What a person asked of the output.

    `show_all` prints every finding where `text` would fold a rule. `width` is that of the terminal, None to let
    `text` see for itself. `for_writer` says that the reports are what goes back to the writer of a draft.
    `documents` are the drafts themselves by their paths, for a format that shows them.
    """

    color: bool = False
    show_all: bool = False
    width: int | None = None
    for_writer: bool = False
    documents: Mapping[str, Document] = {}


Format = Callable[[Sequence[FileReport], TextIO, FormatOptions], None]


def _lazy(name: str) -> Format:
    """The format of that name; its module is imported when it is first used."""

    def write(reports: Sequence[FileReport], out: TextIO, options: FormatOptions) -> None:
        import_module(f"{__name__}.{name}").write(reports, out, options)

    return write


_NAMES = ("text", "compact", "json", "jsonl", "github", "sarif", "html")
FORMATS: dict[str, Format] = {name: _lazy(name) for name in _NAMES}


def summary_line(reports: Sequence[FileReport]) -> str:
    """What is shown, counted, in one line.

    `1 file, 3 errors, 2 warnings, 5 suggestions.`
    """
    counts = summary(reports)
    unread = sum(not report.is_read for report in reports)
    parts = [_number(counts.files, "file")]
    if unread:
        parts.append(f"{unread} not read")
    if counts.errors or counts.warnings or counts.suggestions:
        parts.append(_number(counts.errors, "error"))
        parts.append(_number(counts.warnings, "warning"))
        parts.append(_number(counts.suggestions, "suggestion"))
    elif unread < counts.files:
        parts.append("nothing found")
    return ", ".join(parts) + "."


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"

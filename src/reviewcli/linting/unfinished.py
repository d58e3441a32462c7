"""What keeps a draft from being published: markers, marks of a merge, placeholders, facts that its notes contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewcli.document import Document
from reviewcli.settings.flags import LintOptions
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.findings import Severity
from reviewcli.texts.lines import Lines

if TYPE_CHECKING:
    from pathlib import Path

    from reviewcli.linting.linter import Linter
    from reviewcli.settings.finding import Configs
    from reviewcli.texts.files import Source

_PLACEHOLDERS = "placeholder-left"
_FACTS = ("facts", "names")
_MARKS = r"(?<![^\r\n])(?:<{7}(?!<)|>{7}(?!>)|={7}(?=[ \t]*(?:[\r\n]|\Z)))[^\r\n]*"


def publishing_linter(configs: Configs, notes: Path | None) -> Linter:
    """A linter that asks only what keeps a draft back: rules, and no engine.

    Args:
        configs: where the settings of a draft come from.
        notes: where notes are, if not beside the drafts.
    """
    from reviewcli.linting.linter import Linter

    # The group of placeholder-left, since one that is named runs although a config turns it off.
    flags = LintOptions(select=("structure", *_FACTS), grammar="off", notes=notes)
    return Linter(configs, flags, tell=lambda _: None)


def unfinished(source: Source, linter: Linter) -> list[ReviewError]:
    """Each place for which a draft may not be published, in order; none where it is finished.

    A marker and a mark of a merge count whatever the draft silences.

    Args:
        source: the draft.
        linter: of `publishing_linter`.

    Raises:
        ReviewError: its config or its notes cannot be used (or an `ExceptionGroup` of these).
    """
    lines = Lines(source.text)
    places = {lines.place(start): error for start, error in (*_markers(source), *_marks(source.text, lines))}
    for finding in linter.lint(source).findings:
        is_asked = finding.rule == _PLACEHOLDERS or finding.group in _FACTS
        if is_asked and finding.severity is Severity.ERROR:
            # What placeholder-left says tells what to do.
            hint = None if finding.rule == _PLACEHOLDERS else "Change the draft or its notes."
            places.setdefault((finding.line, finding.column), (finding.message, hint))
    return [
        ReviewError(message, Place(source.path, line, column), hint)
        for (line, column), (message, hint) in sorted(places.items(), key=lambda each: each[0])
    ]


def _markers(source: Source) -> Iterator[tuple[int, tuple[str, str | None]]]:
    if "review-todo" not in source.text:
        return
    for comment in Document(source.text, path=source.path, plain=source.plain).comments:
        if re.match(r"review-todo(?![\w-])", comment.text):
            what = " ".join(comment.text.removeprefix("review-todo").split()).rstrip(".")
            told = f": {what}." if what else "."
            if comment.is_in_margin:
                yield comment.span.start, (f"In the margin{told}", "Settle it, and take the marker out.")
            else:
                yield comment.span.start, (f"Still to write{told}", "Write it, or take the marker out.")


def _marks(text: str, lines: Lines) -> Iterator[tuple[int, tuple[str, str | None]]]:
    """The marks that a merge leaves at the beginning of lines."""
    marks = list(re.finditer(_MARKS, text))
    is_lone = all(mark[0].startswith("=") for mark in marks)
    for mark in marks:
        line, _ = lines.place(mark.start())
        if not (is_lone and _is_underline(lines, line)):
            yield (
                mark.start(),
                (f"“{mark[0][:7]}” is a mark of a merge.", "Choose one text, and take the marks out."),
            )


def _is_underline(lines: Lines, number: int) -> bool:
    """Whether a line of seven `=` stands under a title: one line, with nothing beside it above and below."""
    above, title, below = (
        lines.text_of_line(line).strip() if 1 <= line <= len(lines) else ""
        for line in (number - 2, number - 1, number + 1)
    )
    return bool(title) and above in ("", "---", "+++") and not below

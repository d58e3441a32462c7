"""What keeps a draft from being published: what is still to write, marks of a merge, facts that contradict others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from reviewcli.document import Document
from reviewcli.document.comments import comment_pattern
from reviewcli.linting.two_scores import Told, two_scores
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
_OF_HEADINGS = "#=-*_> \t\r\n"  # what may stand behind a heading's words, and the line to the next section
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
    doc = Document(source.text, path=source.path, plain=source.plain)
    found = (*_markers(doc), *_marks(source.text, doc.lines), *_empty_sections(doc))
    places = {doc.lines.place(start): error for start, error in found}
    for finding in linter.lint(source).findings:
        is_asked = finding.rule == _PLACEHOLDERS or finding.group in _FACTS
        if is_asked and finding.severity is Severity.ERROR:
            # What placeholder-left says tells what to do.
            hint = None if finding.rule == _PLACEHOLDERS else "Change the draft or its notes."
            places.setdefault((finding.line, finding.column), (finding.message, hint))
    for start, error in two_scores(doc):
        places.setdefault(doc.lines.place(start), error)
    return [
        ReviewError(message, Place(source.path, line, column), hint)
        for (line, column), (message, hint) in sorted(places.items(), key=lambda each: each[0])
    ]


def _markers(doc: Document) -> Iterator[Told]:
    if "review-todo" not in doc.source:
        return
    for comment in doc.comments:
        if re.match(r"review-todo(?![\w-])", comment.text):
            what = " ".join(comment.text.removeprefix("review-todo").split()).rstrip(".")
            told = f": {what}." if what else "."
            if comment.is_in_margin:
                yield comment.span.start, (f"In the margin{told}", "Settle it, and take the marker out.")
            else:
                yield comment.span.start, (f"Still to write{told}", "Write it, or take the marker out.")


def _empty_sections(doc: Document) -> Iterator[Told]:
    """The headings with nothing under them, neither a text nor anything else, before the next that is as high."""
    for section, following in zip_longest(doc.sections, doc.sections[1:]):
        heading = section.heading
        if heading is None or section.blocks:
            continue
        below = following.heading if following else None
        if below is not None and below.level > heading.level:
            continue
        rest = doc.source[heading.span.end : section.span.end]
        # A marker under it is told of by itself.
        if "review-todo" not in rest and not comment_pattern().sub("", rest).strip(_OF_HEADINGS):
            told = f"There is nothing under the heading “{heading.text}”."
            yield heading.span.start, (told, "Write it, or take the heading out.")


def _marks(text: str, lines: Lines) -> Iterator[Told]:
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

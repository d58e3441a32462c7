"""Outlines as people and scripts read them: bars, and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.reading.outline.outline import Outline, Paragraph

VERSION = 1
_MARKS = {"plot": "█", "opinion": "░"}
_BAR = 48  # columns of the longest paragraph
_CYAN, _DIM, _RESET = "\033[36m", "\033[2m", "\033[0m"


class FileOutline(msgspec.Struct, frozen=True):
    """A document and its outline."""

    doc: Document
    outline: Outline


def write_json(files: Sequence[FileOutline], out: TextIO, *, color: bool = False) -> None:  # noqa: ARG001 — as write_text
    """Print one JSON object, a line a paragraph."""
    from reviewcli.formats.findings.json import line, name

    out.write(f'{{"version": {VERSION},\n "files": [')
    separator = "\n"
    for file in files:
        outline = file.outline
        path = line(name(file.doc.path or "-"))
        shares = line({key: round(share, 4) for key, share in outline.sections.items()})
        out.write(f'{separator}  {{"path": {path}, "plot_share": {round(outline.plot_share, 4)},')
        out.write(f' "sections": {shares},\n   "paragraphs": [')
        rows = (line(_paragraph(file.doc, paragraph)) for paragraph in outline.paragraphs)
        out.write(",".join(f"\n    {row}" for row in rows))
        out.write("]}")
        separator = ",\n"
    out.write("]}\n")


def _paragraph(doc: Document, paragraph: Paragraph) -> dict[str, Any]:
    span = paragraph.block.span
    return {
        "line": doc.lines.place(span.start)[0],
        "start": span.start,
        "end": span.end,
        "section": paragraph.section,
        "confidence": round(paragraph.confidence, 3),
        "sentences": [
            {
                "start": each.sentence.span.start,
                "end": each.sentence.span.end,
                "kind": each.kind,
                "confidence": round(each.confidence, 3),
            }
            for each in paragraph.sentences
        ],
    }


def write_text(files: Sequence[FileOutline], out: TextIO, *, color: bool = False) -> None:
    """Draw each review: a bar for every paragraph, dark where it tells the plot, then the share of each section."""
    for number, file in enumerate(files):
        if number:
            out.write("\n")
        _write_one(file, out, color=color)


def _write_one(file: FileOutline, out: TextIO, *, color: bool) -> None:
    from reviewcli.texts.printable import printable

    outline = file.outline
    words = f"{outline.words} word{'' if outline.words == 1 else 's'}"
    out.write(f"{printable(file.doc.path or '-')}: {words}, {outline.plot_share:.0%} plot\n")
    longest = max((paragraph.words for paragraph in outline.paragraphs), default=0)
    if not longest:
        return
    digits = len(str(file.doc.lines.place(outline.paragraphs[-1].block.span.start)[0]))
    before = ""
    out.write("\n")
    for paragraph in outline.paragraphs:
        line = file.doc.lines.place(paragraph.block.span.start)[0]
        section = "" if paragraph.section == before else paragraph.section
        before = paragraph.section
        bar = _bar(paragraph, longest, color=color)
        out.write(f"{line:>{digits + 2}}  {section:<12}  {bar}\n")
    out.write("\n")
    for name, share in outline.sections.items():
        out.write(
            f"{'':>{digits + 2}}  {name:<12}  {share:>4.0%}  {'▪' * round(share * _BAR)}".rstrip() + "\n"
        )
    out.write(f"\n{'':>{digits + 2}}  {_MARKS['plot']} plot  {_MARKS['opinion']} opinion\n")


def _bar(paragraph: Paragraph, longest: int, *, color: bool) -> str:
    """A mark for so many words, sentence by sentence; where a sentence ends is rounded so that sums stay."""
    scale = _BAR / max(longest, _BAR)
    bar, told = "", 0
    for each in paragraph.sentences:
        marks = max(round((told + each.words) * scale), 1) - round(told * scale)
        told += each.words
        drawn = _MARKS[each.kind] * marks
        bar += f"{_CYAN if each.kind == 'plot' else _DIM}{drawn}{_RESET}" if color and drawn else drawn
    return bar

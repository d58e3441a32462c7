"""The numbers of a draft as small pictures: rows of bars in SVG, with their words beside them in HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from reviewcli.formats.findings.html.marks import Tint
from reviewcli.reading.outline import outline_of
from reviewcli.reading.readability import formulas
from reviewcli.reading.readability.counts import count
from reviewcli.reading.readability.weight import weighed

if TYPE_CHECKING:
    from reviewcli.document import Document

HARD, VERY_HARD = 14, 18  # school grades of a sentence, names and quotations not counted
_FEWEST = 12  # words of a sentence that can be hard
_FEWEST_OF_A_PARAGRAPH = 25  # below, a grade says more about chance
_SHORT = "short"
_WIDTH = 100
_TOP_GRADE = 24
EASY_GRADES = (7, 12)  # what most published critics write in


class Bar(msgspec.Struct, frozen=True):
    """A rectangle on a row of 100 units, with the class that colours it and what it stands for."""

    x: float
    width: float
    name: str
    title: str = ""


class ChartRow(msgspec.Struct, frozen=True):
    """A row of a chart: what it is of, its bars, and its number in words."""

    label: str
    bars: tuple[Bar, ...]
    value: str


def tints(doc: Document) -> list[Tint]:
    """The hard and the very hard sentences."""
    found = []
    for sentence in doc.sentences:
        if len(sentence.words) >= _FEWEST and not sentence.is_quoted:
            grade, _ = weighed(sentence, doc)
            if grade >= HARD:
                span = sentence.span
                found.append(Tint(span.start, span.end, "very-hard" if grade >= VERY_HARD else "hard"))
    return found


def shape(doc: Document) -> list[ChartRow]:
    """A row a paragraph, as long as its words, its sentences dark where they tell the plot."""
    paragraphs = outline_of(doc).paragraphs
    scale = _WIDTH / max([1, *(paragraph.words for paragraph in paragraphs)])
    rows, before = [], ""
    for paragraph in paragraphs:
        bars, told = [], 0
        for each in paragraph.sentences:
            words = f"{each.words} word{'' if each.words == 1 else 's'} of {each.kind}"
            bars.append(_bar(told * scale, each.words * scale, each.kind, words))
            told += each.words
        label = "" if paragraph.section == before else paragraph.section
        before = paragraph.section
        rows.append(ChartRow(label, tuple(bars), str(paragraph.words)))
    return rows


def shares(doc: Document) -> list[ChartRow]:
    """A row a section, as long as its share of the words."""
    return [
        ChartRow(name, (_bar(0, share * _WIDTH, "share"),), f"{share:.0%}")
        for name, share in outline_of(doc).sections.items()
    ]


def grades(doc: Document) -> list[ChartRow]:
    """A row a paragraph with its school grade; a short one has none, and where all are short there is no row."""
    rows: list[ChartRow] = []
    low, high = (grade / _TOP_GRADE * _WIDTH for grade in EASY_GRADES)
    for number, block in enumerate(doc.prose, 1):
        counts = count([block])
        band = _bar(low, high - low, "band")
        if counts.words < _FEWEST_OF_A_PARAGRAPH:
            rows.append(ChartRow(f"¶ {number}", (band,), _SHORT))
            continue
        grade = max(formulas.flesch_kincaid_grade(counts), 0)
        name = "very-hard" if grade >= VERY_HARD else "hard" if grade >= HARD else "easy"
        at = min(grade / _TOP_GRADE, 1) * _WIDTH
        rows.append(ChartRow(f"¶ {number}", (band, _bar(0, at, name)), f"{grade:.0f}"))
    return rows if any(row.value != _SHORT for row in rows) else []


def _bar(x: float, width: float, name: str, title: str = "") -> Bar:
    return Bar(round(x, 2), round(width, 2), name, title)

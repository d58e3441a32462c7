"""A review in numbers, whole and by section, as `review stats` prints it: as a table, as JSON, as CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

import msgspec

from reviewcli.reading.readability.counts import count
from reviewcli.reading.readability.measuring import measure, prose_by_section
from reviewcli.reading.readability.metrics import FEWEST_WORDS, Metrics
from reviewcli.reading.readability.wider import Wider, wider_metrics

if TYPE_CHECKING:
    from reviewcli.document import Block, Document

VERSION = 1

_COLUMNS = {
    "words": "words",
    "sentences": "sentences",
    "words_per_sentence": "words/sentence",
    "reading_minutes": "minutes",
    "flesch_reading_ease": "reading ease",
    "flesch_kincaid_grade": "grade",
    "gunning_fog": "fog",
    "smog_index": "smog",
    "dale_chall": "Dale-Chall",
}
FURTHER = {
    "automated_readability_index": "automated readability index",
    "coleman_liau_index": "Coleman-Liau index",
    "linsear_write_formula": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "spache_readability": "Spache",
    "dale_chall_readability_score_v2": "new Dale-Chall",
    "text_standard": "grade by most indices",
    "syllables_per_word": "syllables a word",
    "letters_per_word": "letters a word",
    "syllables": "syllables",
    "characters": "characters",
    "letters": "letters",
    "monosyllables": "words of one syllable",
    "polysyllables": "words of three syllables or more",
    "long_words": "words of seven letters or more",
    "difficult_words": "words off the list of easy words",
}
_FIELDS = (*Metrics.__struct_fields__, *Wider.__struct_fields__)

Numbers = dict[str, Any]


class FileStats(msgspec.Struct, frozen=True):
    """One review in numbers: each by its name, of the whole and of each section."""

    path: str
    metrics: Numbers
    sections: dict[str, Numbers]


def stats(doc: Document) -> FileStats:
    """A document in numbers."""
    by_section = {name: _numbers(blocks) for name, blocks in prose_by_section(doc).items()}
    return FileStats(doc.path or "-", _numbers(doc.prose), by_section)


def _numbers(blocks: Sequence[Block]) -> Numbers:
    every = (measure(count(blocks)), wider_metrics(blocks))
    return {name: value for numbers in every for name, value in msgspec.structs.asdict(numbers).items()}


def write_text(files: Sequence[FileStats], out: TextIO) -> None:
    """Print tables: of one review its sections and every index, of several reviews a row each."""
    from reviewcli.texts.printable import printable

    if len(files) == 1:
        _write_one(files[0], out)
    elif files:
        _write_table([(printable(file.path), file.metrics) for file in files], out)


def _write_one(file: FileStats, out: TextIO) -> None:
    rows = [("whole", file.metrics)]
    if set(file.sections) != {"other"}:
        rows += [(f"  {name}", numbers) for name, numbers in file.sections.items()]
    _write_table(rows, out)
    width = max(map(len, FURTHER.values()))
    found = {title: file.metrics[name] for name, title in FURTHER.items()}
    cells = {title: str(value) for title, value in found.items() if value is not None}
    digits = max(map(len, cells.values()))
    out.write("\n")
    out.writelines(f"{title:<{width}}  {cell:>{digits}}\n" for title, cell in cells.items())


def _write_table(rows: Sequence[tuple[str, Numbers]], out: TextIO) -> None:
    from reviewcli.texts.printable import columns

    first = max(columns(name) for name, _ in rows)
    table = [[_cell(numbers[name]) for name in _COLUMNS] for _, numbers in rows]
    widths = [max(map(len, column)) for column in zip(_COLUMNS.values(), *table, strict=True)]
    titles = "  ".join(f"{title:>{width}}" for title, width in zip(_COLUMNS.values(), widths, strict=True))
    out.write(f"{' ' * first}  {titles}\n")
    for (name, _), cells in zip(rows, table, strict=True):
        line = "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
        out.write(f"{name}{' ' * (first - columns(name))}  {line}\n")


def _cell(value: float | None) -> str:
    return "-" if value is None else str(value)


def too_short(files: Sequence[FileStats]) -> bool:
    """Whether any review is too short for the indices."""
    return any(file.metrics["words"] < FEWEST_WORDS for file in files)


def write_json(files: Sequence[FileStats], out: TextIO) -> None:
    """Print one JSON object, a line a file."""
    from reviewcli.formats.findings.json import line, name

    out.write(f'{{"version": {VERSION},\n "files": [')
    separator = "\n"
    for file in files:
        out.write(separator + "  " + line(msgspec.structs.replace(file, path=name(file.path))))
        separator = ",\n"
    out.write("]}\n")


def write_csv(files: Sequence[FileStats], out: TextIO) -> None:
    """Print a row a review under a row of names."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["path", *_FIELDS])
    for file in files:
        rows.writerow([_harmless(file.path), *(file.metrics[name] for name in _FIELDS)])


def _harmless(text: str) -> str:
    # A spreadsheet takes a cell that begins so for a formula; `-` alone, standard input, is none.
    return f"'{text}" if text[:1] in "=+-@\t\r" and text != "-" else text

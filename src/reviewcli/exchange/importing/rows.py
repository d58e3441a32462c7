"""Tables as rows with the place of every cell: CSV as programs write it, with commas, semicolons or tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source

_QUOTE = '"'


class Cell(msgspec.Struct, frozen=True):
    """A cell: its text, and its line and column in the file, from 1."""

    text: str
    line: int
    column: int


_GUARDED = tuple(f"'{sign}" for sign in "=+-@\t\r")


class Row(msgspec.Struct, frozen=True):
    """A row by the names of its columns; a column that is not there reads as empty."""

    path: str
    line: int
    columns: tuple[str, ...]
    cells: dict[str, Cell]

    def __getitem__(self, name: str) -> str:
        cell = self.cells.get(name)
        text = cell.text.strip() if cell else ""
        # As our own tables have it, lest a spreadsheet takes the cell for a formula.
        return text[1:] if text.startswith(_GUARDED) else text

    def first(self, *names: str) -> str:
        """The first of these columns that holds something."""
        return next((text for name in names if (text := self[name])), "")

    def place(self, *names: str) -> Place:
        """Where the first of these columns that holds something stands; the row where none does."""
        for name in names:
            if name in self.cells and self[name]:
                return Place(self.path, self.cells[name].line, self.cells[name].column)
        return Place(self.path, self.line)


def rows_of(
    sources: Sequence[Source], needed: Sequence[Sequence[str]], what: str
) -> tuple[list[Row], list[ReviewError]]:
    """The rows of the tables in sources, and every problem of them; a source that holds no such table is one.

    `needed` are columns of which a table must have one each.
    """
    rows: list[Row] = []
    problems: list[ReviewError] = []
    for source in sources:
        try:
            header, *records = _table(source, needed, what)
        except ReviewError as error:
            problems.append(error)
            continue
        columns = tuple(cell.text.strip() for cell in header)
        for record in records:
            if problem := _misfit(record, columns, source.path):
                problems.append(problem)
            else:
                cells = dict(zip(columns, record, strict=False))
                rows.append(Row(source.path, record[0].line, columns, cells))
    return rows, problems


def titled_rows(
    sources: Sequence[Source], needed: Sequence[Sequence[str]], what: str, *titles: str
) -> tuple[list[Row], list[ReviewError]]:
    """The same, of rows that hold a title in one of these columns; any other row is a problem too."""
    rows, problems = rows_of(sources, needed, what)
    untitled = [row for row in rows if not row.first(*titles)]
    problems += [ReviewError("the row has no title.", row.place(*titles)) for row in untitled]
    return [row for row in rows if row.first(*titles)], problems


def _table(source: Source, needed: Sequence[Sequence[str]], what: str) -> list[list[Cell]]:
    """The header of a table and its records that hold anything.

    Raises:
        ReviewError: there is no row at all, or a needed column is missing.
    """
    records = list(_records(source.text))
    if not records:
        raise ReviewError("is empty.", Place(source.path), f"Name {what}.")
    header = tuple(cell.text.strip() for cell in records[0])
    if message := _misnamed(header, needed, what):
        raise ReviewError(message, Place(source.path, 1), _other_source(header))
    return [records[0], *(each for each in records[1:] if any(cell.text.strip() for cell in each))]


def _misnamed(header: tuple[str, ...], needed: Sequence[Sequence[str]], what: str) -> str:
    """What is wrong with the names of the columns; empty where nothing is."""
    for names in needed:
        if not set(names) & set(header):
            wanted = " or ".join(f"“{name}”" for name in names)
            return f"has no column {wanted}, so it is not {what}."
    makers = _makers(header)
    return f"is not {what}." if makers and not any(maker in what.lower() for maker in makers) else ""


def _misfit(record: list[Cell], header: tuple[str, ...], path: str) -> ReviewError | None:
    """What is wrong with the shape of a row; cells that are missing at its end are taken as empty."""
    last = record[-1]
    if last.text.startswith(_UNCLOSED):
        message = "a quotation mark opens here and is never closed."
        return ReviewError(message, Place(path, last.line, last.column), "Close it, or delete it.")
    surplus = record[len(header) :]
    if any(cell.text.strip() for cell in surplus):
        message = f"the row has {len(record)} cells, the header {len(header)}."
        place = Place(path, surplus[0].line, surplus[0].column)
        return ReviewError(message, place, "A text that holds a comma belongs in quotation marks.")
    if len(record) < 2 <= len(header):
        return ReviewError(
            f"the row has one cell, the header {len(header)}.", Place(path, last.line, last.column)
        )
    return None


_UNCLOSED = "\0"  # stands before a text whose quotation mark is never closed; no source holds it


def _records(text: str) -> Iterator[list[Cell]]:
    """The records: cells between delimiters; in quotation marks anything goes, two of them are one."""
    delimiter = _delimiter(text)
    place, line, start = 0, 1, 0
    record: list[Cell] = []
    while place < len(text) or record:  # behind a delimiter at the end there is a cell too
        value, end = _cell(text, place, delimiter)
        record.append(Cell(value, line, place - start + 1))
        for inside in re.compile(r"\r\n?|\n").finditer(text, place, end):
            line, start = line + 1, inside.end()
        place = end + 1
        if not text.startswith(delimiter, end):
            yield record
            record = []
            place += text.startswith("\r\n", end)
            line, start = line + 1, place


def _cell(text: str, place: int, delimiter: str) -> tuple[str, int]:
    """The text of the cell that begins here, and its end; what follows a closing mark by mistake is kept."""
    value, end = _in_quotes(text, place) if text.startswith(_QUOTE, place) else ("", place)
    tail = _until(text, end, delimiter)
    return value + text[end:tail], tail


def _in_quotes(text: str, opening: int) -> tuple[str, int]:
    """The text in quotation marks that open here, and where it ends."""
    place = opening + 1
    while (closing := text.find(_QUOTE, place)) >= 0 and text.startswith(_QUOTE * 2, closing):
        place = closing + 2
    if closing < 0:
        return _UNCLOSED + text[opening + 1 :], len(text)
    return text[opening + 1 : closing].replace(_QUOTE * 2, _QUOTE), closing + 1


def _until(text: str, place: int, delimiter: str) -> int:
    ends = (found for each in (delimiter, "\n", "\r") if (found := text.find(each, place)) >= 0)
    return min(ends, default=len(text))


def _delimiter(text: str) -> str:
    """What parts the cells of the header: a comma, or what spreadsheets of other countries save."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _makers(header: Sequence[str]) -> list[str]:
    """The sources that give a file with columns like these."""
    signs = {
        "letterboxd": {"Letterboxd URI", "LetterboxdURI"},
        "imdb": {"Const"},
        "goodreads": {"Book Id"},
        "trakt": {"trakt_id", "watched_at", "rated_at"},
    }
    return [name for name, columns in signs.items() if columns & set(header)]


def _other_source(header: Sequence[str]) -> str:
    """What the file looks like instead."""
    if makers := _makers(header):
        return f"It looks like {makers[0]}: review import {makers[0]} …"
    if header[0].startswith(("[", "{")):
        return "It looks like JSON: trakt, omdb and tmdb read that."
    shown = ", ".join(header[:6])
    return f"Its columns are: {shown}{', …' if len(header) > 6 else ''}."

"""Offsets of a text as an editor counts them: lines from 0, columns in the units that the two agreed on."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from reviewcli.texts.lines import Lines


class Positions:
    """The positions of a text.

    Args:
        text: without lone surrogates.
        encoding: what a column counts; an emoji is two units of UTF-16, four of UTF-8, one of UTF-32.
    """

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._text = text
        self._lines = Lines(text)
        self._encoding = encoding

    def position(self, offset: int) -> Position:
        """Where an offset is. Between the two characters of a line's end it is the end of that line."""
        line, _ = self._lines.place(offset)
        span = self._lines.span_of_line(line)
        end = min(max(offset, span.start), span.end)
        return Position(line - 1, self._units(self._text[span.start : end]))

    def range(self, start: int, end: int) -> Range:
        """What lies between two offsets."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """Where a position is. Behind the end of a line it is that end, inside a character its beginning."""
        if position.line >= len(self._lines):
            return len(self._text)
        span = self._lines.span_of_line(position.line + 1)
        line = self._text[span.start : span.end]
        if self._encoding == PositionEncodingKind.Utf32 or line.isascii():
            return span.start + min(position.character, len(line))
        left = position.character
        for index, character in enumerate(line):
            left -= self._units(character)
            if left < 0:
                return span.start + index
        return span.end

    def _units(self, text: str) -> int:
        if self._encoding == PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self._encoding == PositionEncodingKind.Utf8:
            return len(text.encode())
        return len(text) + sum(character > "\uffff" for character in text)


def without_lone_surrogates(text: str) -> str:
    """The text with U+FFFD for every half of a pair: nobody can write those, and they count the same."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)

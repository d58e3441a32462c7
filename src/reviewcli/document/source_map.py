"""Text without its markup, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_right

from reviewcli.texts.findings import Span

PLACEHOLDER = "\ufffc"  # stands for code, an address or a template's variable, so that grammar still reads


class SourceMap:
    """Which piece of the source every letter of a text comes from.

    The text is a row of pieces. A piece is as long as its source and then maps letter by letter, or it is one
    thing (an entity, a placeholder, a line break) and maps as a whole.
    """

    __slots__ = ("_ends", "_length", "_sources", "_starts")

    def __init__(self, starts: list[int], sources: list[int], ends: list[int], length: int) -> None:
        self._starts = starts
        self._sources = sources
        self._ends = ends
        self._length = length

    def span(self, start: int, end: int) -> Span:
        """The source of `text[start:end]`; an empty range is a point before `text[start]`."""
        if not self._starts:
            return Span(0, 0)
        if end <= start:
            point = self._letter(start)[0] if start < self._length else self._ends[-1]
            return Span(point, point)
        return Span(self._letter(start)[0], self._letter(end - 1)[1])

    def _letter(self, offset: int) -> tuple[int, int]:
        piece = max(bisect_right(self._starts, offset) - 1, 0)
        start, source, end = self._starts[piece], self._sources[piece], self._ends[piece]
        following = self._starts[piece + 1] if piece + 1 < len(self._starts) else self._length
        if end - source != following - start:
            return source, end
        return source + offset - start, source + offset - start + 1

    def pieces(self) -> list[tuple[int, int, int]]:
        """(text offset, source start, source end) of every piece."""
        return list(zip(self._starts, self._sources, self._ends, strict=True))


class MappedText:
    """A text in the making: pieces are added in order, each with its place in the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[int] = []
        self._ends: list[int] = []
        self._linear = False
        self.length = 0

    def add(self, text: str, source: int) -> None:
        """Add a text that stands in the source as it is."""
        if not text:
            return
        if self._linear and self._ends[-1] == source:
            self._parts.append(text)
            self._ends[-1] += len(text)
            self.length += len(text)
            return
        self._append(text, source, source + len(text))
        self._linear = True

    def add_whole(self, text: str, source: int, end: int) -> None:
        """Add a text that stands for `source..end` as one thing."""
        self._append(text, source, end)
        self._linear = False

    def _append(self, text: str, source: int, end: int) -> None:
        self._parts.append(text)
        self._starts.append(self.length)
        self._sources.append(source)
        self._ends.append(end)
        self.length += len(text)

    @property
    def ends_blank(self) -> bool:
        """Whether nothing stands here yet, or the last letter is a space."""
        return not self._parts or self._parts[-1][-1].isspace()

    def finish(self) -> tuple[str, SourceMap, int]:
        """The text without space at its ends, its map, and how many letters were cut off in front."""
        whole = "".join(self._parts)
        text = whole.strip()
        if not text:
            return "", SourceMap([], [], [], 0), 0
        cut = len(whole) - len(whole.lstrip())
        return text, self._from(cut, cut + len(text)), cut

    def _from(self, cut: int, stop: int) -> SourceMap:
        starts, sources, ends = [], [], []
        bounds = [*self._starts[1:], self.length]
        for start, following, source, end in zip(
            self._starts, bounds, self._sources, self._ends, strict=True
        ):
            if following <= cut or start >= stop:
                continue
            if end - source == following - start:
                source += max(cut - start, 0)
                end -= max(following - stop, 0)
            starts.append(max(start - cut, 0))
            sources.append(source)
            ends.append(end)
        return SourceMap(starts, sources, ends, stop - cut)

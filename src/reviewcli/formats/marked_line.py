"""A line of the source with a part of it marked from below, cut to a width."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from reviewcli.linting.report import Excerpt
from reviewcli.texts.printable import visible, width

_CUT = "…"
_TAB = 4
_WORD = 15  # columns given up so that a cut falls between words


class MarkedLine(msgspec.Struct, frozen=True):
    """A line to print, and what to print below it: `carets` after `column` blanks."""

    text: str
    column: int
    carets: str


def marked_line(excerpt: Excerpt, room: int) -> MarkedLine | None:
    """The line and its carets, at most `room` columns wide; None where there is nothing to show.

    What was found may be longer than the room: then its beginning is shown. Where it is empty (a missing
    word, the end of the file), one caret stands at its place.
    """
    if not excerpt.text.strip():
        return None
    cells, edges = _cells(excerpt.text)
    start, end = excerpt.start, max(excerpt.start, excerpt.end)
    first, last = _window(edges, start, end, room, excerpt)
    first, last = _between_words(excerpt.text, edges, (first, last), (start, end))
    before = _CUT if first or excerpt.cut_before else ""
    after = _CUT if last < len(cells) or excerpt.cut_after else ""
    carets = "^" * max(edges[min(end, last)] - edges[start], 1)
    return MarkedLine(
        text=before + "".join(cells[first:last]).rstrip() + after,
        column=len(before) + edges[start] - edges[first],
        carets=carets + _CUT if excerpt.goes_on or end > last else carets,
    )


def _cells(text: str) -> tuple[Sequence[str], Sequence[int]]:
    """Each character as it is shown, and the columns where they begin, with the one after the last."""
    if text.isascii() and text.isprintable():
        return text, range(len(text) + 1)
    cells, edges = [], [0]
    for character in text:
        shown = " " * (_TAB - edges[-1] % _TAB) if character == "\t" else visible(character)
        cells.append(shown)
        edges.append(edges[-1] + (len(shown) if character == "\t" else width(shown)))
    return cells, edges


def _window(edges: Sequence[int], start: int, end: int, room: int, excerpt: Excerpt) -> tuple[int, int]:
    """Which characters to show: the marked part, and as much on its left as on its right."""
    length = len(edges) - 1
    if edges[-1] + excerpt.cut_before + excerpt.cut_after + 1 <= room:
        return 0, length
    room -= 3  # for two signs of a cut, and one below
    first = last = start
    while last < end and edges[last + 1] - edges[first] <= room:
        last += 1
    if last < end:
        return first, last
    while True:
        left = first > 0 and edges[last] - edges[first - 1] <= room
        right = last < length and edges[last + 1] - edges[first] <= room
        if not left and not right:
            return _whole_characters(edges, first, start), last
        if left and (not right or edges[start] - edges[first] <= edges[last] - edges[end]):
            first -= 1
        else:
            last += 1


def _whole_characters(edges: Sequence[int], first: int, start: int) -> int:
    while 0 < first < start and edges[first + 1] == edges[first]:
        first += 1  # an accent whose letter is cut off
    return first


def _between_words(
    text: str, edges: Sequence[int], window: tuple[int, int], marked: tuple[int, int]
) -> tuple[int, int]:
    """The window made a little smaller, so that it begins and ends with whole words."""
    (first, last), (start, end) = window, marked
    if first > 0 and text[first - 1] != " ":
        space = text.find(" ", first, start)
        if space >= 0 and edges[space] - edges[first] <= _WORD:
            first = space + 1
    if last < len(text) and text[last] != " ":
        space = text.rfind(" ", end if end <= last else start, last)
        if space >= 0 and edges[last] - edges[space] <= _WORD:
            last = space
    return first, last

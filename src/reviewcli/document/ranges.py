"""Ranges of a text, from and to: sorted, none overlapping another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

Range = tuple[int, int]


def outermost(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges in order; those inside another are left out, those that overlap are made one."""
    kept: list[Range] = []
    for start, end in sorted(ranges, key=lambda pair: (pair[0], -pair[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
        elif end > kept[-1][1]:
            kept[-1] = (kept[-1][0], end)
    return tuple(kept)


def first_touching(ranges: Sequence[Range], start: int, end: int) -> Range | None:
    """The first range that shares a letter with `start..end`."""
    if not ranges:
        return None
    number = bisect_left(ranges, start + 1, key=_end)
    return ranges[number] if number < len(ranges) and ranges[number][0] < end else None


def touching(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """The ranges that share a letter with `start..end`."""
    if not ranges:
        return ()
    first = bisect_left(ranges, start + 1, key=_end)
    return ranges[first : bisect_left(ranges, (end,), lo=first)]


def has_edge(ranges: Sequence[Range], start: int, end: int) -> bool:
    """Whether a range begins or ends in `start..end`, both included."""
    number = bisect_left(ranges, start, key=_end)
    return number < len(ranges) and (ranges[number][1] <= end or start <= ranges[number][0] <= end)


def _end(pair: Range) -> int:
    return pair[1]

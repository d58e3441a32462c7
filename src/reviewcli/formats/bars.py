"""Numbers of reviews on a terminal: tables that fit its width, with small bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

import msgspec

from reviewcli.linting.ranges import Range

if TYPE_CHECKING:
    from reviewcli.formats.stats import FileStats, Numbers

_COLUMNS = {"words_per_sentence": "w/s", "flesch_reading_ease": "ease", "flesch_kincaid_grade": "grade"}
_JUDGED = {"words": "words", "flesch_reading_ease": "reading ease", "flesch_kincaid_grade": "school grade"}
_GREEN, _YELLOW, _DIM, _RESET = "\033[32m", "\033[33m", "\033[2m", "\033[0m"
_NARROWEST = 40


class Screen(msgspec.Struct, frozen=True):
    """How wide the terminal is, and whether to colour."""

    width: int = 80
    color: bool = False

    @property
    def columns(self) -> int:
        """The columns to fill: wide terminals are not filled, for the eye's sake."""
        return max(min(self.width, 96), _NARROWEST)

    def painted(self, text: str, code: str) -> str:
        """The text in a colour, if there are any."""
        return f"{code}{text}{_RESET}" if self.color and text else text


class Judged(msgspec.Struct, frozen=True):
    """A review's numbers with the ranges that hold for it, and the profile that they come from."""

    file: FileStats
    ranges: Mapping[str, Range]
    profile: str | None = None


def show(files: Sequence[Judged], further: Mapping[str, str], out: TextIO, screen: Screen) -> None:
    """One review with its sections, against its profile, with the `further` numbers; several a row each."""
    if len(files) == 1:
        _show_one(files[0], further, out, screen)
    elif files:
        _show_rows(files, out, screen)


def _show_one(judged: Judged, further: Mapping[str, str], out: TextIO, screen: Screen) -> None:
    from reviewcli.texts.printable import printable

    file = judged.file
    profile = f", profile {printable(judged.profile)}" if judged.profile else ""
    out.write(f"{_cut(printable(file.path), screen.columns - len(profile))}{profile}\n\n")
    sections = file.sections if set(file.sections) != {"other"} else {}
    rows = [("whole", file.metrics), *((f"  {name}", numbers) for name, numbers in sections.items())]
    first, most = max(len(name) for name, _ in rows), max(file.metrics["words"], 1)
    bar = max(min(screen.columns - first - 30, 30), 4) if sections else 0
    gap = f"{'':<{bar}}  " if bar else ""
    out.write(f"{'':<{first}}   words  {gap}{_titles()}\n")
    for name, numbers in rows:
        drawn = "▪" * max(round(bar * numbers["words"] / most), 1) if bar and numbers["words"] else ""
        share = screen.painted(f"{drawn:<{bar}}", _DIM) + "  " if bar else ""
        out.write(f"{name:<{first}}  {numbers['words']:>6,}  {share}{_numbers(numbers)}\n")
    _show_ranges(judged, out, screen)
    cells = [(title, file.metrics[name]) for name, title in further.items() if file.metrics[name] is not None]
    _show_further([(title, f"{value:,}") for title, value in cells], out, screen)


def _titles() -> str:
    return " ".join(f"{title:>5}" for title in _COLUMNS.values())


def _numbers(numbers: Numbers) -> str:
    found = (numbers[name] for name in _COLUMNS)
    return " ".join(f"{'-' if value is None else value:>5}" for value in found)


def _show_ranges(judged: Judged, out: TextIO, screen: Screen) -> None:
    rows = [
        (title, judged.file.metrics[name], judged.ranges[name])
        for name, title in _JUDGED.items()
        if name in judged.ranges and judged.file.metrics[name] is not None
    ]
    if not rows:
        return
    out.write("\n")
    width = max(min(screen.columns - 38, 40), 6)
    for title, value, limits in rows:
        bar = _against(value, limits, width, screen)
        out.write(f"{title:<12}  {value:>6,}  {bar}  {limits}\n")


def _against(value: float, limits: Range, width: int, screen: Screen) -> str:
    """A scale from 0 with the range drawn thick and the value as a dot."""
    ends = [end for end in (limits.least, limits.most) if end is not None]
    top = max(value * 1.05, *(end * 1.3 for end in ends), 1)
    at = min(max(int(value / top * width), 0), width - 1)
    first = 0 if limits.least is None else int(limits.least / top * width)
    last = width - 1 if limits.most is None else int(limits.most / top * width)
    is_in = limits.holds(value)
    if is_in:
        at = min(max(at, first), last)
    elif first <= at <= last:
        at = (
            first - 1
            if limits.least is not None and value < limits.least and first
            else min(last + 1, width - 1)
        )
    marks = ["━" if first <= place <= last else "·" for place in range(width)]
    dot = screen.painted("●", _GREEN if is_in else _YELLOW)
    before, after = "".join(marks[:at]), "".join(marks[at + 1 :])
    return screen.painted(before, _DIM) + dot + screen.painted(after, _DIM)


def _show_further(cells: Sequence[tuple[str, str]], out: TextIO, screen: Screen) -> None:
    if not cells:
        return
    out.write("\n")
    width, digits = max(len(title) for title, _ in cells), max(len(cell) for _, cell in cells)
    each = width + digits + 2
    across = 2 if 2 * each + 4 <= screen.columns else 1
    rows = -(-len(cells) // across)
    for row in range(rows):
        line = "    ".join(f"{title:<{width}}  {cell:>{digits}}" for title, cell in cells[row::rows])
        out.write(f"{line}\n")


def _show_rows(files: Sequence[Judged], out: TextIO, screen: Screen) -> None:
    from reviewcli.texts.printable import columns, printable

    has_range = any("words" in judged.ranges for judged in files)
    bar = max(min(screen.columns // 4, 24), 8) if has_range else 0
    room = screen.columns - bar - (2 if bar else 0) - 28
    names = [_cut(printable(judged.file.path), room) for judged in files]
    first = max(map(columns, names))
    gap = f"{'':<{bar}}  " if bar else ""
    out.write(f"{'':<{first}}   words  {gap}{_titles()}\n")
    for name, judged in zip(names, files, strict=True):
        numbers, limits = judged.file.metrics, judged.ranges.get("words")
        drawn = _against(numbers["words"], limits, bar, screen) if limits else " " * bar
        against = f"{drawn}  " if bar else ""
        out.write(
            f"{name}{' ' * (first - columns(name))}  {numbers['words']:>6,}  {against}{_numbers(numbers)}\n"
        )


def _cut(name: str, room: int) -> str:
    """A path's end where all of it has no room."""
    from reviewcli.texts.printable import columns

    room = max(room, 8)
    if columns(name) <= room:
        return name
    while columns(name) > room - 1:
        name = name[1:]
    return f"…{name}"

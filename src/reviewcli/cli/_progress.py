"""How far a run over many things has come: a line on a terminal's standard error, gone when all is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from reviewcli.cli._options import GlobalOptions
    from reviewcli.linting.report import FileReport

_Item = TypeVar("_Item")

_FEWEST = 20
_WIDTH = 30
_EACH = 0.1  # seconds


def with_progress(
    items: Sequence[_Item], *, called: str, options: GlobalOptions, fewest: int = _FEWEST
) -> Iterable[_Item]:
    """The items one after the other, with a bar on standard error where that is a terminal and they are many."""
    if options.quiet or len(items) < fewest or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, called, console=Console(stderr=True), transient=True)


def reports_with_progress(reports: Iterable[FileReport], total: int) -> Iterator[FileReport]:
    """The same reports, with a bar while they come in."""
    if total < _FEWEST:
        yield from reports
        return
    shown_at = 0.0
    shares_terminal = sys.stdout.isatty()
    try:
        for done, report in enumerate(reports, 1):
            if shares_terminal:
                _erase()
            yield report
            if shares_terminal or time.monotonic() - shown_at > _EACH:
                shown_at = time.monotonic()
                _draw(done, total)
    finally:
        _erase()


def _draw(done: int, total: int) -> None:
    filled = min(done * _WIDTH // total, _WIDTH)
    # The cursor goes back, so that what is told meanwhile is written over the bar.
    sys.stderr.write(f"\x1b[K{'#' * filled}{'.' * (_WIDTH - filled)} {done:,} of {total:,}\r")
    sys.stderr.flush()


def _erase() -> None:
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()

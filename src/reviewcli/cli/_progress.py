"""How far a run over many drafts has come: a line on a terminal's standard error, gone when all is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from reviewcli.linting.report import FileReport

_FEWEST = 20
_WIDTH = 30
_EACH = 0.1  # seconds


def with_progress(reports: Iterable[FileReport], total: int) -> Iterator[FileReport]:
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

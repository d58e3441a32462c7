"""Where directives that name the same rule or group silence it, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reviewcli.texts.findings import Span


class Silences:
    """What a name silences at its places, in order.

    Args:
        silenced: what is silenced, sorted, each with the span of the name in its directive.

    Attributes:
        starts: where what is silenced begins.
        names: the spans of the names.
        at: which of them a span is.
    """

    def __init__(self, silenced: Sequence[tuple[Span, Span]]) -> None:
        self.starts = [span.start for span, _ in silenced]
        self.names = [name for _, name in silenced]
        self._ends = [span.end for span, _ in silenced]
        self.at = {name: at for at, name in enumerate(self.names)}

    def __len__(self) -> int:
        return len(self.names)

    def from_above(self, start: int, offset: int) -> tuple[int, int] | None:
        """The neighbours with one span that are the last to begin before `start`, if they reach over an offset."""
        last = bisect_left(self.starts, start) - 1
        if last < 0 or self._ends[last] <= offset:
            return None
        return bisect_left(self.starts, self.starts[last]), last + 1

"""The names in directives that are of use, collected run by run in time that grows with the draft alone."""

from __future__ import annotations

from collections.abc import Iterable

from reviewcli.rules._reach import Run
from reviewcli.rules._silences import Silences
from reviewcli.texts.findings import Span


class UsefulNames:
    """The names that silence something, or enable it; each is looked at once, however many findings it silences."""

    def __init__(self, names: Iterable[Span]) -> None:
        self._names = set(names)
        self._next: dict[int, list[int]] = {}  # by row, the next name from each on that has not been added

    def __contains__(self, name: Span) -> bool:
        return name in self._names

    def add(self, run: Run, but: Span | None = None) -> bool:
        """Add the names of a run, but for one; whether there are others."""
        own = run.row.at.get(but, -1) if but else -1
        if not run.start <= own < run.end:
            self._add(run.row, run.start, run.end)
            return True
        self._add(run.row, run.start, own)
        self._add(run.row, own + 1, run.end)
        return run.end - run.start > 1

    def _add(self, row: Silences, start: int, end: int) -> None:
        following = self._next.setdefault(id(row), list(range(len(row) + 1)))
        at = _first(following, start)
        while at < end:
            self._names.add(row.names[at])
            following[at] = at + 1
            at = _first(following, at)


def _first(following: list[int], at: int) -> int:
    """The first from there on that leads to itself; those that were passed by lead to it at once."""
    passed = []
    while following[at] != at:
        passed.append(at)
        at = following[at]
    for each in passed:
        following[each] = at
    return at

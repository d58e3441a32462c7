"""What a person did that we cannot work with: a message, its place, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A place in a file: its path as the user named it, line and column from 1, in code points."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


class ReviewError(Exception):
    """The one error that is meant for people.

    Args:
        message: what is wrong, a short sentence.
        place: where, if there is a where.
        hint: what to do about it, a short sentence.

    Several at once are raised as an `ExceptionGroup` of these; `cli` catches both, once.
    """

    def __init__(self, message: str, place: Place | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else self.message
        return f"{text} {self.hint}" if self.hint else text


def each_error(group: BaseExceptionGroup[Any]) -> Iterator[ReviewError]:
    """The errors of a group and of the groups in it, in order."""
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from each_error(error)
        elif isinstance(error, ReviewError):
            yield error


def in_order(errors: Iterable[ReviewError]) -> list[ReviewError]:
    """Errors in the order of their lines; those without a place come first."""
    return sorted(errors, key=lambda error: (error.place or Place("")).line or 0)

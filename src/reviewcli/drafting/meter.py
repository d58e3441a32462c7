"""How much one rendering of a template may use."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, MappingView, Sized
from typing import Any

from reviewcli.texts.errors import ReviewError

MOST_STEPS = 1_000_000
LONGEST_TEXT = 1_000_000  # characters, in one value or in the whole draft
_MOST_DIGITS = 4_000  # of a whole number, in bits
MOST_SECONDS = 5  # of the processor; counting steps ends most things long before


class TooMuchError(ReviewError):
    """A template that uses more than any review needs."""


class Meter:
    """What one rendering may still use."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        """Begin to count anew."""
        self._steps = MOST_STEPS
        self._check = MOST_STEPS
        self._until = time.process_time() + MOST_SECONDS

    def spend(self, steps: int = 1) -> None:
        """Take steps; the clock is looked at now and then."""
        self._steps -= steps
        if self._steps < 0:
            raise TooMuchError(
                f"the template takes more than {MOST_STEPS:,} steps.", hint="Look for a loop without an end."
            )
        if self._steps < self._check:
            self._check = self._steps - 500
            if time.process_time() > self._until:
                raise TooMuchError(f"the template takes longer than {MOST_SECONDS} seconds.")

    def hold(self, value: Any) -> Any:
        """Measure a value and whatever lies in it, and give it back."""
        if isinstance(value, str):
            self.text(len(value))
        elif isinstance(value, list | tuple | dict | set):
            self._contents(value)
        elif isinstance(value, range | MappingView):
            self.spend(len(value))
        elif type(value) is int and value.bit_length() > _MOST_DIGITS:
            raise TooMuchError("the template makes a number of more than a thousand figures.")
        return value

    def _contents(self, value: Any) -> None:
        left = [value]
        while left:
            container = left.pop()
            self.spend(1 + len(container))
            for item in (*container, *container.values()) if isinstance(container, dict) else container:
                if isinstance(item, str):
                    self.spend(len(item) // 1000)
                elif isinstance(item, list | tuple | dict | set):
                    left.append(item)

    def text(self, length: int) -> None:
        """Measure a text that is about to come about."""
        if length > LONGEST_TEXT:
            raise TooMuchError(
                f"the template makes a text of more than {LONGEST_TEXT:,} characters.",
                hint="No draft is as long as that.",
            )
        self.spend(length // 1000)

    def each(self, items: Any) -> Any:
        """The items of a loop, each a step."""
        if isinstance(items, Sized):
            self.spend(1 + len(items))
            return items
        return self._counted(items)

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self.spend()
            yield item

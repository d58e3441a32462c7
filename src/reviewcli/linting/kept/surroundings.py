"""What a result depends on beside the draft: files that were read, and places where one was looked for in vain."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from reviewcli.notes.files import matchable
from reviewcli.settings.places import FILES_ABOVE
from reviewcli.texts.files import plain_bytes
from reviewcli.texts.fingerprint import digest_of

# A file by its bytes, which was read, or was looked for and may not be there; configs and lists of words in a folder
# and all above it; the files of notes in a folder, as far as they tell whose notes they are.
Kind = Literal["read", "file", "above", "notes"]

_NONE = b""
# Seconds by which the time of a file may lag behind the clock.
_CLOCK_STEP = 0.02


class Place(msgspec.Struct, frozen=True, array_like=True):
    """One thing that a result depends on."""

    kind: Kind
    path: str


class Surroundings:
    """How the surroundings of drafts are at present; each place is looked at once in a run.

    They are looked at when a draft has been read with them. What changed since the run began may have been read as
    it was before, so that nothing can be kept with it.
    """

    def __init__(self) -> None:
        self._states: dict[tuple[str, str], bytes] = {}
        self._settled: dict[Place, bool] = {}
        self._began = time.time() - _CLOCK_STEP

    def are_settled(self, places: Sequence[Place]) -> bool:
        """Whether none of these places changed since the run began, and all that was read is still there."""
        return all(self._is_settled(place) for place in places)

    def _is_settled(self, place: Place) -> bool:
        if place.kind in ("above", "notes"):  # many drafts have these in common
            if place not in self._settled:
                self._settled[place] = all(map(self._is_old, _FILES[place.kind](place.path)))
            return self._settled[place]
        return self._is_old(place.path, is_there=place.kind == "read")

    def _is_old(self, file: str, *, is_there: bool = False) -> bool:
        try:
            return os.stat(file).st_ctime <= self._began  # noqa: PTH116 — a Path costs more than the asking
        except (OSError, ValueError):
            return not is_there

    def state(self, places: Sequence[Place]) -> bytes:
        """A digest of all these places as they are."""
        return digest_of(*(self._state(place.kind, place.path) for place in places))

    def _state(self, kind: str, path: str) -> bytes:
        if (kind, path) not in self._states:
            self._states[kind, path] = _LOOKS[kind](path)
        return self._states[kind, path]


def _file(path: str) -> bytes:
    try:
        return digest_of(plain_bytes(path))
    except (OSError, ValueError):
        return _NONE


def _above(folder: str) -> bytes:
    return digest_of(*(_file(path) for path in _names_above(folder)))


def _names_above(folder: str) -> Iterator[str]:
    while True:
        for name in FILES_ABOVE:
            yield os.path.join(folder, name)  # noqa: PTH118 — as above
        parent = os.path.dirname(folder)  # noqa: PTH120 — as above
        if parent == folder:
            return
        folder = parent


def _notes(folder: str) -> bytes:
    return digest_of(*(part for each in matchable(folder) for part in each))


def _notes_files(folder: str) -> Iterator[str]:
    yield folder
    for path, _ in matchable(folder):
        yield path


_LOOKS = {"read": _file, "file": _file, "above": _above, "notes": _notes}
_FILES = {"above": _names_above, "notes": _notes_files}

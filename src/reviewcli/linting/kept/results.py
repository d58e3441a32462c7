"""Whole results: a draft that has not changed, nor anything round it, is not looked at again."""

from __future__ import annotations

import os
from collections.abc import Sequence

import msgspec

from reviewcli.linting.kept.surroundings import Place, Surroundings
from reviewcli.linting.report import FileReport
from reviewcli.settings.places import SERVER_VARIABLE
from reviewcli.texts.files import Source
from reviewcli.texts.fingerprint import digest_of, program
from reviewcli.texts.store import Store

# What folders and the sign ~ mean, and which server is asked.
_VARIABLES = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "USERPROFILE",
    "APPDATA",
    "LOCALAPPDATA",
    SERVER_VARIABLE,
)


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A result: what it depends on and how that was, the report, and what was told beside it."""

    places: tuple[Place, ...]
    state: bytes
    report: FileReport
    told: tuple[str, ...]


class Results:
    """The results of runs with the same flags, from the same folder.

    Args:
        store: where they are kept.
        flags: everything that was asked of the run and changes what is found.
    """

    def __init__(self, store: Store, flags: bytes) -> None:
        self._store = store
        self._surroundings = Surroundings()
        variables = (os.environ.get(name, "") for name in _VARIABLES)
        self._run = digest_of(program(), flags, os.getcwd(), *variables)  # noqa: PTH109 — a Path is not needed

    def find(self, source: Source) -> Kept | None:
        """The result of a draft, if everything is as it was."""
        key = self._key(source)
        data = self._store.read(key)
        if data is None:
            return None
        try:
            kept = msgspec.msgpack.decode(data, type=Kept)
        except msgspec.MsgspecError:
            return None
        if self._surroundings.state(kept.places) != kept.state:
            return None
        self._store.touch(key)
        return kept

    def keep(self, source: Source, report: FileReport, places: Sequence[Place], told: Sequence[str]) -> None:
        """Keep the result of a draft, unless something round it has changed meanwhile."""
        if not self._surroundings.are_settled(places):
            return
        kept = Kept(tuple(places), self._surroundings.state(places), report, tuple(told))
        try:
            data = msgspec.msgpack.encode(kept)
        except UnicodeEncodeError:  # half a character, in the name of a file
            return
        self._store.keep(self._key(source), data)

    def forget_surroundings(self) -> None:
        """Look at everything round the drafts again: somebody has changed it."""
        self._surroundings = Surroundings()

    def _key(self, source: Source) -> str:
        file = str(source.file) if source.file else ""
        return digest_of("result", self._run, source.path, file, source.text).hex()

"""What is written down of the local LanguageTool server, so that every later run finds it.

Every run reads this: it imports nothing that costs.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec

from reviewcli.engines.lock import is_held
from reviewcli.texts.files import is_file

RECORD, LOCK, LOG = "languagetool.json", "languagetool.lock", "languagetool.log"
# How a keeper leaves when another one holds the lock.
HELD_BY_ANOTHER = 3


class Server(msgspec.Struct, frozen=True):
    """What its record says of the server. `port` is 0 while it starts; `idle` and `started` are in seconds."""

    pid: int
    port: int
    version: str
    idle: float
    started: float

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"


def running_server() -> Server | None:
    """The local server, if it is up; the record of one that is gone is removed."""
    server = recorded_server()
    return server if server and server.port else None


def touch_server() -> None:
    """Say that the server is in use, so that it is not ended."""
    with contextlib.suppress(OSError):
        os.utime(state_folder() / RECORD)


def state_folder() -> Path:
    """Where the record is, and the lock and the log of the server."""
    from platformdirs import user_state_path

    return user_state_path("review")


def recorded_server() -> Server | None:
    """What the record says, the server being up or starting, if the keeper who wrote it is alive.

    That a process of this number runs is no proof; that the lock is held is.
    """
    record = state_folder() / RECORD
    if not is_file(record):
        return None
    try:
        held = is_held(state_folder() / LOCK)
        server = msgspec.json.decode(record.read_bytes(), type=Server)
    except (OSError, msgspec.DecodeError):
        return None
    if not held:
        record.unlink(missing_ok=True)
        return None
    return server

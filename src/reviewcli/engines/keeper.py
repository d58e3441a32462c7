"""The process that keeps the local LanguageTool server: its parent, which ends it when nobody needs it.

It holds a lock for as long as it lives, so that nobody has to guess from numbers of processes whether it does.
The record of the server is a file beside the lock; whoever asks the server touches it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from reviewcli.engines.java_server import JavaServer
from reviewcli.engines.lock import Lock
from reviewcli.engines.server_record import HELD_BY_ANOTHER, LOCK, LOG, RECORD

_LOOK_EVERY = 1.0
# Whoever looks whether the lock is held takes it for a moment.
_LOCK_PATIENCE = 1.0


def main() -> int:
    """Keep one server: `keeper FOLDER IDLE_SECONDS JAVA JAR VERSION`."""
    folder, idle, java, jar, version = sys.argv[1:]
    signal.signal(signal.SIGTERM, _leave)
    lock = Lock(Path(folder) / LOCK)
    if not lock.take(_LOCK_PATIENCE):
        return HELD_BY_ANOTHER
    record = Path(folder) / RECORD
    about = {"pid": os.getpid(), "version": version, "idle": float(idle), "started": time.time()}
    try:
        _write(record, about | {"port": 0})
        with Path(folder, LOG).open("wb") as log:
            server = JavaServer(Path(java), Path(jar), Path(folder), log)
        try:
            _write(record, about | {"port": server.port, "started": time.time()})
            _keep(server, record, float(idle))
        finally:
            server.end()
    finally:
        record.unlink(missing_ok=True)
        lock.release()
    return 0


def _keep(server: JavaServer, record: Path, idle: float) -> None:
    """Wait until the server is gone, its record is gone, or nobody has touched that for so many seconds."""
    with contextlib.suppress(FileNotFoundError):
        while server.is_up and time.time() - record.stat().st_mtime < idle:
            time.sleep(min(_LOOK_EVERY, idle / 2))


def _write(record: Path, about: dict[str, object]) -> None:
    new = record.with_suffix(".new")
    new.write_text(json.dumps(about), encoding="utf-8")
    new.replace(record)


def _leave(*_: object) -> NoReturn:
    raise SystemExit(0)


if __name__ == "__main__":
    raise SystemExit(main())

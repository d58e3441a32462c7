"""Start and stop the local LanguageTool server: one for each user, on the loopback."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from reviewcli.engines.installation import Installation
from reviewcli.engines.java import Java, java_options
from reviewcli.engines.lock import is_held
from reviewcli.engines.server_record import (
    HELD_BY_ANOTHER,
    LOCK,
    LOG,
    RECORD,
    Server,
    recorded_server,
    running_server,
    state_folder,
)
from reviewcli.texts.errors import ReviewError

IDLE = 30 * 60.0
# Seconds within which a server comes up even on a busy machine, and within which it ends.
_STARTS_WITHIN = 90.0
_ENDS_WITHIN = 15.0


def start_server(installation: Installation, java: Java, idle: float = IDLE) -> tuple[Server, bool]:
    """The local server, started unless it is up already, and whether it was started now.

    Raises:
        ReviewError: it does not come up.
    """
    server = running_server()
    if server:
        return server, False
    folder = state_folder()
    folder.mkdir(parents=True, exist_ok=True)
    keeper = _keeper(folder, installation, java, idle)
    try:
        return _started(keeper, folder), keeper.poll() is None
    except BaseException:
        keeper.terminate()
        keeper.wait()
        raise


def stop_server() -> Server | None:
    """End the local server, and wait until it is gone; what it was, None if there was none.

    Raises:
        ReviewError: it does not end.
    """
    server = recorded_server()
    if server is None:
        return None
    lock = state_folder() / LOCK
    with contextlib.suppress(ProcessLookupError):
        os.kill(server.pid, signal.SIGTERM)
    if not _is_free_within(lock, _ENDS_WITHIN):
        # Java dies with it.
        with contextlib.suppress(ProcessLookupError):
            os.kill(server.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        if not _is_free_within(lock, _ENDS_WITHIN):
            raise ReviewError(f"The LanguageTool server does not end (process {server.pid}).")
    (state_folder() / RECORD).unlink(missing_ok=True)
    return server


def _keeper(folder: Path, installation: Installation, java: Java, idle: float) -> subprocess.Popen[bytes]:
    arguments = (folder, idle, java.program, installation.jar.absolute(), installation.version)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "reviewcli.engines.keeper", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "JAVA_TOOL_OPTIONS": java_options()},
        start_new_session=True,
    )


def _started(keeper: subprocess.Popen[bytes], folder: Path) -> Server:
    """The server once it is up; another run may be starting it."""
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until:
        server = running_server()
        if server:
            return server
        code = keeper.poll()
        if code is not None and (code != HELD_BY_ANOTHER or not is_held(folder / LOCK)):
            break
        time.sleep(0.05)
    raise ReviewError("The LanguageTool server does not come up.", hint=f"{folder / LOG} says why.")


def _is_free_within(lock: Path, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while is_held(lock):
        if time.monotonic() >= until:
            return False
        time.sleep(0.05)
    return True

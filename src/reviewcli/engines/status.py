"""Which engines are there, in words, and the times that their server waits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.engines.server_record import Server


def status_lines() -> Iterator[str]:
    """Which engines are there, where, and whether the local server is up."""
    from reviewcli.engines.server_record import running_server

    for name, said in (
        ("Harper", _harper()),
        ("LanguageTool", _languagetool()),
        ("Java", _java()),
        ("server", _server(running_server())),
    ):
        yield f"{name + ':':<13} {said}"


def seconds_of(text: str) -> float:
    """A time to wait in seconds: `90s`, `30m`, `2h`.

    Raises:
        ReviewError: it is none.
    """
    units = {"s": 1, "m": 60, "h": 3600}
    number, unit = (text[:-1], text[-1:]) if text[-1:] in units else (text, "m")
    try:
        seconds = float(number) * units[unit]
    except ValueError:
        seconds = 0
    if not 1 <= seconds <= 7 * 24 * 3600:
        raise ReviewError(f"“{text}” is no time to wait.", hint="Write it as 90s, 30m or 2h, up to 168h.")
    return seconds


def _harper() -> str:
    from importlib.metadata import version

    return f"in this process, by harper-py {version('harper-py')}"


def _languagetool() -> str:
    from reviewcli.engines.installation import find_installation

    try:
        found = find_installation()
    except ReviewError:
        return "not installed; `review grammar install languagetool` does it"
    return f"{found.version} in {found.folder}"


def _java() -> str:
    from reviewcli.engines.java import find_java

    try:
        java = find_java()
    except ReviewError as problem:
        return str(problem)
    return f"{java.version}, {java.program}"


def _server(server: Server | None) -> str:
    if server is None:
        return "not up; `review grammar start` starts one"
    from datetime import datetime

    since = datetime.fromtimestamp(server.started).astimezone()
    ends = f"ends after {_time(server.idle)} unasked"
    return f"up at {server.url} since {since:%Y-%m-%d %H:%M}, process {server.pid}, {ends}"


def _time(seconds: float) -> str:
    for unit, name in ((3600, "h"), (60, "m")):
        if seconds >= unit and seconds % unit == 0:
            return f"{seconds / unit:.0f}{name}"
    return f"{seconds:.0f}s"

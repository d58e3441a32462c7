"""Provide LanguageTool: fetched or copied into a partial folder, checked, and only then put in its place."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from reviewcli.engines.installation import JAR, Installation, newest_in, own_folder
from reviewcli.engines.java import Java, find_java
from reviewcli.engines.java_server import JavaServer
from reviewcli.engines.lock import Lock
from reviewcli.engines.provision import given, maven
from reviewcli.engines.provision.progress import Progress
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.writing import make_folder

_SLIP = "This are a test."


def install_languagetool(
    source: Path | None, target: Path | None, progress: Progress
) -> tuple[Installation, bool]:
    """A LanguageTool that has answered, and whether it was installed now.

    Args:
        source: a folder or a zip that a person has; without it, Maven or language-tool-python fetches one.
        target: where it is put; without it, the user's data folder.
        progress: is told how far it is.

    Raises:
        ReviewError: there is no Java, it cannot be fetched, or it does not work.
    """
    java = find_java()
    folder = (target or own_folder()).absolute()
    make_folder(folder)
    lock = Lock(folder / ".lock")
    if not lock.take():
        raise ReviewError("Another run is installing LanguageTool.", hint="Wait until it is done.")
    try:
        there = newest_in(folder)
        if there and source is None:
            return there, False
        return _installed(_fetched(source, folder / "partial", progress), folder, java), True
    finally:
        lock.release()


def _fetched(source: Path | None, partial: Path, progress: Progress) -> Path:
    if source is not None:
        return given.fetch(source, partial, progress)
    if maven.is_there():
        return maven.fetch(partial, progress)
    from reviewcli.engines.provision import download

    return download.fetch(partial, progress)


def _installed(fetched: Path, folder: Path, java: Java) -> Installation:
    """What was fetched, if it works, in its place."""
    version = _version_that_answers(fetched, java, folder)
    place = folder / f"LanguageTool-{version}"
    if place.exists():
        shutil.rmtree(place)
    fetched.replace(place)
    shutil.rmtree(folder / "partial", ignore_errors=True)
    return Installation(place)


def _version_that_answers(fetched: Path, java: Java, folder: Path) -> str:
    """Start it once and ask it a sentence with a slip; its version, as it says it."""
    log_file = folder / "check.log"
    try:
        with log_file.open("wb") as log:
            server = JavaServer(java.program, fetched / JAR, fetched, log)
            try:
                version = _version_in(server.check(_SLIP))
            finally:
                server.end()
    except (OSError, ValueError, LookupError, TypeError) as problem:
        raise ReviewError(
            f"The LanguageTool in {fetched} does not work: {problem}.",
            hint=f"{log_file} says why. Take that folder away, and run the command again.",
        ) from problem
    log_file.unlink()
    return version


def _version_in(answer: Any) -> str:
    if not answer["matches"]:
        raise ValueError(f"it finds nothing wrong in “{_SLIP}”")
    major, minor = str(answer["software"]["version"]).split(".")[:2]
    return f"{int(major)}.{int(minor.partition('-')[0])}"

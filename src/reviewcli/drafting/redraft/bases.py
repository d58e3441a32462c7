"""The notes that a draft was made from, found again.

A draft records their id, which is the one that Git gives the file. Where the notes are kept in Git, they are
there on every machine that has the repository; for the rest, a draft that is written to a file leaves a copy of
its notes in the user's state folder.
"""

from __future__ import annotations

import re
from pathlib import Path

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import Source, write_whole

_LENGTH = 12


def notes_id(source: Source) -> str:
    """The first letters of the id that Git gives a file with these bytes."""
    return _id_of(_bytes(source))


def remember(source: Source) -> None:
    """Keep a copy of notes; where that cannot be, do without."""
    copy = _copy_of(notes_id(source))
    try:
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(copy, source.text, bom=source.bom)
    except (OSError, ReviewError):
        return


def recall(recorded: str, folder: Path) -> str | None:
    """The text of the notes of this id: from the Git repository of a folder, else from the copies; else None."""
    if not re.fullmatch(rf"[0-9a-f]{{{_LENGTH}}}", recorded):
        return None
    for data in (_from_git(recorded, folder), _from_copies(recorded)):
        if data is not None and _id_of(data) == recorded:
            return data.decode("utf-8-sig", "replace")
    return None


def _from_git(recorded: str, folder: Path) -> bytes | None:
    import os
    import subprocess

    try:
        ran = subprocess.run(
            ["git", "cat-file", "blob", recorded],
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=20,
            env={**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"},  # never the network
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return ran.stdout if ran.returncode == 0 else None


def _from_copies(recorded: str) -> bytes | None:
    try:
        return _copy_of(recorded).read_bytes()
    except OSError:
        return None


def _copy_of(recorded: str) -> Path:
    from platformdirs import user_state_path

    return user_state_path("review") / "notes" / f"{recorded}.yaml"


def _bytes(source: Source) -> bytes:
    return ("\ufeff" * source.bom + source.text).encode("utf-8")


def _id_of(data: bytes) -> str:
    import hashlib

    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()[:_LENGTH]

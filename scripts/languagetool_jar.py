"""Make a folder of LanguageTool's jars startable: `languagetool_jar.py FOLDER`, with the jars in FOLDER/libs.

language-tool-python looks for `languagetool-server.jar` in a folder whose name carries the version. Ours holds
nothing but a manifest that names the jars beside it.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path


def manifest(jars: list[str]) -> str:
    """A manifest whose class path is these jars, in lines of 72 bytes as the format wants them."""
    lines = ["Manifest-Version: 1.0", "Class-Path: " + " ".join(jars)]
    return "".join(_wrapped(line) for line in lines) + "\r\n"


def _wrapped(line: str) -> str:
    """The line in pieces of 70 characters; each piece after the first opens with a space."""
    pieces = [line[:70], *(" " + line[start : start + 69] for start in range(70, len(line), 69))]
    return "".join(piece + "\r\n" for piece in pieces)


def main() -> int:
    """Write the jar; 2 when there is nothing to name in it."""
    if len(sys.argv) != 2:
        print("usage: languagetool_jar.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    jars = sorted(f"libs/{path.name}" for path in (folder / "libs").glob("*.jar"))
    if not jars:
        print(f"{folder / 'libs'}: no jars. Run the mvn command in pom.xml first.", file=sys.stderr)
        return 2
    with zipfile.ZipFile(folder / "languagetool-server.jar", "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest(jars))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

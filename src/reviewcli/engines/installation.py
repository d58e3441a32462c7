"""Where LanguageTool is installed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reviewcli.texts.errors import ReviewError

JAR = "languagetool-server.jar"


class Installation(msgspec.Struct, frozen=True):
    """A folder `LanguageTool-VERSION` that can be started."""

    folder: Path

    @property
    def version(self) -> str:
        """Its version, which is in its name, where language-tool-python looks for it."""
        return self.folder.name.removeprefix("LanguageTool-")

    @property
    def jar(self) -> Path:
        """What Java starts."""
        return self.folder / JAR


def own_folder() -> Path:
    """Where `review grammar install` puts it."""
    from platformdirs import user_data_path

    return user_data_path("review") / "languagetool"


def find_installation() -> Installation:
    """The newest installation of the first folder that has one: LTP_PATH, ours, language-tool-python's own.

    Raises:
        ReviewError: there is none.
    """
    found = next((newest for folder in _folders() if (newest := newest_in(folder))), None)
    if found is None:
        raise ReviewError(
            "LanguageTool is not installed.",
            hint="Run `review grammar install languagetool`, or name a server with --languagetool-url.",
        )
    return found


def newest_in(folder: Path) -> Installation | None:
    """The newest installation in a folder."""
    named = [
        Installation(jar.parent)
        for jar in folder.glob(f"LanguageTool-*/{JAR}")
        if re.fullmatch(r"\d+\.\d+|\d{8}", jar.parent.name.removeprefix("LanguageTool-"))
    ]
    return max(named, key=lambda it: [int(part) for part in it.version.split(".")], default=None)


def _folders() -> Iterator[Path]:
    named = os.environ.get("LTP_PATH")
    if named:
        # Who names a folder means that one.
        yield Path(named)
        return
    yield own_folder()
    yield Path.home() / ".cache" / "language_tool_python"

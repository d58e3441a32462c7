"""LanguageTool: a server, named by its address or launched from an installation."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from reviewcli.errors import ReviewError
from reviewcli.grammar.languagetool_rules import CATEGORIES_OFF, MECHANICAL, OFF, SPELLING
from reviewcli.grammar.marks import Mark
from reviewcli.grammar.merge import merged
from reviewcli.grammar.messages import plain
from reviewcli.grammar.prose import Prose
from reviewcli.grammar.voice import findings_of

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.findings import Finding

# Seconds without an answer until a server counts as hung; a cold one needs 5 for a request.
PATIENCE = 30.0
# Code points in a request: a page or three, so that no answer takes long.
_REQUEST = 12_000
_MOST_SUGGESTIONS = 5
# LanguageTool has no Indian English; its spelling is the British one.
_LANGUAGES = {"en-IN": "en-GB"}
_JAVA_OPTIONS = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"  # ready in half the time, in a third of the memory


class LanguageTool:
    """The engine.

    Args:
        url: a server that is up; without it one is launched, which `close` ends. Nothing is ever downloaded.
        dialect: the English that the house fixed; empty takes whatever is right in any.
        patience: seconds without an answer until the server counts as hung.

    Raises:
        ReviewError: there is no such server, or no installation.
    """

    name = "languagetool"

    def __init__(self, url: str | None, dialect: str = "", *, patience: float = PATIENCE) -> None:
        self._fixed = bool(dialect)
        language = _LANGUAGES.get(dialect, dialect) or "en-US"
        with _environment(), _one_clear_error(url):
            self._tool = _connect(_address(url), language, patience) if url else _launch(language, patience)
        self._url = url
        self._tool.disabled_rules = set(OFF)
        self._tool.disabled_categories = set(CATEGORIES_OFF)

    def check(self, doc: Document) -> Iterator[Finding]:
        """What LanguageTool says of the document, without what reviews do not need to hear."""
        prose = Prose(doc)
        found = findings_of(prose, self.name, self.marks(prose), any_dialect=not self._fixed)
        # It often says two things of the same words.
        yield from merged(found, doc.source)

    def marks(self, prose: Prose) -> list[Mark]:
        """All that LanguageTool says of the text."""
        found: list[Mark] = []
        for start, text in prose.portions(_REQUEST):
            with _environment(), _one_clear_error(self._url):
                matches = self._tool.check(_in_single_units(text))
                found += [_mark(match, start) for match in matches]
        return sorted(found, key=lambda mark: (mark.start, mark.end, mark.rule))

    def close(self) -> None:
        """End the server that was launched; one that was named stays up."""
        self._tool.close()


def _mark(match: Any, start: int) -> Mark:
    return Mark(
        rule=match.rule_id,
        start=start + match.offset,
        end=start + match.offset + match.error_length,
        message=plain(match.message),
        replacements=tuple(match.replacements[:_MOST_SUGGESTIONS]),
        spelling=match.rule_id.startswith(SPELLING),
        mechanical=match.rule_id in MECHANICAL,
    )


def _in_single_units(text: str) -> str:
    """The text with a stand-in for every letter above U+FFFF.

    LanguageTool counts in UTF-16 units, where an emoji is two; so none is left to be counted, and offsets agree.
    """
    return text if text.isascii() else "".join("☺" if letter > "\uffff" else letter for letter in text)


def _connect(url: str, language: str, patience: float) -> Any:
    return _client(patience)(language, remote_server=url)


def _launch(language: str, patience: float) -> Any:
    version = _installed_version()
    settings = {"cacheSize": 1000, "pipelineCaching": True}
    return _client(patience)(language, config=settings, language_tool_download_version=version)


def _client(patience: float) -> Any:
    import language_tool_python

    # The library waits for five minutes, and lets nobody choose.
    return type("Client", (language_tool_python.LanguageTool,), {"_TIMEOUT": patience})


def _installed_version() -> str:
    """The newest version that language-tool-python would find; without one it would begin to download."""
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python")
    jars = folder.glob("LanguageTool-*/languagetool-server.jar")
    versions = [jar.parent.name.removeprefix("LanguageTool-") for jar in jars]
    if not versions:
        raise ReviewError(
            f"LanguageTool is not installed in {folder}.",
            hint=f"Name a server with --languagetool-url, or download it (260 MB): {_download_command()}",
        )
    if not shutil.which("java"):
        raise ReviewError(
            "LanguageTool needs Java, and there is none on PATH.",
            hint="Install Java 17 or later, or name a server with --languagetool-url.",
        )
    return max(versions, key=lambda version: [int(part) for part in version.split(".") if part.isdigit()])


def _download_command() -> str:
    code = "from language_tool_python.download_lt import download_lt; download_lt()"
    return f'{sys.executable} -c "{code}"'


def _address(url: str) -> str:
    """The server's root as the library wants it, from whatever form of address a person gives."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        is_address = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise ReviewError(f"“{url}” is no address of a server.", hint="Write it as http://127.0.0.1:8081.")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return f"{parts.scheme}://{parts.netloc}{path}/"


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """Java's options for the server that is launched, and no proxy between us and this machine."""
    here = "127.0.0.1,localhost,::1"
    wanted = {"JAVA_TOOL_OPTIONS": os.environ.get("JAVA_TOOL_OPTIONS", _JAVA_OPTIONS)}
    wanted |= {
        name: ",".join(filter(None, (os.environ.get(name), here))) for name in ("NO_PROXY", "no_proxy")
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _one_clear_error(url: str | None) -> Iterator[None]:
    """Whatever a server does wrong, as one line for people."""
    from language_tool_python.exceptions import LanguageToolError

    try:
        yield
    # A server may answer with anything: no JSON, or JSON of another shape.
    except (LanguageToolError, OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        where = f"The LanguageTool server at {url}" if url else "The LanguageTool server that was launched"
        hint = (
            "Is the address right, and the server up?"
            if url
            else "Run the command again, or leave LanguageTool out."
        )
        raise ReviewError(f"{where} {_what_it_did(problem)}.", hint=hint) from problem


def _what_it_did(problem: Exception) -> str:
    words = str(problem).lower()
    if "timed out" in words or "timeout" in words:
        return "does not answer"
    if isinstance(problem, OSError) or "connection" in words or "resolve" in words:
        return "cannot be reached"
    return "answers with something that is not LanguageTool's"

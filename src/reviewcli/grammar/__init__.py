"""Grammar engines: whole checkers of language behind one protocol, and their findings in one voice.

`open_engines` gives what a person chose. Harper runs in this process and is the default; LanguageTool is a
server, named by its address or launched from an installation. Nothing here goes to the network unasked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, get_args

from reviewcli.choices import Dialect, Grammar
from reviewcli.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.document import Document
    from reviewcli.findings import Finding

CHOICES: tuple[str, ...] = get_args(Grammar)
DIALECTS: tuple[str, ...] = get_args(Dialect)


class Engine(Protocol):
    """A whole grammar checker. It never dies on a text: what it cannot read, it passes over."""

    name: str

    def check(self, doc: Document) -> Iterable[Finding]:
        """Everything that it finds in the document, in the order of the text."""

    def close(self) -> None:
        """Let go of what it holds; it checks nothing after that."""


def open_engines(choice: str, *, languagetool_url: str | None = None, dialect: str = "") -> list[Engine]:
    """The engines that a person chose, ready to check.

    Args:
        choice: one of `CHOICES`. `auto` is Harper, and LanguageTool where an address is given.
        languagetool_url: a server that is up, as `http://127.0.0.1:8081`; without it one is launched.
        dialect: one of `DIALECTS` when the house fixed one; empty accepts whatever is right in any of them.

    Raises:
        ReviewError: the choice or the dialect is unknown, or an engine that was asked for is not there.
    """
    _must_be_one_of("engine", choice, CHOICES)
    if dialect:
        _must_be_one_of("dialect", dialect, DIALECTS)
    engines: list[Engine] = []
    if choice in ("auto", "harper", "both"):
        from reviewcli.grammar.harper import Harper

        engines.append(Harper(dialect))
    if choice in ("languagetool", "both") or (choice == "auto" and languagetool_url):
        from reviewcli.grammar.languagetool import LanguageTool

        engines.append(LanguageTool(languagetool_url, dialect))
    return engines


def warm(dialect: str = "") -> None:
    """Begin to load Harper beside whatever comes next; returns at once."""
    from reviewcli.grammar.harper import warm

    warm(dialect)


def _must_be_one_of(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise ReviewError(f"“{given}” is no {what} that we know.", hint=f"Choose one of {', '.join(known)}.")

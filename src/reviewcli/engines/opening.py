"""Opens the engines that a person chose.

Harper runs in this process and is the default; LanguageTool is a server, named by its address or launched from an
installation. Nothing here goes to the network unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

from reviewcli.reading.dialects import Dialect
from reviewcli.settings.values import Grammar
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.engines.engine import Engine
    from reviewcli.engines.paragraphs import Paragraphs
    from reviewcli.texts.store import Store


CHOICES: tuple[str, ...] = get_args(Grammar)


DIALECTS: tuple[str, ...] = get_args(Dialect)


def open_engines(
    choice: str,
    *,
    languagetool_url: str | None = None,
    dialect: str = "",
    tell: Callable[[str], None] = lambda _: None,
    explain: Callable[[str], None] = lambda _: None,
    cache: Store | None = None,
) -> list[Engine]:
    """The engines that a person chose, ready to check.

    Args:
        choice: one of `CHOICES`. `auto` is Harper, and LanguageTool where an address is given or the local
            server is up.
        languagetool_url: a server that is up, as `http://127.0.0.1:8081`; without it the local server is asked,
            and where that is not up one is launched.
        dialect: one of `DIALECTS` when the house fixed one; empty accepts whatever is right in any of them.
        tell: is given what a person should know of an engine that nobody named and that cannot be used.
        explain: is given what only somebody who asks for more wants to know.
        cache: where what Harper says is kept from run to run.

    Raises:
        ReviewError: the choice or the dialect is unknown, or an engine that was asked for is not there.
    """
    _must_be_one_of("engine", choice, CHOICES)
    if dialect:
        _must_be_one_of("dialect", dialect, DIALECTS)
    engines: list[Engine] = []
    # LanguageTool goes first: it is asked in a thread, and answers while Harper reads.
    if choice in ("languagetool", "both") or (choice == "auto" and languagetool_url):
        engines.append(_languagetool(languagetool_url, dialect))
    elif choice == "auto":
        engines.extend(_languagetool_if_up(dialect, tell))
    if choice in ("auto", "harper", "both"):
        from reviewcli.engines.harper import Harper

        engines.append(Harper(dialect, explain, _paragraphs(cache, dialect)))
    return engines


def _paragraphs(cache: Store | None, dialect: str) -> Paragraphs | None:
    if cache is None:
        return None
    from reviewcli.engines.paragraphs import Paragraphs

    return Paragraphs(cache, f"harper {dialect or 'en-US'}")


def is_named(choice: str, languagetool_url: str | None) -> bool:
    """Whether a person asked for LanguageTool, so that its failure is a failure of the run."""
    return choice in ("languagetool", "both") or (choice == "auto" and bool(languagetool_url))


def _languagetool(url: str | None, dialect: str) -> Engine:
    from reviewcli.engines.languagetool import LanguageTool

    if url:
        return LanguageTool(url, dialect)
    from reviewcli.engines.server_record import running_server, touch_server

    server = running_server()
    return LanguageTool(server.url, dialect, in_use=touch_server) if server else LanguageTool(None, dialect)


def _languagetool_if_up(dialect: str, tell: Callable[[str], None]) -> Iterable[Engine]:
    from reviewcli.engines.server_record import running_server

    if running_server():
        try:
            yield _languagetool(None, dialect)
        except ReviewError as problem:
            tell(str(problem))


def _must_be_one_of(what: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise ReviewError(f"“{given}” is no {what} that we know.", hint=f"Choose one of {', '.join(known)}.")

"""LanguageTool: a server, named by its address or launched from an installation."""

from __future__ import annotations

import contextlib
import math
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from reviewcli.engines.engine import EngineError
from reviewcli.engines.languagetool_client import RESTART, LaunchedServer, NamedServer, address
from reviewcli.engines.languagetool_rules import MECHANICAL, SPELLING
from reviewcli.engines.marks import Mark
from reviewcli.engines.merge import merged
from reviewcli.engines.messages import plain
from reviewcli.engines.prose import Prose
from reviewcli.engines.voice import findings_of
from reviewcli.texts.printable import one_line

if TYPE_CHECKING:
    from language_tool_python import Match

    from reviewcli.document import Document
    from reviewcli.texts.findings import Finding

# Seconds without an answer until a server counts as hung; a cold one needs 5 for a request.
PATIENCE = 30.0
_HEARTBEAT = 0.5
# Code points in a request: a page or three, so that no answer takes long.
_REQUEST = 12_000
_MOST_SUGGESTIONS = 5
# LanguageTool has no Indian English; its spelling is the British one.
_LANGUAGES = {"en-IN": "en-GB"}
# What to do when a server fails.
_NAMED = "Is the address right, and the server up?"
_LOCAL = "Run `review grammar stop`, then `review grammar start`."
_LAUNCHED = "Run the command again, or leave LanguageTool out."


class LanguageTool:
    """The engine.

    Args:
        url: a server that is up; without it one is launched, which `close` ends. Nothing is ever downloaded.
        dialect: the English that the house fixed; empty takes whatever is right in any.
        patience: seconds without an answer until the server counts as hung.
        in_use: of the local server: is called when it is asked something, and when it has answered.

    Raises:
        ReviewError: there is no such server, or no installation.
    """

    name = "languagetool"
    in_process = False

    def __init__(
        self,
        url: str | None,
        dialect: str = "",
        *,
        patience: float = PATIENCE,
        in_use: Callable[[], None] | None = None,
    ) -> None:
        self._url = url
        self._hint = _LAUNCHED if not url else _LOCAL if in_use else _NAMED
        self._fixed = bool(dialect)
        self._patience = patience
        self._in_use = in_use or (lambda: None)
        self._failure: EngineError | None = None
        self._server: NamedServer | LaunchedServer
        language = _LANGUAGES.get(dialect, dialect) or "en-US"
        if url:
            root = address(url)
            with self._asking():
                self._server = NamedServer(root, language, patience)
        else:
            self._server = self._launched(language)

    def check(self, doc: Document) -> Iterable[Finding]:
        """What LanguageTool says of the document, without what reviews do not need to hear.

        It is asked at once, in a thread; the findings wait for its answer.
        """
        prose = Prose(doc)
        return self._findings(prose, self._asked(prose))

    def marks(self, prose: Prose) -> list[Mark]:
        """All that LanguageTool says of the text."""
        return self._answer(*self._asked(prose))

    def close(self) -> None:
        """End the server that was launched; one that was named stays up."""
        self._server.close()

    def _launched(self, language: str) -> LaunchedServer:
        from reviewcli.engines.installation import find_installation
        from reviewcli.engines.java import find_java

        installation, java = find_installation(), find_java()
        with self._asking():
            return LaunchedServer(installation, java, language, self._patience)

    def _findings(self, prose: Prose, asked: tuple[Future[list[Mark]], int]) -> Iterator[Finding]:
        marks = self._answer(*asked)
        found = findings_of(prose, self.name, marks, any_dialect=not self._fixed, in_process=False)
        # It often says two things of the same words.
        yield from merged(found, prose.doc.source)

    def _asked(self, prose: Prose) -> tuple[Future[list[Mark]], int]:
        """The answer that will come, and how many requests it takes."""
        answer: Future[list[Mark]] = Future()
        portions = list(prose.portions(_REQUEST))
        if self._failure:
            answer.set_exception(self._failure)
        else:
            # A daemon: nobody waits for a server that hangs.
            threading.Thread(
                target=self._ask, args=(portions, answer), name="languagetool", daemon=True
            ).start()
        return answer, len(portions)

    def _ask(self, portions: list[tuple[int, str]], answer: Future[list[Mark]]) -> None:
        found: list[Mark] = []
        try:
            for start, text in portions:
                self._in_use()
                with self._asking():
                    matches = self._server.check(_in_single_units(text))
                    found += [_mark(match, start, len(text)) for match in matches]
                self._in_use()
        except BaseException as problem:  # noqa: BLE001  # raised again where the answer is waited for
            answer.set_exception(problem)
        else:
            answer.set_result(sorted(found, key=lambda mark: (mark.start, mark.end, mark.rule)))

    def _answer(self, answer: Future[list[Mark]], requests: int) -> list[Mark]:
        # One that is launched is asked a second time. An answer that drips in, a byte at a time, has an end too.
        each = self._patience * 2 if self._url else (self._patience + RESTART) * 2
        try:
            for _ in range(math.ceil(each * max(requests, 1) / _HEARTBEAT)):
                if wait([answer], _HEARTBEAT).done:
                    break
                self._in_use()  # a local server that thinks for long is in use all the time
            return answer.result(timeout=0)
        except EngineError as problem:
            if problem.is_gone:
                self._failure = problem
            raise
        except TimeoutError:
            self._failure = self._failed("does not answer", is_gone=True)
            raise self._failure from None

    def _failed(self, what: str, is_gone: bool) -> EngineError:
        server = f"server at {self._url}" if self._url else "server that was launched"
        return EngineError(f"The LanguageTool {server} {what}.", self._hint, is_gone=is_gone)

    @contextlib.contextmanager
    def _asking(self) -> Iterator[None]:
        """Whatever a server does wrong, as one line for people."""
        try:
            yield
        # A server may answer with anything: no JSON, or JSON of another shape.
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
            raise self._failed(*_what_it_did(problem)) from problem


def _mark(match: Match, start: int, length: int) -> Mark:
    """What it says of a text of this length, which begins at `start`."""
    at, end = match.offset, match.offset + match.error_length
    texts = (match.rule_id, match.message, *match.replacements)
    if not (0 <= at < end <= length and all(isinstance(text, str) for text in texts)):
        raise ValueError("a match outside of the text")
    return Mark(
        rule=one_line(match.rule_id),
        start=start + at,
        end=start + end,
        message=plain(match.message),
        replacements=tuple(filter(str.isprintable, match.replacements[:_MOST_SUGGESTIONS])),
        spelling=match.rule_id.startswith(SPELLING),
        mechanical=match.rule_id in MECHANICAL,
    )


def _in_single_units(text: str) -> str:
    """The text with a stand-in for every letter above U+FFFF.

    LanguageTool counts in UTF-16 units, where an emoji is two; so none is left to be counted, and offsets agree.
    """
    return text if text.isascii() else "".join("☺" if letter > "\uffff" else letter for letter in text)


def _what_it_did(problem: Exception) -> tuple[str, bool]:
    """What a server did, and whether there is no use in asking it again."""
    if isinstance(problem, TimeoutError):
        return "does not answer", True
    if isinstance(problem, OSError):
        return "cannot be reached", True
    return "answers with something that is not LanguageTool's", False

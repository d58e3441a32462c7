"""A client of a LanguageTool server: one that was named, or one of its own that it starts and ends."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import tempfile
import threading
from base64 import b64encode
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlencode, urlsplit

from reviewcli.engines.java import java_options
from reviewcli.engines.java_server import HOST, JavaServer
from reviewcli.engines.languagetool_rules import CATEGORIES_OFF, OFF
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from language_tool_python import Match

    from reviewcli.engines.installation import Installation
    from reviewcli.engines.java import Java

# Seconds until a server that was named must give its first sign of life.
_FIRST_SIGN = 10.0
# Seconds in which the rest of an answer has come.
_REST = 10.0
# Seconds in which one that was launched and died is started again.
RESTART = 20.0
# Bytes of an answer that are read; to a portion of a draft even a bad one has a hundredth of them.
_MOST = 32 << 20


class NamedServer:
    """A server that is up, asked directly: no proxy, no redirect.

    Args:
        url: its root, as `address` gives it.
        language: that every text is taken for.
        patience: seconds in which an answer must have begun; its rest has ten, however slowly it comes.

    Raises:
        OSError: it cannot be reached.
        ValueError: it is no LanguageTool, or knows no such language.
    """

    def __init__(self, url: str, language: str, patience: float) -> None:
        self._url = urlsplit(url)
        self._language = language
        self._patience = patience
        languages = self._answer("GET", "v2/languages", min(patience, _FIRST_SIGN))
        if language not in {each["longCode"] for each in languages}:
            raise ValueError(f"no {language}")

    def check(self, text: str) -> list[Match]:
        """What it says of a text."""
        from language_tool_python import Match

        asked = {
            "language": self._language,
            "text": text,
            "disabledRules": ",".join(sorted(OFF)),
            "disabledCategories": ",".join(sorted(CATEGORIES_OFF)),
        }
        answer = self._answer("POST", "v2/check", self._patience, urlencode(asked))
        return [Match(each, text) for each in answer["matches"]]

    def close(self) -> None:
        """It is somebody else's, and stays up."""

    def _answer(self, method: str, path: str, patience: float, body: str | None = None) -> Any:
        kind = http.client.HTTPSConnection if self._url.scheme == "https" else http.client.HTTPConnection
        connection = kind(self._url.hostname or "", self._url.port, timeout=patience)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        if self._url.username:
            secret = f"{unquote(self._url.username)}:{unquote(self._url.password or '')}"
            headers["Authorization"] = f"Basic {b64encode(secret.encode()).decode()}"
        begun: Future[int] = Future()
        answer: Future[bytes] = Future()

        def ask() -> None:
            try:
                connection.request(method, f"{self._url.path}{path}", body, headers)
                with connection.getresponse() as response:
                    begun.set_result(response.status)
                    answer.set_result(response.read(_MOST + 1))
            except BaseException as problem:  # noqa: BLE001 — raised again where the answer is waited for
                (answer if begun.done() else begun).set_exception(problem)

        # A time-out of a socket ends with every byte that comes; nothing holds up who waits for a thread.
        threading.Thread(target=ask, name="languagetool-answer", daemon=True).start()
        try:
            status, said = begun.result(patience), answer.result(_REST)
        except http.client.HTTPException as problem:
            raise ConnectionError(str(problem)) from problem
        finally:
            _hang_up(connection)
        if status != http.client.OK or len(said) > _MOST:
            raise ValueError(f"status {status}, {len(said)} bytes")
        return json.loads(said)


def _hang_up(connection: http.client.HTTPConnection) -> None:
    """Close a connection, also one that somebody still reads from."""
    if connection.sock:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)
    connection.close()


class LaunchedServer:
    """A server of our own, which `close` ends; one that dies or hangs is started again, once for each text.

    Raises:
        OSError: it does not come up.
    """

    def __init__(self, installation: Installation, java: Java, language: str, patience: float) -> None:
        self._installation, self._java = installation, java
        self._language, self._patience = language, patience
        self._changing = threading.Lock()
        self._is_closed = False
        self._server, self._client = self._launched()

    def check(self, text: str) -> list[Match]:
        """What it says of a text."""
        client = self._client
        try:
            return client.check(text)
        except OSError:
            with self._changing:
                # Somebody who did not want to wait may have closed it meanwhile.
                if self._is_closed:
                    raise
                self._server.end()
                self._server, self._client = self._launched()
            return self._client.check(text)

    def close(self) -> None:
        """End it, and wait until it is gone."""
        with self._changing:
            self._is_closed = True
            self._server.end()

    def _launched(self) -> tuple[JavaServer, NamedServer]:
        with tempfile.TemporaryDirectory(prefix="review-") as folder, Path(os.devnull).open("wb") as log:
            jar, options = self._installation.jar.absolute(), java_options()
            server = JavaServer(self._java.program, jar, Path(folder), log, RESTART, options)
        try:
            return server, NamedServer(f"http://{HOST}:{server.port}/", self._language, self._patience)
        except BaseException:
            server.end()
            raise


def address(url: str) -> str:
    """The server's root, with a slash at its end, from whatever form of address a person gives."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        is_address = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        is_address = False
    if not is_address:
        raise ReviewError(f"“{url}” is no address of a server.", hint="Write it as http://127.0.0.1:8081.")
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return f"{parts.scheme}://{parts.netloc}{path}/"

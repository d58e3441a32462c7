"""A LanguageTool server as a process of Java: started on a free port of the loopback, asked, ended.

Only modules that cost nothing: the keeper of the local server lives as long as that.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import time
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlencode

from reviewcli.engines.leash import Leash

HOST = "127.0.0.1"
_SETTINGS = "cacheSize=1000\npipelineCaching=true\n"
_PORTS_TRIED = 5


class JavaServer:
    """A server that is up. It dies with this process.

    Args:
        command: the program of Java, and the jar.
        folder: where its settings may be written.
        log: where it says what it does.
        patience: seconds until it must answer.
        java_options: empty where the environment has them.

    Raises:
        OSError: it did not come up.
    """

    def __init__(
        self,
        java: Path,
        jar: Path,
        folder: Path,
        log: IO[bytes],
        patience: float = 60,
        java_options: str = "",
    ) -> None:
        settings = folder / "languagetool.properties"
        settings.write_text(_SETTINGS, encoding="utf-8")
        for _ in range(_PORTS_TRIED):
            self.port = _free_port()
            options = ("--port", str(self.port), "--config", str(settings))
            main = "org.languagetool.server.HTTPServer"
            self._process = subprocess.Popen(
                [java, "-cp", jar, main, *options],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, "JAVA_TOOL_OPTIONS": java_options} if java_options else None,
            )
            self._leash = Leash(self._process.pid)
            try:
                self._wait_until_ready(patience)
            except ConnectionRefusedError:
                self.end()  # it left at once: somebody else took the port in between
            except BaseException:
                self.end()
                raise
            else:
                return
        raise OSError("it ends as soon as it is started")

    @property
    def is_up(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def check(self, text: str) -> Any:
        """What it says of a text, as it says it."""
        body = urlencode({"language": "en-US", "text": text})
        return json.loads(_answer(self.port, "POST", "/v2/check", 60, body))

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.terminate()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._leash.release()

    def _wait_until_ready(self, patience: float) -> None:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not self.is_up:
                raise ConnectionRefusedError
            with contextlib.suppress(OSError, http.client.HTTPException):
                if _answer(self.port, "GET", "/v2/healthcheck", 2) == b"OK":
                    return
            time.sleep(0.1)
        raise TimeoutError("it does not answer")


def _answer(port: int, method: str, path: str, patience: float, body: str | None = None) -> bytes:
    connection = http.client.HTTPConnection(HOST, port, timeout=patience)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    try:
        connection.request(method, path, body, headers)
        return connection.getresponse().read()
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port

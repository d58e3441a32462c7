"""A LanguageTool for tests: the real one that `make languagetool` provides, and servers that say what they are told."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

ROOT = Path(__file__).parent.parent
INSTALLATION = ROOT / ".languagetool"
LANGUAGES = b'[{"code": "en", "longCode": "en-US"}, {"code": "en", "longCode": "en-GB"}]'

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    checking: Answer
    asked: list[dict[str, list[str]]]

    def do_GET(self) -> None:
        self.reply(LANGUAGES)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.asked.append(parse_qs(body))
        type(self).checking(self)

    def reply(self, body: bytes, status: int = 200) -> None:
        with contextlib.suppress(OSError):
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # http.server calls it so
        pass


class Server:
    """A server that answers a check as it is told, and remembers what it was asked."""

    def __init__(self, checking: Answer) -> None:
        self.asked: list[dict[str, list[str]]] = []
        handler = type("Told", (Handler,), {"checking": staticmethod(checking), "asked": self.asked})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextlib.contextmanager
def serving(checking: Answer) -> Iterator[Server]:
    server = Server(checking)
    try:
        yield server
    finally:
        server.close()


def says(*matches: dict[str, Any]) -> Answer:
    return lambda handler: handler.reply(json.dumps({"matches": matches}).encode())


def match(
    offset: int, length: int, rule: str, *replacements: str, category: str = "GRAMMAR"
) -> dict[str, Any]:
    return {
        "message": "Something is wrong.",
        "offset": offset,
        "length": length,
        "replacements": [{"value": value} for value in replacements],
        "context": {"text": "", "offset": 0, "length": 0},
        "rule": {"id": rule, "issueType": "grammar", "category": {"id": category}},
    }


def needs_languagetool() -> None:
    """Skip the test where LanguageTool is not there; on CI that is a failure."""
    missing = "; ".join(
        reason
        for is_missing, reason in (
            (not any(INSTALLATION.glob("LanguageTool-*/languagetool-server.jar")), "run `make languagetool`"),
            (not shutil.which("java"), "there is no Java on PATH"),
        )
        if is_missing
    )
    if missing:
        if os.environ.get("CI"):
            pytest.fail(f"LanguageTool must be there on CI: {missing}")
        pytest.skip(f"LanguageTool is not there: {missing}")

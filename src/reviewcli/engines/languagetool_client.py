"""language-tool-python, with what it lacks: patience that can be chosen, and servers that never outlive us."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from reviewcli.engines.leash import Leash
from reviewcli.texts.errors import ReviewError

# Seconds until a server that was named must give its first sign of life.
_FIRST_SIGN = 10.0


def connect(url: str, language: str, patience: float) -> Any:
    """A client of a server that is up."""
    client = _client_class(min(patience, _FIRST_SIGN))(language, remote_server=url)
    client._TIMEOUT = patience
    return client


def launch(language: str, version: str, patience: float) -> Any:
    """A client of a server of its own, which `close` ends; the environment names the installation and Java."""
    settings = {"cacheSize": 1000, "pipelineCaching": True}
    return _client_class(patience)(language, config=settings, language_tool_download_version=version)


def address(url: str) -> str:
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
def environment(further: Mapping[str, str]) -> Iterator[None]:
    """These variables, and no proxy between us and this machine, for a while."""
    here = "127.0.0.1,localhost,::1"
    wanted = {name: ",".join(filter(None, (os.environ.get(name), here))) for name in ("NO_PROXY", "no_proxy")}
    wanted |= further
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _client_class(patience: float) -> Any:
    import language_tool_python
    from language_tool_python.exceptions import LanguageToolError

    class Client(language_tool_python.LanguageTool):
        _TIMEOUT: Any = patience  # the library waits for five minutes, and lets nobody choose
        _leash: Leash | None = None
        _is_closed = False

        def __init__(self, *arguments: Any, **settings: Any) -> None:
            self._starting = threading.RLock()
            super().__init__(*arguments, **settings)

        def close(self) -> None:
            # A thread may be asking still: it finds its server gone, and would end it too and start another.
            self._is_closed = True
            with self._starting:
                super().close()

        def _query_server(self, url: str, params: Any = None, num_tries: int = 2, method: Any = "get") -> Any:
            # A server that was launched is started again, one that was named is not: no use to ask twice.
            return super()._query_server(url, params, 1 if self._remote else num_tries, method)

        def _start_local_server(self) -> None:
            with self._starting:
                if self._is_closed:
                    raise LanguageToolError("The server was closed.")
                self._unleash()
                super()._start_local_server()
                if self._server:
                    self._leash = Leash(self._server.pid)

        def _terminate_server(self) -> None:
            with self._starting:
                super()._terminate_server()
                self._unleash()

        def _unleash(self) -> None:
            if self._leash:
                self._leash.release()
                self._leash = None

    return Client

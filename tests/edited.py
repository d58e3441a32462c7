"""What an editor may send: a session of messages with mutated texts, and with places that a text need not have."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

URI = "file:///x/her.md"


def session(text: str, mutated: Callable[[str, random.Random], str], chance: random.Random) -> bytes:
    """A session from its beginning to its end, as it goes over the wire."""
    return b"".join(map(_framed, _messages(text, mutated, chance)))


def _messages(
    text: str, mutated: Callable[[str, random.Random], str], chance: random.Random
) -> Iterator[dict[str, Any]]:
    yield {
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
    yield {"method": "initialized", "params": {}}
    opened = {"uri": URI, "languageId": "markdown", "version": 1, "text": mutated(text, chance)}
    yield {"method": "textDocument/didOpen", "params": {"textDocument": opened}}
    for number in range(2, 12):
        if chance.random() < 0.5:
            change = {"text": mutated(text, chance)}  # the server asks for whole texts
            params = {"textDocument": {"uri": URI, "version": number}, "contentChanges": [change]}
            yield {"method": "textDocument/didChange", "params": params}
        else:
            method = chance.choice(tuple(_REQUESTS))
            params = {"textDocument": {"uri": URI}, **_REQUESTS[method](chance)}
            yield {"id": number, "method": f"textDocument/{method}", "params": params}
    yield {"id": 99, "method": "shutdown"}
    yield {"method": "exit"}


def _range(chance: random.Random) -> dict[str, Any]:
    start, end = _place(chance), _place(chance)
    first, last = sorted((start, end), key=lambda place: (place["line"], place["character"]))
    return {"start": first, "end": last}


def _place(chance: random.Random) -> dict[str, int]:
    return {
        "line": chance.choice((0, 1, 2, 5, 40, 10**6)),
        "character": chance.choice((0, 1, 7, 80, 10**6)),
    }


_REQUESTS: dict[str, Callable[[random.Random], dict[str, Any]]] = {
    "hover": lambda chance: {"position": _place(chance)},
    "completion": lambda chance: {"position": _place(chance)},
    "codeAction": lambda chance: {"range": _range(chance), "context": {"diagnostics": []}},
    "documentSymbol": lambda _: {},
}


def _framed(message: dict[str, Any]) -> bytes:
    data = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)

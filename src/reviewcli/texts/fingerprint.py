"""What a result was worked out by: this program's own code and data, and what is installed beside it."""

from __future__ import annotations

import functools
import os
import sys

# From hashlib it is the same, and OpenSSL with it: 3 ms of every run.
from _blake2 import blake2b
from pathlib import Path

from reviewcli.texts.version import __version__

_PACKAGE = Path(__file__).parent.parent
_SIZE = 16


@functools.cache
def program() -> bytes:
    """All of this program, whether installed or a checkout that somebody works on, and its libraries.

    Files are told apart by size and time, which an edit changes. An installer that puts any library in place of
    another renames the folder of its description, which changes the folder that holds it.
    """
    digest = _begun()
    _add_tree(digest, str(_PACKAGE))
    for folder in sys.path:
        if folder.endswith("-packages"):
            _add_status(digest, folder)
    return digest.digest()


@functools.cache
def harper() -> bytes:
    """Harper, and our code that asks it and takes down what it says."""
    from importlib.util import find_spec

    digest = _begun()
    _add_tree(digest, str(_PACKAGE / "engines"))
    spec = find_spec("harper")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        _add_tree(digest, folder)
    return digest.digest()


def digest_of(*parts: bytes | str) -> bytes:
    """One digest of these parts, each as long as it is: `ab`, `c` is not `a`, `bc`."""
    digest = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()


def _begun() -> blake2b:
    return blake2b(f"{__version__} {sys.version}".encode(), digest_size=_SIZE)


def _add_tree(digest: blake2b, folder: str) -> None:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                _add_tree(digest, entry.path)
            else:
                status = entry.stat()
                digest.update(
                    f"{entry.path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode(
                        "utf-8", "surrogateescape"
                    )
                )


def _add_status(digest: blake2b, path: str) -> None:
    try:
        status = os.stat(path)  # noqa: PTH116 — a Path costs more than the asking
    except OSError:
        return
    digest.update(f"{path}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))

"""Compiled regular expressions kept beside the bytecode, so that no run compiles them again.

A run over one draft needs more than 200 of them, and compiling those was a fifth of it (45 of 245 ms; now 3).
Python keeps compiled modules in `__pycache__`, but a pattern it compiles anew in every process. What becomes of a
pattern and its flags depends on nothing but the interpreter, so it is kept with that interpreter's full version,
and only the same one takes it. The file is written as bytecode is: by the first run that may, whole or not at all,
and not under PYTHONDONTWRITEBYTECODE. Without it everything works, and costs what it did.
"""

from __future__ import annotations

import contextlib
import importlib
import marshal
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# What is read from a spoilt file may be anything; `_sre` finds faults of the code itself.
_SPOILT = (EOFError, ValueError, TypeError, RuntimeError)

PATTERNS = Path(__file__).parent / "__pycache__" / f"patterns.{sys.implementation.cache_tag}.bin"

# A pattern with the names of one film in it is of no use to the next draft. Such are short: so new ones are written
# down only if they are this long together, and the file has an end.
_WORTH_WRITING = 1000
_AT_MOST = 2500


class ReadyPatterns:
    """Stands in for the compiler of `re` and remembers what it made.

    Args:
        file: where compiled patterns are kept; nobody misses it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._compiler: Any = importlib.import_module("re._compiler")
        self._compile: Callable[[Any, int], Any] = self._compiler.compile
        self._kept: dict[tuple[str, int], bytes] = _read(file)
        self._new: dict[tuple[str, int], bytes] = {}

    def install(self) -> None:
        """From now on `re.compile` takes what is kept."""
        self._compiler.compile = self.compile

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """What `re` would make of a pattern, from the kept code where there is some."""
        if not isinstance(pattern, str) or flags & self._compiler.SRE_FLAG_DEBUG:
            return self._compile(pattern, flags)
        packed = self._kept.get((pattern, flags))
        if packed is None:
            return self._compiled(pattern, flags)
        try:
            final, code, groups, names = marshal.loads(packed)
            return self._made(pattern, final, memoryview(code).cast("I").tolist(), groups, names)
        except _SPOILT:
            return self._compiled(pattern, flags)

    def _compiled(self, pattern: str, flags: int) -> Any:
        parsed = self._compiler._parser.parse(pattern, flags)
        code = self._compiler._code(parsed, flags)
        final, groups, names = (
            flags | parsed.state.flags,
            parsed.state.groups - 1,
            dict(parsed.state.groupdict),
        )
        if len(self._kept) + len(self._new) < _AT_MOST:
            packed = b"".join(number.to_bytes(4, sys.byteorder) for number in code)
            self._new[pattern, flags] = marshal.dumps((final, packed, groups, names))
        return self._made(pattern, final, code, groups, names)

    def _made(self, pattern: str, flags: int, code: list[int], groups: int, names: dict[str, int]) -> Any:
        by_number: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            by_number[number] = name
        return self._compiler._sre.compile(pattern, flags, code, groups, names, tuple(by_number))

    def keep(self) -> None:
        """Write down what is new, if it is worth it and this run may."""
        if sum(len(text) for text, _ in self._new) < _WORTH_WRITING or sys.dont_write_bytecode:
            return
        mine = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            mine.write_bytes(marshal.dumps((sys.version, {**_read(self._file), **self._new})))
            mine.replace(self._file)
        except OSError:
            with contextlib.suppress(OSError):
                mine.unlink()


def _read(file: Path) -> dict[tuple[str, int], bytes]:
    try:
        version, kept = marshal.loads(file.read_bytes())
    except (OSError, *_SPOILT):
        return {}
    return kept if version == sys.version and isinstance(kept, dict) else {}


def ready_patterns() -> ReadyPatterns:
    """Those of this installation and this interpreter, in force from now on."""
    patterns = ReadyPatterns(PATTERNS)
    patterns.install()
    return patterns

"""Templates as Python compiled them once, kept in the user's cache folder: a draft then costs a tenth less."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from reviewcli.texts.version import __version__

_MAKE = "1"  # count up when the sandbox rewrites templates in another way


class CompiledTemplates(jinja2.BytecodeCache):
    """Files that can go at any time. One that cannot be read or written is done without."""

    def __init__(self, filters: Mapping[str, Callable[..., Any]]) -> None:
        from platformdirs import user_cache_path

        # What is compiled knows which filters want the context; a change there makes it another thing.
        known = " ".join(f"{name}:{getattr(filters[name], 'jinja_pass_arg', '')}" for name in sorted(filters))
        make = f"{__version__}-{_MAKE}-{zlib.crc32(known.encode()):x}"
        self._folder = user_cache_path("review") / "templates" / make

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it from its file; one of another version of the template is left alone."""
        try:
            with self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except OSError:
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put it into its file, whole or not at all."""
        file = self._file(bucket)
        temporary = file.with_suffix(f".{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(bucket.bytecode_to_string())
            temporary.replace(file)
        except OSError:
            temporary.unlink(missing_ok=True)

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.bin"

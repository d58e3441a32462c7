"""The commands: flags in, one call, an exit code out.

Nothing else in the program knows about terminals and exit codes, and nothing else catches `ReviewError`.
Each command is a module here with a function of its name; only the one that is asked for is imported.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import sys
from typing import Any, NoReturn, TextIO


def run() -> NoReturn:
    """Run the command that this process was started with, and leave with its exit code."""
    # Imports make many objects and hardly any garbage: the collector's rounds are a tenth of a short run.
    gc.set_threshold(1_000_000, 20, 20)
    _speak_utf8()
    try:
        from reviewcli.cli._app import main

        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        code = 0
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        code = 2
        _tell(_system_error(error))
    except UnicodeEncodeError as error:
        code = 2
        _tell(_no_text(error))
    except Exception:  # noqa: BLE001 — a bug keeps its traceback, but must not leave with the code of findings
        code = 2
        _tell(None)
    for stream in (sys.stdout, sys.stderr):
        _let_go_if_broken(stream)
    sys.exit(code)


# A full disk, a closed stream: what standard output may suffer without being a bug of ours.
_OF_STREAMS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)


def _system_error(error: OSError) -> str | None:
    """One line for what the system could not do, with the file; None for what is a bug."""
    what = error.strerror or str(error)
    if error.filename is not None:
        return f"{os.fsdecode(error.filename)}: {what.lower()}. Look at its permissions and its folder."
    if error.errno in _OF_STREAMS:
        return f"Standard output: {what}. The result is not whole; write it elsewhere."
    return None


def _no_text(error: UnicodeEncodeError) -> str | None:
    """One line for bytes of the command line or of a file's name that are no UTF-8; None for what is a bug."""
    is_byte = 0xDC80 <= ord(error.object[error.start]) <= 0xDCFF
    return f"“{error.object[:80]}” is not UTF-8 text. Write it in UTF-8." if is_byte else None


def _tell(message: str | None) -> None:
    """Say why the run ends, a bug with its traceback; where standard error takes nothing, the exit code says it."""
    with contextlib.suppress(OSError):
        import traceback

        from reviewcli.cli._saying import say

        say(f"{message}\n" if message else traceback.format_exc(), end="")


class _Closed(io.RawIOBase):
    """Standard output that was closed by whoever started this (`>&-`): what is written to it is lost, said once."""

    _is_told = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        if not self._is_told:
            self._is_told = True
            raise OSError(errno.EBADF, "It is closed")
        return len(data)


def _speak_utf8() -> None:
    if sys.stdout is None:
        os.open(os.devnull, os.O_WRONLY)  # takes the number of the closed one, which no file shall get
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a stream that a test put in its place has none
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _let_go_if_broken(stream: TextIO) -> None:
    """Flush a stream; what nobody can take goes nowhere, or Python would complain of it once more at its end."""
    try:
        stream.flush()
    except OSError:
        with contextlib.suppress(
            io.UnsupportedOperation
        ):  # a closed one has no number, and says it only once
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except ValueError:  # it is closed: nothing is left in it
        return

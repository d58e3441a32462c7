"""The commands: flags in, one call, an exit code out.

Nothing else in the program knows about terminals and exit codes, and nothing else catches `ReviewError`.
Each command is a module here with a function of its name; only the one that is asked for is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn, TextIO


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
        _tell_system_error(error)
    except Exception:  # noqa: BLE001 — a bug keeps its traceback, but must not leave with the code of findings
        import traceback

        from reviewcli.cli._saying import say

        say(traceback.format_exc(), end="")
        code = 2
    for stream in (sys.stdout, sys.stderr):
        _let_go_if_broken(stream)
    sys.exit(code)


def _tell_system_error(error: OSError) -> None:
    """One line where the disk behind standard output is full; anything else is a bug and keeps its traceback."""
    import errno
    import traceback

    if error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        sys.stderr.write(f"Standard output: {error.strerror}. The result is not whole; write it elsewhere.\n")
    else:
        from reviewcli.cli._saying import say

        say(traceback.format_exc(), end="")


def _speak_utf8() -> None:
    if sys.stdout is None:  # it was closed by whoever started this: `>&-`
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
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
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except ValueError:  # it is closed: nothing is left in it
        return

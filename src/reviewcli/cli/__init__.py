"""The commands: flags in, one call, an exit code out.

Nothing else in the program knows about terminals and exit codes, and nothing else catches `ReviewError`.
Each command is a module here with a function of its name; only the one that is asked for is imported.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def run() -> NoReturn:
    """Run the command that this process was started with, and leave with its exit code."""
    # Imports make many objects and hardly any garbage: the collector's rounds are a tenth of a short run.
    gc.set_threshold(1_000_000, 20, 20)
    _speak_utf8()
    from reviewcli.cli._ready_patterns import ready_patterns

    patterns = ready_patterns()
    try:
        from reviewcli.cli._app import main

        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        code = 0
        _let_go_of_stdout()
    except KeyboardInterrupt:
        code = 130
    except OSError as error:
        code = 2
        _tell_system_error(error)
    except Exception:  # noqa: BLE001 — a bug keeps its traceback, but must not leave with the code of findings
        import traceback

        traceback.print_exc()
        code = 2
    patterns.keep()
    _leave(code)


def _leave(code: int) -> NoReturn:
    # What Python would take apart piece by piece, Harper's dictionary above all, the system takes back at once:
    # 30 ms of a run with Harper, 5 of one without. A profiler has its say after the usual end.
    if sys.getprofile() or sys.gettrace():
        sys.exit(code)
    import atexit
    import contextlib
    import threading

    threading._shutdown()  # type: ignore[attr-defined]  # waits for threads that are no daemons, as the usual end does
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # closed: that was told where it mattered
            stream.flush()
    os._exit(code)


def _tell_system_error(error: OSError) -> None:
    """One line where the disk behind standard output is full; anything else is a bug and keeps its traceback."""
    import errno
    import traceback

    if error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        sys.stderr.write(f"Standard output: {error.strerror}. The result is not whole; write it elsewhere.\n")
        _let_go_of_stdout()
    else:
        traceback.print_exc()


def _speak_utf8() -> None:
    if sys.stdout is None:  # it was closed by whoever started this: `>&-`
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:  # a stream that a test put in its place has none
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _let_go_of_stdout() -> None:
    # The reader is gone; without this Python complains once more when it closes the stream.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""`review lint --watch`: lint again whenever a draft, its notes, the config or a list of words is saved."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from reviewcli.cli._options import GlobalOptions
from reviewcli.linting.watched import State, changed, state_of
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN, stdin_is_piped

_PAUSE = 0.25  # seconds between looks
_FLAG = "--watch"


def watch(paths: Sequence[str] | None, notes: Path | None, options: GlobalOptions) -> NoReturn:
    """Run this very command, without the flag, now and after every save; only Ctrl-C ends it.

    Raises:
        ReviewError: there is no file to watch.
    """
    if STDIN in (paths or ()) or (not paths and stdin_is_piped()):
        raise ReviewError(f"{_FLAG} reads drafts in files, and standard input is none.", hint="Name a draft.")
    command = [sys.executable, "-P", "-m", "reviewcli", *(each for each in sys.argv[1:] if each != _FLAG)]

    def state() -> State:
        return state_of(paths or (), notes, options.config, isolated=options.isolated)

    while True:
        before = state()
        sys.stdout.flush()
        subprocess.run(command, check=False)
        options.tell(f"Watching {len(before)} file{'' if len(before) == 1 else 's'}. Ctrl-C ends.")
        last, now = before, before
        while now == before or now != last:  # until a save is over: editors write a file in several steps
            time.sleep(_PAUSE)
            last, now = now, state()
        options.tell(f"\n{changed(before, now)} changed.")

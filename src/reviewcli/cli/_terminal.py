"""A person at a terminal: lines that they type, and their editor."""

from __future__ import annotations

import contextlib
import os
import shlex
import sys
from pathlib import Path

from reviewcli.cli._saying import say
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.printable import escaped

# Editors that are told the line behind the file's name, and those that take it as +LINE before it.
_WITH_COLON = frozenset({"code", "codium", "code-insiders", "cursor", "subl", "zed", "hx", "helix", "kak"})
_WITH_PLUS = frozenset(
    "vi vim nvim gvim view nano pico emacs emacsclient micro joe ne mg jed gedit kwrite mcedit".split()
)
_WITH_GOTO = frozenset({"code", "codium", "code-insiders", "cursor"})


def is_terminal() -> bool:
    """Whether questions can be asked and answered."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask_line(prompt: str) -> str | None:
    """A line that is typed on the terminal, None at its end."""
    try:
        if sys.stdout is not None and sys.stdout.isatty():
            with contextlib.suppress(ImportError):
                import readline  # noqa: F401 - makes `input` a line that can be edited
            return input(escaped(prompt))
        say(prompt, end="")
        sys.stderr.flush()
        line = sys.stdin.readline()
    except (EOFError, OSError):  # the terminal is gone
        return None
    return line if line else None


def open_editor(file: Path, kept: str, line: int | None = None) -> None:
    """Open the user's editor, at a line if it is one that can be told, and wait for it.

    Args:
        file: what to open.
        kept: what errors say of the file, as “The notes are kept”.
        line: from 1.

    Raises:
        ReviewError: there is no editor, or it failed.
    """
    import subprocess

    command = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not command:
        hint = f"Set it, as in: export EDITOR=nano. {kept}."
        raise ReviewError("neither $VISUAL nor $EDITOR names an editor.", Place(str(file)), hint)
    try:
        words = shlex.split(command, posix=os.name != "nt")
        code = subprocess.run([*words, *_opening(words[0], file, line)], check=False).returncode
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"the editor “{command}” cannot be run: {reason.lower()}."
        raise ReviewError(message, Place(str(file)), f"Set $VISUAL or $EDITOR. {kept}.") from None
    if code:
        message = f"the editor “{command}” ended with {code}."
        raise ReviewError(message, Place(str(file)), f"{kept} as it left them.")


def _opening(editor: str, file: Path, line: int | None) -> list[str]:
    name = Path(editor).stem.lower()
    if line is None:
        return [str(file)]
    if name in _WITH_COLON:
        return [*(["--goto"] if name in _WITH_GOTO else []), f"{file}:{line}"]
    return [f"+{line}", str(file)] if name in _WITH_PLUS else [str(file)]

r"""The one place that writes to a terminal what files and servers brought, which moves and colours nothing there.

A control character, and a mark that turns the direction of a line, is shown as `\x1b` or `\u202e`.
"""

from __future__ import annotations

import sys


def say(text: str, end: str = "\n") -> None:
    """A message, on standard error."""
    sys.stderr.write(f"{_harmless(text)}{end}")


def show(text: str) -> None:
    """A list or a table, on standard output."""
    sys.stdout.write(_harmless(text))


def hand_out(text: str) -> None:
    """A draft, or another text that is the result: as it is into a pipe or a file, and shown as above on a terminal."""
    sys.stdout.write(_harmless(text) if sys.stdout.isatty() else text)


def _harmless(text: str) -> str:
    if text.isprintable():
        return text
    from reviewcli.texts.printable import escaped  # Unicode's tables come with it

    return escaped(text)

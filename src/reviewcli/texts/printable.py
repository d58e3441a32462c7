"""Text that cannot harm a terminal or break a line, and how wide it is there."""

from __future__ import annotations

import functools
import unicodedata

_REPLACEMENT = "\ufffd"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
# Format characters that letters are built with; the others reorder or hide what stands beside them.
_JOINERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff") | {chr(code) for code in range(0xE0020, 0xE0080)}


def one_line(text: str) -> str:
    """A text on one line, for a message: runs of line ends become a space, controls become visible."""
    if text.isprintable():
        return text
    return printable(" ".join(text.splitlines()))


def printable(text: str) -> str:
    """A text with a visible character in the place of each control character."""
    if text.isprintable():
        return text
    return "".join(map(visible, text))


def escaped(text: str) -> str:
    r"""A text of lines for a terminal: what would do something to it is written as Python writes it, as `\x1b`."""
    if text.isprintable():
        return text
    return "".join(each if each in "\n\t" or visible(each) == each else _escape(each) for each in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


@functools.lru_cache(maxsize=4096)
def visible(character: str) -> str:
    """A character, or what to show for it where it would do something to a terminal. Never more than one."""
    if character.isprintable() or character in _JOINERS:
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for an escape
    if code == 0x7F:
        return "␡"
    return _REPLACEMENT if unicodedata.category(character) in _UNSEEN else character


@functools.lru_cache(maxsize=4096)
def width(character: str) -> int:
    """How many columns of a terminal a character takes: 2 for 漢, 0 for a combining accent."""
    if character < "\u0300":
        return 0 if character == "\u00ad" else 1
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(width, text))

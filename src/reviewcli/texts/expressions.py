"""Regular expressions that are compiled once a text has what they need.

To compile a long pattern costs more than to search a draft with it, and most drafts have nothing of what most patterns
look for. Which letters a pattern needs is read from the pattern itself.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

Needed = tuple[str, ...]  # of which a text has at least one

_SIGN = 0xE000  # the first of the letters for private use: each is a sign for a row while a pattern is read
_PIECES = f"[^\0{chr(_SIGN)}-\uf8ff]+|[{chr(_SIGN)}-\uf8ff]"
_EDGES = r"\0+(?=\||$)|(?<![^|])\0+"
_MIXED = f"[^|]\0+[^|\0]|[{chr(_SIGN)}-\uf8ff]"
_LEAST_LETTERS = 2  # a single one is in every text
_ABSENT = r"(?:[?*]|\{0?,\d*\})[?+]?"
_UNSURE = (
    rf"(?:(?s:\\.)|\[\^?\]?(?:\\.|[^\]\\])*\]|[.^$])(?:{_ABSENT})?|[^()|}}]{_ABSENT}|\{{[1-9][\d,]*\}}[?+]?"
)
_ABSENT_GROUP = rf"\){_ABSENT}"
_REPEATED = r"(?:\+|\{[\d,]+\})[?+]?"
_INNERMOST = (
    r"\((?:(?P<looks>\?(?:<?[=!]|P=))|\?(?:P<\w+>|[:>]|[a-zA-Z-]+:))?(?P<within>[^()]*)\)(?P<absent>\?)?"
)
# Letters that are those to `re.IGNORECASE`, and not to `str.lower`.
SMALL = dict(zip(map(ord, "ıİſ\u212a"), "iisk", strict=True))


class Expression:
    """One pattern, or several of which the one that fits leftmost is found, as between `|`.

    Each is compiled when a text is first searched that has what it needs. Where there are several, none matches
    nothing, and a match knows the groups of its own pattern alone.
    """

    def __init__(self, *patterns: str, ignore_case: bool = False) -> None:
        flags = re.IGNORECASE if ignore_case else re.NOFLAG
        self._branches = [_Branch(pattern, flags) for pattern in patterns]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text), None)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at `start`."""
        found = (pattern.match(text, start) for pattern in self._fitting(text[start:]))
        return next(filter(None, found), None)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match from `start` to `end`, from left to right."""
        end = len(text) if end is None else end
        patterns = [*self._fitting(text[start:end])]
        if len(patterns) == 1:
            yield from patterns[0].finditer(text, start, end)
            return
        ahead = [(pattern, pattern.search(text, start, end)) for pattern in patterns]
        while matches := [match for _, match in ahead if match]:
            first = min(matches, key=re.Match.start)
            yield first
            ahead = [
                (pattern, match if match.start() >= first.end() else pattern.search(text, first.end(), end))
                for pattern, match in ahead
                if match
            ]

    def _fitting(self, text: str) -> Iterator[re.Pattern[str]]:
        small = in_small(text)
        return (branch.compiled for branch in self._branches if has_needed(small, branch.needed))


class _Branch:
    """One of the patterns of an expression."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self._pattern = pattern
        self._flags = flags

    @functools.cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    @functools.cached_property
    def needed(self) -> list[Needed]:
        return needed(self._pattern)


def has_needed(small: str, rows: Sequence[Needed]) -> bool:
    """Whether a text `in_small` has one of each row."""
    return all(any(letters in small for letters in row) for row in rows)


def in_small(text: str) -> str:
    """A text in the small letters that `re.IGNORECASE` takes its letters for."""
    return (text if text.isascii() else text.translate(SMALL)).lower()


def needed(pattern: str) -> list[Needed]:
    """What each text has that a pattern matches: of every row one, in small letters. It may have to have more."""
    if "(?(" in pattern:
        return []
    rows: list[Needed] = []

    def read(group: re.Match[str]) -> str:
        if group["looks"] or group["absent"]:
            return "\0"
        return _row(group["within"], rows)

    plain = re.sub(_REPEATED, "\0", re.sub(_ABSENT_GROUP, ")?", re.sub(_UNSURE, "\0", pattern)))
    while "(" in plain:
        plain = re.sub(_INNERMOST, read, plain)
    found = [_letters(piece, rows) for piece in re.findall(_PIECES, _row(plain, rows))]
    return [row for row in found if _shortest(row) >= _LEAST_LETTERS]


def _row(branches: str, rows: list[Needed]) -> str:
    """What stands between `|`, as a sign for the row that it is; without any, as it is."""
    if "|" not in branches:
        return f"\0{branches}\0"
    each = re.sub(_EDGES, "", branches).split("|")
    if re.search(_MIXED, branches):
        each = [letters for branch in each for letters in _best(branch, rows)]
    if not all(each):
        return "\0"
    rows.append(tuple(map(in_small, each)))
    return chr(_SIGN + len(rows) - 1)


def _best(branch: str, rows: list[Needed]) -> Needed:
    """The row of one branch that has the longest letters; one of nothing where it has none."""
    return max((_letters(piece, rows) for piece in re.findall(_PIECES, branch)), key=_shortest, default=("",))


def _letters(piece: str, rows: list[Needed]) -> Needed:
    return rows[ord(piece) - _SIGN] if piece[0] >= chr(_SIGN) else (in_small(piece),)


def _shortest(row: Needed) -> int:
    return min(map(len, row), default=0)

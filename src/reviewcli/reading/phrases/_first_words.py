"""Which words a pattern of a phrase list may begin with, read from how it is written; no run needs it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

_LIMIT = 400  # expansions of one pattern; beyond it the beginning counts as open
_OPEN = "\0"  # where the words of a pattern can no longer be listed
_TOKENS = (
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|P=\w+|\(\w+\)|[:>=!]|<[=!]|[a-zA-Z-]+:))?|[|)]"
    r"|(?:[?*+]|\{\d*,?\d*\})[?+]?|[.^$]|[^\\\[(|)?*+{.^$]+"
)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "0": "\0"}


class _Part(msgspec.Struct, frozen=True, gc=False):
    """A part of a pattern: letters, or one of several rows of parts, or (with neither) any letters."""

    text: str = ""
    choices: Sequence[Sequence[_Part]] = ()
    least: int = 1
    most: int | None = 1


def first_words(pattern: str) -> set[tuple[str, str]]:
    """The pairs of words that a pattern may begin with, in lower case.

    The second word is "" where the phrase may end or anything may follow. An empty first word means that the
    pattern may begin with any word.
    """
    return {_pair(text) for text in _expanded([_Part(choices=_parts_of(pattern))])}


def _pair(text: str) -> tuple[str, str]:
    known, is_open, _ = text.partition(_OPEN)
    words = re.findall(r"\w+", known)
    if is_open and re.search(r"\w$", known):
        words.pop()  # it may go on
    first, second, *_ = *words, "", ""
    return first.lower(), second.lower()


def _expanded(parts: Iterable[_Part]) -> list[str]:
    """All texts that parts of a pattern match, each cut off at the first part that is open."""
    texts = [""]
    for part in parts:
        forms = _forms(part)
        texts = [text + form for text in texts for form in (forms if _unfinished(text) else [""])]
        texts = list(dict.fromkeys(texts))
        if len(texts) > _LIMIT:
            return [_OPEN]
    return texts


def _unfinished(text: str) -> bool:
    """Whether what follows can still change the first two words."""
    return _OPEN not in text and not re.match(r"\W*\w+\W+\w+\W", text)


def _forms(part: _Part) -> list[str]:
    once = [part.text] if part.text else [text for choice in part.choices for text in _expanded(choice)]
    return _repeated(part.least, part.most, once or [_OPEN])


def _repeated(least: int, most: int | None, inner: list[str]) -> list[str]:
    texts: list[str] = []
    for count in range(least, 4 if most is None else min(most, 3) + 1):
        texts.extend("".join(choice) for choice in itertools.product(inner, repeat=count))
        if len(texts) > _LIMIT:
            return [_OPEN]
    return texts if most is not None and most <= 3 else [*texts, inner[0] * 3 + _OPEN]


def index_lines(patterns: Iterable[str]) -> Iterator[str]:
    """The index of patterns by their first words, as `index.txt` holds it."""
    index: dict[str, dict[str, list[int]]] = {}
    for number, pattern in enumerate(patterns):
        for first, second in sorted(first_words(pattern)):
            index.setdefault(first, {}).setdefault(second, []).append(number)
    for first in sorted(index):
        seconds = (f"{second}:{','.join(map(str, index[first][second]))}" for second in sorted(index[first]))
        yield f"{first}\t{' '.join(seconds)}"


def _parts_of(pattern: str) -> list[list[_Part]]:
    """A pattern in parts, as rows of which each is one side of a `|`."""
    rows: list[list[_Part]] = [[]]
    around: list[tuple[str, list[list[_Part]]]] = []
    for token in re.findall(_TOKENS, pattern, re.DOTALL):
        match token[0]:
            case "(":
                around.append((token, rows))
                rows = [[]]
            case ")":
                opening, outer = around.pop()
                outer[-1] += _group(opening, rows)
                rows = outer
            case "|":
                rows.append([])
            case "?" | "*" | "+" | "{":
                rows[-1] += _counted(rows[-1].pop(), token)
            case "[":
                rows[-1].append(_one_of(token[1:-1]))
            case "\\":
                rows[-1] += _escaped(token[1])
            case ".":
                rows[-1].append(_Part())
            case "^" | "$":
                pass
            case _:
                rows[-1].append(_Part(token))
    return rows


def _group(opening: str, rows: list[list[_Part]]) -> list[_Part]:
    if opening.endswith(("=", "!")):
        return []  # it looks, and takes no letters
    is_plain = opening == "(" or opening.endswith((":", ">"))
    return [_Part(choices=rows) if is_plain else _Part()]


def _counted(part: _Part, mark: str) -> list[_Part]:
    """The letters before the last, and the last or the whole group with how often it comes."""
    before = [_Part(part.text[:-1])] if len(part.text) > 1 else []
    last = msgspec.structs.replace(part, text=part.text[-1:])
    if mark[0] != "{":
        return [
            *before,
            msgspec.structs.replace(last, least=int(mark[0] == "+"), most=1 if mark[0] == "?" else None),
        ]
    least, comma, most = mark.rstrip("?+")[1:-1].partition(",")
    bound = (int(most) if most else None) if comma else int(least)
    return [*before, msgspec.structs.replace(last, least=int(least or 0), most=bound)]


def _one_of(members: str) -> _Part:
    """A set, where it lists what is in it."""
    if members.startswith("^") or re.search(r"[^\\]-.|\\[a-zA-Z]", members):
        return _Part()
    return _Part(choices=[[_Part(letter)] for letter in re.sub(r"\\(.)", r"\1", members, flags=re.DOTALL)])


def _escaped(letter: str) -> list[_Part]:
    if letter in "bBAZ":
        return []
    return [_Part(_CONTROLS.get(letter, "" if letter.isalnum() else letter))]

"""How a line of a phrase list is read, and which words it may begin with."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Any

_LIMIT = 400  # expansions of one pattern; beyond it the beginning counts as open
_OPEN = "\0"  # where the words of a pattern can no longer be listed


def expression(pattern: str) -> str:
    """The regular expression for a pattern: a blank is any run of blanks, at its edges no word goes on."""
    if "[" not in pattern and "\\" not in pattern and not any(f" {mark}" in pattern for mark in "?*+{"):
        return rf"(?<!\w)(?:{pattern.replace(' ', ' +')})(?!\w)"  # most are as plain as that
    parts: list[str] = []
    for token in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|.", pattern):
        text = token.group()
        following = pattern[token.end() : token.end() + 1]
        if text == " ":
            text = "(?: +)" if following in tuple("?*+{") else " +"
        elif text.startswith("[") and " " in text and following not in ("*", "+"):
            text = f"(?:{text.replace(' ', '')}| +)" if text != "[ ]" else "(?: +)"
        parts.append(text)
    return rf"(?<!\w)(?:{''.join(parts)})(?!\w)"


def literal_words(pattern: str) -> list[str]:
    """Words in small letters of which each stands in whatever a pattern matches; not every such word."""
    plain = re.sub(r"\\.|\[[^\]]*\]", "\0", pattern)
    while "(" in plain:
        inner = re.sub(r"\([^()]*\)", "\0", plain)
        if inner == plain:
            return []
        plain = inner
    if "|" in plain:
        return []
    # A letter in front of ?, * or { may be absent; so words that touch anything but letters are cut short.
    plain = re.sub(r"\w[?*{]", "\0", plain)
    return [word.lower() for word in re.findall(r"[A-Za-z]{3,}", plain)]


def first_words(pattern: str) -> set[tuple[str, str]]:
    """The pairs of words that a pattern may begin with, in lower case.

    The second word is "" where the phrase may end or anything may follow. An empty first word means that the
    pattern may begin with any word.
    """
    # A private module: it is used by the script that writes the index, and by its test, never in a run.
    parser: Any = __import__("re._parser", fromlist=["parse"])
    return {_pair(text) for text in _expand(parser.parse(pattern))}


def _pair(text: str) -> tuple[str, str]:
    known, is_open, _ = text.partition(_OPEN)
    words = re.findall(r"\w+", known)
    if is_open and re.search(r"\w$", known):
        words.pop()  # it may go on
    first, second, *_ = *words, "", ""
    return first.lower(), second.lower()


def _expand(parsed: Any) -> list[str]:
    """All texts that a parsed pattern matches, each cut off at the first part that is open."""
    texts = [""]
    for name, value in parsed:
        pieces = _pieces(str(name), value)
        texts = [text + piece for text in texts for piece in (pieces if _unfinished(text) else [""])]
        texts = list(dict.fromkeys(texts))
        if len(texts) > _LIMIT:
            return [_OPEN]
    return texts


def _unfinished(text: str) -> bool:
    """Whether what follows can still change the first two words."""
    return _OPEN not in text and not re.match(r"\W*\w+\W+\w+\W", text)


def _pieces(name: str, value: Any) -> list[str]:
    match name:
        case "LITERAL":
            return [chr(value)]
        case "IN":
            return _members(value)
        case "SUBPATTERN":
            return _expand(value[3])
        case "BRANCH":
            return list(itertools.chain.from_iterable(_expand(branch) for branch in value[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = value
            return _repeated(least, int(most), _expand(inner))
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return [""]
        case _:
            return [_OPEN]


def _members(members: Iterable[tuple[Any, Any]]) -> list[str]:
    if any(str(kind) != "LITERAL" for kind, _ in members):
        return [_OPEN]
    return [chr(value) for _, value in members]


def _repeated(least: int, most: int, inner: list[str]) -> list[str]:
    texts: list[str] = []
    for count in range(least, min(most, 3) + 1):
        texts.extend("".join(choice) for choice in itertools.product(inner, repeat=count))
        if len(texts) > _LIMIT:
            return [_OPEN]
    return texts if most <= 3 else [*texts, inner[0] * 3 + _OPEN]


def index_lines(patterns: Iterable[str]) -> Iterator[str]:
    """The index of patterns by their first words, as `index.txt` holds it."""
    index: dict[str, dict[str, list[int]]] = {}
    for number, pattern in enumerate(patterns):
        for first, second in sorted(first_words(pattern)):
            index.setdefault(first, {}).setdefault(second, []).append(number)
    for first in sorted(index):
        seconds = (f"{second}:{','.join(map(str, index[first][second]))}" for second in sorted(index[first]))
        yield f"{first}\t{' '.join(seconds)}"

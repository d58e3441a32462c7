"""What an engine says, in the words that the rest of the program uses."""

from __future__ import annotations

import functools
import re


def plain(message: str) -> str:
    """An engine's message without Markdown, its quoted words in curly quotes, with a full stop."""
    text = _spaces().sub(" ", _code().sub(lambda quoted: f"“{quoted[1] or quoted[2]}”", message)).strip()
    text = _emphasis().sub(r"\1", text)
    return text if not text or text[-1] in ".!?" or text.endswith((".”", "?”", "!”")) else text + "."


def misspelt(word: str, replacements: tuple[str, ...]) -> str:
    """That a word is in no dictionary, and what it may have been."""
    if replacements and is_only_an_apostrophe(word, replacements[0]):
        return f"“{word}” lacks its apostrophe."
    if replacements:
        return f"“{word}” may be misspelt. Did you mean “{replacements[0]}”?"
    return f"“{word}” may be misspelt. No dictionary has it, nor anything near."


def slip(text: str, replacement: str) -> str:
    """A mechanical slip, which needs no more than what it should be."""
    words = text.split()
    if not words:
        return "A space too many." if not replacement else f"{len(text)} spaces where one is enough."
    if len(words) == 2 and words[0].lower() == words[1].lower():
        return f"“{words[1]}” is doubled."
    if replacement.strip() == text.strip():
        fault = "has a space too many" if len(text) > len(replacement) else "lacks a space in front"
        return f"“{text.strip()}” {fault}."
    return f"“{text}” should be “{replacement}” here."


def is_only_an_apostrophe(word: str, other: str) -> bool:
    """Whether the two differ in nothing but apostrophes."""
    return word != other and _no_apostrophes(word) == _no_apostrophes(other)


def _no_apostrophes(word: str) -> str:
    return word.replace("'", "").replace("’", "")


@functools.cache
def _code() -> re.Pattern[str]:
    return re.compile(r"`([^`]+)`|(?<!\w)'((?:[^' ]|' ?(?=\w))+)'(?!\w)")


@functools.cache
def _emphasis() -> re.Pattern[str]:
    return re.compile(r"\*{1,2}([^*]+)\*{1,2}")


@functools.cache
def _spaces() -> re.Pattern[str]:
    return re.compile(r"\s+")

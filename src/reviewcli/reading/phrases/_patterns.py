"""How a line of a phrase list is read."""

from __future__ import annotations

import re


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

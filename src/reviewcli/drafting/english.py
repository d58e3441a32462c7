"""Small things that English asks of a text: lists, possessives, capitals, full stops, titles in italics."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKUP = r"[\\`*<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|\](?=[(\[])"
_FIRST_WORD = r"[\s\"'“‘«(\[*_]*(?P<word>[^\W\d_][^\W_]*+(?:['’-][^\W_]++)*+)(?![.@][^\W_]|://)"
# After a question mark only words that open a sentence: “Virginia Woolf? is” may hold a title.
_SMALL_START = (
    r"(?P<before>(?<![^\W\d_])[^\W\d_]{3,}+(?:\.|\?(?= (?:the|an?|it|he|she|they|we|you|this|no|yes|not)\b)))"
    r" (?P<start>[a-z])(?!\w*[.@/_]\w|[\w'’]*[A-Z])"
)
_ABBREVIATION = (
    r"(?:\b[^\W\d_]\.|\b(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|vs|etc|Bros|Inc|Ltd|Co|No|Vol|approx|incl|min|mins|feat|prod|dir"
    r"|orig|Feb|Sept|Prof|Gen|Col)\.)$"
)
_BLOCK_MARK = r"^(?:\d{1,9}[.)](?=\s|$)|[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|[-=_*~`]{3,}(?=\s|$))"
_CLOSERS = "\"'”’»›*_)]"
_STOPS = ".!?…—–"


def listed(items: Sequence[str]) -> str:
    """Join with commas and a last “and”: `A`, `A and B`, `A, B and C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def possessive(text: str, apostrophe: str = "'") -> str:
    """Add 's, or the apostrophe alone after a plural with “The” (`the Kinks'`); italics stay before it."""
    if text.endswith(("'s", "’s")):
        return text
    words = text.split()
    is_plural = len(words) == 2 and words[0].lower() == "the" and words[1].endswith("s")
    return text + apostrophe + ("" if is_plural and not words[1].endswith("ss") else "s")


def italic(title: str) -> str:
    """Set a title in italics, its own asterisks and the like made harmless."""
    return f"*{escaped(title)}*"


def escaped(text: str) -> str:
    """A name or a title for running Markdown: what it holds is text, never markup."""
    return re.sub(_MARKUP, r"\\\g<0>", text)


def capital(text: str) -> str:
    """Make the first letter a capital; a first word with a form of its own stays (`iPhone`, `k.d. lang`)."""
    match = re.match(_FIRST_WORD, text)
    if not match or match["word"] != match["word"].lower():
        return text
    at = match.start("word")
    upper = text[at].upper()
    return text[:at] + upper + text[at + 1 :] if len(upper) == 1 else text


def capitals(text: str) -> str:
    """The text with a capital after each full stop in it: `Underrated. knows …` was typed in haste."""
    return re.sub(_SMALL_START, _with_capital, text)


def _with_capital(match: re.Match[str]) -> str:
    before, start = match["before"], match["start"]
    return match[0] if re.search(_ABBREVIATION, before) else f"{before} {start.upper()}"


def stopped(text: str) -> str:
    """End with a full stop, unless the text has an end of its own; a loose comma or colon gives way to it."""
    text = text.rstrip()
    return text if is_closed(text) else unended(text) + "."


def is_closed(text: str) -> bool:
    """Whether the text ends as a sentence does: a stop, also inside the last quotation mark or bracket."""
    inner = text.rstrip(_CLOSERS)
    if not inner or inner[-1] not in _STOPS:
        return False
    tail = text[len(inner) :]
    if ")" not in tail and "]" not in tail:
        return True
    # “(It is long.)” closes only as a sentence of its own, not at the end of another one.
    before = text[: max(text.rfind("("), text.rfind("["))].rstrip()
    return not before or is_closed(before)


def without_stop(text: str) -> str:
    """Take off a single full stop at the end, but not an ellipsis and not that of `U.S.` or `Jr.`."""
    if not text.endswith(".") or text.endswith("..") or re.search(_ABBREVIATION, text):
        return text
    return text[:-1]


def unended(text: str) -> str:
    """The text without its full stop or a loose comma, so that more can follow."""
    return without_stop(text.rstrip()).rstrip(" ,;:")


def line_start(text: str) -> str:
    """Keep Markdown from taking the first word of a paragraph for a list, a heading or a quotation."""
    return text if "\n" in text else re.sub(_BLOCK_MARK, _harmless, text, count=1)


def _harmless(match: re.Match[str]) -> str:
    mark = match[0].rstrip()
    return f"{mark[:-1]}\\{mark[-1]}{match[0][len(mark) :]}"

"""Web addresses and shortcodes in running text: no prose."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline


@cache
def address_pattern() -> re.Pattern[str]:
    """A web address, without the punctuation that follows it."""
    # A comma or a bracket may stand inside but not at the end; a run of them is taken or left as one.
    mark, rest = r".,;:!?\"'”’)\]*_", r"\s<>\0"
    return re.compile(rf"https?://[^{rest}{mark}]+(?:[{mark}]++[^{rest}{mark}]+)*(?:/(?!\S))?", re.IGNORECASE)


def add_rules(md: MarkdownIt) -> None:
    """Teach Markdown that bare addresses and shortcodes are tokens of their own."""
    md.inline.ruler.before("text", "shortcode", _shortcode)
    md.inline.ruler.before("text", "address", _address)


# What opens a shortcode, what closes it, and the token that it is.
_SHORTCODES = (
    ("{{<", ">}}", "shortcode"),
    ("{{%", "%}}", "shortcode"),
    ("{%", "%}", "shortcode"),
    ("{{", "}}", "address"),
)


def _shortcode(state: StateInline, silent: bool) -> bool:
    """Hugo's `{{< >}}` and Jekyll's `{% %}` leave nothing; a variable `{{ }}` is one placeholder."""
    if state.src[state.pos] != "{":
        return False
    for opening, closing, kind in _SHORTCODES:
        if not state.src.startswith(opening, state.pos):
            continue
        # Asking first whether one closes at all keeps a run of openings linear.
        if state.html_terminator_last(closing) < state.pos + len(opening):
            return False
        end = state.src.find(closing, state.pos + len(opening), state.posMax)
        if end < 0:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.content = state.src[state.pos : end + len(closing)]
        state.pos = end + len(closing)
        return True
    return False


def _address(state: StateInline, silent: bool) -> bool:
    """A bare web address, known by its colon, is one placeholder."""
    if not state.src.startswith("://", state.pos):
        return False
    scheme = re.search(r"https?\Z", state.src[max(state.pos - 5, 0) : state.pos], re.IGNORECASE)
    if not scheme:
        return False
    length = len(scheme.group())
    match = address_pattern().match(state.src, state.pos - length, state.posMax)
    if not match or not (silent or state.pending.endswith(scheme.group())):
        return False
    if not silent:
        # The scheme waits as text: it is taken back, and the token begins where it stood.
        state.pending = state.pending[:-length]
        state.pos -= length
        state.push("address", "", 0).content = match.group()
    state.pos = match.end()
    return True

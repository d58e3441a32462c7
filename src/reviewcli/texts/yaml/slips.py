"""What YAML takes from prose without a word, in one value: a leading sign, a colon and a space, a bracket.

Each problem stands at its column, shows the text in quotation marks, and carries the edit that puts it there.
"""

from __future__ import annotations

import functools
import re

from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Problem
from reviewcli.texts.yaml.quoting import put_in_quotes, quoting, shown

_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "seq", "map"))
_SIGNS = {
    "*": " as a reference to another place",
    "&": " as the name of a place",
    "!": " as the name of a type",
    "|": " as the start of a block of lines",
    ">": " as the start of a block of lines",
    "?": " as the start of a key",
}


def control_characters(source: str) -> tuple[list[Problem], str]:
    """The characters that YAML refuses, and the source with spaces in their place."""
    if source.translate({9: None, 10: None, 13: None}).isprintable():
        return [], source  # the pattern of all that YAML refuses takes milliseconds to compile
    pattern = _unreadable()
    problems = [
        Problem(
            f"An invisible control character (U+{ord(match[0]):04X}) stands here. Delete it.",
            Span(match.start(), match.end()),
        )
        for match in pattern.finditer(source)
    ]
    return problems[:20], pattern.sub(" ", source) if problems else source


@functools.cache
def _unreadable() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def tag_refused(source: str, tag: str | None, span: Span) -> Problem | None:
    """The problem of a `!tag`, unless it says no more than what the value is anyway."""
    if not tag or tag == "!" or tag in _CORE_TAGS:
        return None
    if source.startswith("!!", span.start):
        word = source[span.start : span.end].split(maxsplit=1)[0]
        return Problem(f"The tag “{shown(word, 40)}” is refused: only plain text is read. Delete it.", span)
    return sign_problem(source, span)


def value_slip(source: str, whole: Span, prose: Span) -> Problem | None:
    """What YAML would take from the value that `whole` holds, or None when it reads as it should.

    `prose` is the text as it was meant: longer than the value where what seems to be its key belongs to it.
    """
    value = source[whole.start : whole.end]
    if not value.strip():
        return None
    if value[0] in "\"'":
        return _text_after_quote(source, whole)
    if value[0] in "[{":
        return _text_after_bracket(source, whole)
    if value[0] in "|>":
        is_block = re.match(r"[|>][-+0-9]*[ \t]*(#.*)?([\r\n]|$)", value)
        return None if is_block else sign_problem(source, whole)
    if value[0] in "*&!%@`,]}" or value[:2] in ("? ", ": "):
        return sign_problem(source, whole)
    if value[:2] == "- ":
        return _dash_problem(whole)
    colon = re.search(r":(?=\s|$)", value)
    if not colon:
        return None
    first = re.search(r":(?=\s|$)", source[prose.start : prose.end])
    return colon_problem(source, prose, prose.start + first.start() if first else whole.start + colon.start())


def colon_problem(source: str, text: Span, colon: int) -> Problem:
    """A colon and a space inside a text, where YAML sees a key."""
    before = re.split(r"[\r\n]", source[text.start : colon + 1])[-1].strip()
    tail = before if len(before) <= 40 else "… " + before[-38:].partition(" ")[2]
    return Problem(
        f"“{tail}” is a key to YAML, because a space follows the colon."
        f" {put_in_quotes(source[text.start : text.end])}",
        Span(colon, min(colon + 1, len(source))),
        "unquoted-text",
        quoting(source, text),
    )


def sign_problem(source: str, whole: Span) -> Problem:
    """A text that begins with a sign which YAML keeps for itself."""
    text = source[whole.start : whole.end]
    sign = text[:1]
    reason = _SIGNS.get(sign)
    message = (
        f"YAML reads a leading “{sign}”{reason}" if reason else f"YAML keeps a leading “{sign}” for itself"
    )
    message = f"{message}. {put_in_quotes(text)}"
    if sign in "|>":
        message += " (or begin it on the next line, indented)"
    return Problem(message, Span(whole.start, whole.start + 1), "unquoted-text", quoting(source, whole))


def _dash_problem(whole: Span) -> Problem:
    message = "A dash follows the colon on one line. Take it away, or put each item on a line of its own."
    return Problem(message, Span(whole.start, whole.start + 1))


def _text_after_quote(source: str, whole: Span) -> Problem | None:
    value = source[whole.start : whole.end]
    closed = closing_quote(value)
    rest = value[closed:].strip() if closed is not None else ""
    if not rest or rest[0] in "#:":
        return None
    return Problem(
        f"The quotation mark at the start makes the text end before “{shown(rest, 30)}”."
        f" {put_in_quotes(value)}",
        Span(whole.start, whole.start + 1),
        "unquoted-text",
        quoting(source, whole),
    )


def _text_after_bracket(source: str, whole: Span) -> Problem | None:
    """Text after a closing bracket, as in `[Her] is right`; None when the bracket is all there is."""
    value = source[whole.start : whole.end]
    closed = closing_bracket(value)
    rest = value[closed:].strip() if closed is not None else ""
    if not rest or rest[0] in "#:":
        return None
    thing = "list" if value[0] == "[" else "mapping"
    return Problem(
        f"YAML reads a leading “{value[0]}” as a {thing}, which ends before “{shown(rest, 30)}”."
        f" {put_in_quotes(value)}",
        Span(whole.start, whole.start + 1),
        "unquoted-text",
        quoting(source, whole),
    )


def closing_quote(value: str) -> int | None:
    """The index after the quotation mark that closes the one at the start."""
    pattern = r"\"(?:[^\"\\]|\\.)*\"" if value[0] == '"' else r"'(?:[^']|'')*'"
    match = re.match(pattern, value, re.DOTALL)
    return match.end() if match else None


def closing_bracket(value: str) -> int | None:
    """The index after the bracket that closes the one at the start."""
    pair = {"[": "]", "{": "}"}[value[0]]
    depth = 0
    quote = ""
    for index, char in enumerate(value):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and value[index - 1] in "[{,: ":
            quote = char
        elif char == value[0]:
            depth += 1
        elif char == pair:
            depth -= 1
            if depth == 0:
                return index + 1
    return None


def unclosed_quote(source: str, whole: Span) -> Problem:
    """A quotation mark at the start of a text that has no second one."""
    text = source[whole.start : whole.end]
    advice = put_in_quotes(text) if len(text) > 1 else "Close it, or delete it."
    return Problem(
        f"The quotation mark {text[:1]} at the start is never closed. {advice}",
        Span(whole.start, min(whole.start + 1, len(source))),
        "unquoted-text",
        quoting(source, whole) if len(text) > 1 else None,
    )


def glued_key(text: str) -> re.Match[str] | None:
    """A key without the space after its colon, as in `year:2013`; not a web address."""
    if re.search(r":(\s|$)", text):
        return None
    return re.match(r"\s*(?:- +)?([^\W\d][\w '’.-]{0,40}):(?=[^\s/:])", text)


def key_without_space(key: str, rest: str) -> str:
    """The message for a glued key."""
    return f"A space is missing after “{key}:”. Write “{key}: {shown(rest, 30)}”."

"""What a person meant by a line that YAML reads otherwise: a message, its column, and the text in quotes.

YAML takes things from prose without a word: a leading quotation mark, `*` or `%`, a colon and a space, a bracket. The
messages here say which sign it was and show the text quoted.
"""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from reviewcli.findings import Edit, Fix, Span
from reviewcli.marked_yaml import Problem

_SHOWN = 56  # letters of a text that a message repeats
_CORE_TAG = "tag:yaml.org,2002:"


class Slip(msgspec.Struct, frozen=True):
    """A problem, and the span that is put aside (filled with `filler`, of its length) so that reading can go on."""

    problem: Problem
    aside: Span
    filler: str


class _Line(msgspec.Struct, frozen=True):
    """A line taken apart: where its value begins, and where it ends with the deeper lines that continue it."""

    start: int
    value: int
    end: int
    whole_end: int
    item: int | None  # where the text after the last dash begins
    key: str

    @property
    def indent(self) -> int:
        return self.value - self.start


def quoted(text: str) -> str:
    """The text as YAML that reads back as exactly this text."""
    printable = text.isprintable()
    if printable and '"' not in text and "\\" not in text:
        return f'"{text}"'
    if printable and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + "".join(char if char.isprintable() else _escape(char) for char in escaped) + '"'


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def shown(text: str, width: int = _SHOWN) -> str:
    """A text for a message: on one line, its tail left out when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def put_in_quotes(text: str) -> str:
    """The sentence that says how the text is written right."""
    whole = " ".join(text.split())
    example = quoted(whole) if len(whole) <= _SHOWN else quoted(shown(whole))
    return f"Put the whole text in quotes: {example}"


def quoting(source: str, span: Span) -> Fix:
    """The edit that puts what the span holds into quotes."""
    text = " ".join(source[span.start : span.end].split())
    return Fix((Edit(span, quoted(text)),), safe=True)


def control_characters(source: str) -> tuple[list[Problem], str]:
    """The characters that YAML refuses, and the source with spaces in their place."""
    problems = [
        Problem(
            f"An invisible control character (U+{ord(match[0]):04X}) stands here. Delete it.",
            Span(match.start(), match.end()),
        )
        for match in _unreadable().finditer(source)
    ]
    return problems[:20], _unreadable().sub(" ", source) if problems else source


@functools.cache
def _unreadable() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def tag_refused(source: str, tag: str | None, span: Span) -> Problem | None:
    """The problem of a `!tag`, unless it says no more than what the value is anyway."""
    if (
        not tag
        or tag == "!"
        or tag in (_CORE_TAG + name for name in ("str", "int", "float", "bool", "seq", "map"))
    ):
        return None
    if source.startswith("!!", span.start):
        word = source[span.start : span.end].split(maxsplit=1)[0]
        return Problem(f"The tag “{shown(word)}” is refused: only plain text is read. Delete it.", span)
    return leading_sign(source, span)


def leading_sign(source: str, span: Span) -> Problem:
    """The problem of a text that begins with a sign which YAML keeps for itself."""
    line = _line_of(source, span.start)
    whole = Span(span.start, max(span.end, line.whole_end))
    return _sign_problem(source, whole)


def diagnose(source: str, error: Any) -> Slip:
    """What is wrong where YAML could not read on."""
    at = _offset(source, error.problem_mark)
    context = _offset(source, error.context_mark)
    about = f"{error.context or ''} {error.problem or ''}"
    if "quoted scalar" in about and context is not None and "escape" not in about:
        return _unclosed_quote(source, context)
    places = [at, context] if "':'" not in about else [context, at]
    known = [place for place in places if place is not None]
    lines = [_line_of(source, place) for place in known]
    lines += [line for place in known[:1] if (line := _line_before(source, place))]
    for line in lines:
        problem = value_slip(source, line.value, line.whole_end, line.item, line.key)
        if problem:
            start = line.item if problem.fix and problem.fix.edits[0].span.start == line.item else line.value
            return _set_aside(source, problem, Span(start or line.value, line.whole_end), "x")
    return _structure(source, known[0] if known else 0, lines, about)


def value_slip(source: str, start: int, end: int, item: int | None = None, key: str = "") -> Problem | None:
    """What YAML would take from the value that stands between the offsets, or None when it reads as it should."""
    value = source[start:end]
    if not value.strip():
        return None
    whole = Span(start, end)
    if value[0] in "\"'":
        closed = _closing_quote(value)
        if closed is None:
            return None
        rest = value[closed:].strip()
        if not rest or rest.startswith("#") or rest[0] in ",]}:":
            return None
        at = start + closed + len(value[closed:]) - len(value[closed:].lstrip())
        return Problem(
            f"The quotation mark at the start ends the text before “{shown(rest, 30)}”. "
            + put_in_quotes(value),
            Span(at - len(value[closed:]) + len(value[closed:].lstrip()) if False else start, start + 1),
            fix=quoting(source, whole),
        )
    if value[0] in "[{":
        return _bracket_slip(source, whole)
    if value[0] in "*&!|>%@`,]}" or value[:2] in ("- ", "? ", ": "):
        if value[0] in "|>" and re.match(r"[|>][-+0-9]*[ \t]*(#.*)?(\n|$)", value):
            return None
        return _sign_problem(source, whole)
    colon = re.search(r":(?=\s|$)", value)
    if colon:
        prose = item is not None and item < start and (" " in key or not key.islower())
        text = Span(item if prose and item is not None else start, end)
        return colon_problem(source, text, start + colon.start())
    return None


def colon_problem(source: str, text: Span, colon: int) -> Problem:
    """A colon and a space inside a text, where YAML sees a key."""
    words = source[text.start : text.end]
    before = shown(source[text.start : colon + 1].split("\n")[-1], 40)
    return Problem(
        f"“{before}” is a key to YAML, because a space follows the colon. {put_in_quotes(words)}",
        Span(colon, colon + 1),
        fix=quoting(source, text),
    )


_SIGNS = {
    "*": "as a reference to another place (an alias)",
    "&": "as the name of a place (an anchor)",
    "!": "as a type (a tag)",
    "|": "as the start of a block of lines",
    ">": "as the start of a block of lines",
    "-": "as an item of another list",
    "?": "as the start of a key",
}


def _sign_problem(source: str, whole: Span) -> Problem:
    text = source[whole.start : whole.end]
    sign = text[0]
    reason = (
        f"YAML reads a leading “{sign}” {_SIGNS[sign]}"
        if sign in _SIGNS
        else f"YAML keeps a leading “{sign}” for itself"
    )
    example = put_in_quotes(text)
    if sign in "|>":
        example += f", or begin the text on the next line, deeper than the “{sign}”"
    if sign == "-":
        stripped = text.lstrip("- ")
        example = f"Take one dash away, or put the text in quotes: {quoted(shown(stripped))}"
        return Problem(f"{reason}. {example}", Span(whole.start, whole.start + 1))
    return Problem(f"{reason}. {example}", Span(whole.start, whole.start + 1), fix=quoting(source, whole))


def _bracket_slip(source: str, whole: Span) -> Problem | None:
    """Text after a closing bracket, as in `[sic] is right`; None when the bracket is all there is."""
    value = source[whole.start : whole.end]
    closing = {"[": "]", "{": "}"}[value[0]]
    depth = 0
    quote = ""
    for index, char in enumerate(value):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and value[index - 1] in "[{,: ":
            quote = char
        elif char == value[0]:
            depth += 1
        elif char == closing:
            depth -= 1
            if depth == 0:
                rest = value[index + 1 :].strip()
                if not rest or rest[0] in "#,:]}":
                    return None
                return Problem(
                    f"YAML reads a leading “{value[0]}” as a {'list' if closing == ']' else 'mapping'}, which ends before"
                    f" “{shown(rest, 30)}”. {put_in_quotes(value)}",
                    Span(whole.start, whole.start + 1),
                    fix=quoting(source, whole),
                )
    return None


def _closing_quote(value: str) -> int | None:
    """The index after the quotation mark that closes the one at the start."""
    mark = value[0]
    index = 1
    while index < len(value):
        if mark == '"' and value[index] == "\\":
            index += 2
            continue
        if value[index] == mark:
            if mark == "'" and value[index + 1 : index + 2] == "'":
                index += 2
                continue
            return index + 1
        index += 1
    return None


def _unclosed_quote(source: str, start: int) -> Slip:
    line = _line_of(source, start)
    end = max(line.end, start + 1)
    text = source[start:end]
    mark = source[start : start + 1]
    problem = Problem(
        f"The quotation mark {mark} at the start is never closed. "
        + (put_in_quotes(text) if len(text) > 1 else "Close it, or delete it."),
        Span(start, start + 1),
        fix=quoting(source, Span(start, end)),
    )
    return _set_aside(source, problem, Span(start, end), "x")


def _structure(source: str, at: int, lines: list[_Line], about: str) -> Slip:
    """A line that is wrong by its place: its indentation, a missing colon, a bracket left open."""
    line = lines[0] if lines else _line_of(source, at)
    text = source[line.start : line.end]
    stripped = text.strip()
    place = Span(min(at, len(source)), min(at + 1, len(source)))
    whole = Span(line.start, max(line.whole_end, line.end))
    first = Span(line.start + len(text) - len(text.lstrip()), line.end)
    if "\t" in text[: len(text) - len(text.lstrip())]:
        tab = line.start + text.index("\t")
        message = "A tab stands in the indentation. YAML takes spaces only: use two for each level."
        return _set_aside(
            source,
            Problem(message, Span(tab, tab + 1)),
            Span(tab, line.start + len(text) - len(text.lstrip())),
            " ",
        )
    if "escape" in about:
        message = f"A backslash in double quotes begins an escape that YAML does not know. Write “\\\\”, or use single quotes."
        return _set_aside(source, Problem(message, place), place, "x")
    if "flow" in about:
        message = "A bracket that opens here is not closed, or a comma is missing. Write one item a line instead, each after “- ”."
        return _set_aside(source, Problem(message, _clip(source, first)), whole, " ")
    glued = re.match(r"\s*(?:- +)?([^\s:\"'#]+):(?=[^\s/])", text)
    if glued and "':'" in about:
        message = f"A space is missing after “{glued[1]}:”."
        return _set_aside(source, Problem(message, _clip(source, first)), whole, " ")
    if "':'" in about or not re.search(r":(\s|$)", text):
        message = (
            f"“{shown(stripped, 40)}” is neither a “key: value” nor an item after “- ”."
            " If it goes on from the line above, indent it deeper than that line; if that line has a “ #”, quote its text."
        )
        return _set_aside(source, Problem(message, _clip(source, first)), whole, " ")
    message = (
        f"“{shown(stripped, 40)}” does not stand where YAML expects it."
        " Give it the same indentation as its neighbours, and none to the keys of the first level."
    )
    return _set_aside(source, Problem(message, _clip(source, first)), whole, " ")


def _clip(source: str, span: Span) -> Span:
    start = min(span.start, len(source))
    return Span(start, max(start, min(span.end, len(source))))


def _set_aside(source: str, problem: Problem, span: Span, filler: str) -> Slip:
    """The span filled up; line ends stay, so that every other line keeps its place."""
    text = source[span.start : span.end]
    kept = "".join(char if char in "\r\n" else filler for char in text)
    if filler != " " and "\n" in kept:  # the continuing lines become blank, the first holds the filler
        head, _, tail = kept.partition("\n")
        kept = head + "\n" + re.sub(r"[^\r\n]", " ", tail)
    return Slip(problem, span, kept)


def _offset(source: str, mark: Any) -> int | None:
    return None if mark is None else min(mark.index, len(source))


def _line_of(source: str, at: int) -> _Line:
    at = min(at, len(source))
    start = source.rfind("\n", 0, at) + 1
    end = _line_end(source, start)
    text = source[start:end]
    head = re.match(r"\s*(?:- +)*", text)
    lead = head.end() if head else 0
    item = start + lead if text[:lead].strip() else None
    pair = re.match(r"(\"[^\"]*\"|'[^']*'|[^\s\"'#\[\]{},&*!|>%@`][^#:]*?)[ \t]*:(?:[ \t]+|$)", text[lead:])
    value = start + lead + (pair.end() if pair else 0)
    key = pair[1] if pair else ""
    indent = len(text) - len(text.lstrip())
    return _Line(start, value, end, _continued(source, end, indent), item, key)


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    end = len(source) if end < 0 else end
    return end - 1 if end > start and source[end - 1] == "\r" else end


def _continued(source: str, end: int, indent: int) -> int:
    """Where the text ends that runs on over the deeper lines below: those that are neither keys nor items."""
    last = end
    position = source.find("\n", end)
    while position >= 0 and position + 1 < len(source):
        start = position + 1
        line_end = _line_end(source, start)
        text = source[start:line_end]
        stripped = text.lstrip()
        if (
            not stripped
            or len(text) - len(stripped) <= indent
            or stripped[0] in "-#"
            or re.search(r":(\s|$)", text)
        ):
            break
        last = line_end
        position = source.find("\n", line_end)
    return last


def _line_before(source: str, at: int) -> _Line | None:
    start = source.rfind("\n", 0, at) + 1
    while start > 0:
        start = source.rfind("\n", 0, start - 1) + 1
        if source[start : _line_end(source, start)].strip():
            return _line_of(source, start)
    return None

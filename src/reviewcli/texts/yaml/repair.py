"""Why YAML could not read on, in a person's words, and what to put aside so that the rest can be read.

What is put aside is filled up to the same length, so that everything after it keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import msgspec

from reviewcli.texts.findings import Edit, Fix, Span
from reviewcli.texts.yaml.lines import Line, line_at, line_before, tabbed_lines
from reviewcli.texts.yaml.nodes import Problem
from reviewcli.texts.yaml.quoting import put_in_quotes, quoting, shown
from reviewcli.texts.yaml.slips import (
    closing_bracket,
    closing_quote,
    glued_key,
    key_without_space,
    sign_problem,
    unclosed_quote,
    value_slip,
)


class Slip(msgspec.Struct, frozen=True):
    """A problem, the span that is put aside, and what fills it, of the same length."""

    problem: Problem
    aside: Span
    filler: str


def diagnose(source: str, error: Any, keys: Container[str] | None = None) -> Slip:
    """What is wrong where the parser gave up. `keys` are those that items may have; other words are prose."""
    at = _offset(source, error.problem_mark)
    context = _offset(source, error.context_mark)
    about = f"{error.context or ''} {error.problem or ''}"
    place = at if at is not None else context or 0
    slip = _tabs(source, place) or _quotes(source, place, context, about) or _brackets(source, context, about)
    if slip:
        return slip
    # For a line without a colon the parser's mark is on the line after it.
    first = context if "':'" in about and context is not None else place
    lines = list(_suspects(source, first, place))
    for line in lines:
        if line.value_span.start <= place and (slip := _value(source, line, keys)):
            return slip
    for line in lines:
        if slip := _glued(source, line):
            return slip
    return _comment_inside(source, lines[0]) or _structure(source, lines[0], about)


def without_line(source: str, at: int) -> str:
    """The source with spaces for the line that an offset stands in."""
    line = line_at(source, at)
    return source[: line.start] + " " * (line.end - line.start) + source[line.end :]


def _suspects(source: str, first: int, place: int) -> Iterator[Line]:
    """The lines that may be at fault, likeliest first."""
    yield line_at(source, first)
    yield line_at(source, place)
    if before := line_before(source, first):
        yield before


def _tabs(source: str, place: int) -> Slip | None:
    line = line_at(source, place)
    if "\t" not in source[line.start : line.text_start]:
        return None
    more = len([each for each in tabbed_lines(source) if each.start > line.start])
    here = f" here and in {more} more line{'' if more == 1 else 's'}" if more else ""
    message = f"A tab stands in the indentation{here}. YAML takes spaces only: use two for each level."
    tab = source.index("\t", line.start)
    aside = Span(line.start, line.end)
    filler = source[line.start : line.text_start].replace("\t", " ") + source[line.text_start : line.end]
    return Slip(Problem(message, Span(tab, tab + 1), "tab"), aside, filler)


def _quotes(source: str, place: int, context: int | None, about: str) -> Slip | None:
    """A quotation mark without its second, and an escape that YAML does not know."""
    if "quoted scalar" in about and context is not None:
        is_escape = "escape" in about or "hexdecimal" in about
        return _unknown_escape(source, context, place) if is_escape else _unclosed(source, context)
    for line in _lines_before(source, place):
        start = line.value_span.start
        if source[start : start + 1] in ('"', "'"):
            return _unclosed(source, start) if _is_open(source, line, place) else None
    return None


def _is_open(source: str, line: Line, place: int) -> bool:
    """Whether the quotation that a line begins runs on to what stands before a place, or for ever."""
    start = line.value_span.start
    closed = closing_quote(source[start:])
    if closed is None:
        return True
    return line.end < start + closed <= place and not source[start + closed : place].strip()


def _lines_before(source: str, place: int) -> Iterator[Line]:
    """Lines upward from a place, as far as a quotation may well reach."""
    for _ in range(20):
        line = line_before(source, place)
        if line is None:
            return
        yield line
        place = line.start


def _unknown_escape(source: str, start: int, place: int) -> Slip:
    slash = source.rfind("\\", start, place + 1)
    span = Span(slash, slash + 1) if slash >= 0 else Span(place, place)
    message = "A backslash in double quotes begins an unknown escape. Write “\\\\” instead."
    return Slip(Problem(message, span), span, "/" * (span.end - span.start))


def _unclosed(source: str, start: int) -> Slip:
    line = line_at(source, start)
    whole = Span(start, max(line.end, start + 1))
    return _filled(source, unclosed_quote(source, whole), whole, "x")


def _brackets(source: str, context: int | None, about: str) -> Slip | None:
    """A bracket that is not closed, or something inside it that does not belong there."""
    if "flow" not in about or context is None:
        return None
    context = _last_opened(source) if not source[context:].strip() else context
    if context is None or source[context] not in "[{":
        return None
    line = line_at(source, context)
    whole = Span(context, line.whole_end)
    closed = closing_bracket(source[context : line.whole_end])
    bracket = source[context]
    pair = {"[": "[ ]", "{": "{ }"}[bracket]
    if closed is None:
        rows = "item a line, each after “- ”" if bracket == "[" else "key a line"
        message = f"The “{bracket}” is not closed on its line. Close it, or write one {rows}."
    else:
        whole = Span(context, context + closed)
        rows = "one item a line, each after “- ”" if bracket == "[" else "one key a line"
        message = f"Inside {pair} a comma is missing, or a text needs quotes. Plainer: {rows}."
    return _filled(source, Problem(message, Span(context, context + 1)), whole, "x")


def _last_opened(source: str) -> int | None:
    """Where the last value begins, if it is a bracket behind which nothing more comes."""
    line = line_at(source, len(source.rstrip()))
    start = line.value_span.start
    return start if source[start : start + 1] in ("[", "{") else None


def question(source: str, at: int) -> Slip:
    """A text that begins with "? ", where YAML sees a key."""
    line = line_at(source, at)
    whole = Span(at, max(at + 1, line.whole_end))
    return _filled(source, sign_problem(source, whole), whole, "x")


def _value(source: str, line: Line, keys: Container[str] | None) -> Slip | None:
    prose = line.value_span
    if line.item is not None and line.item < prose.start:
        is_key = line.key in keys if keys is not None else " " not in line.key and line.key.islower()
        prose = prose if is_key else Span(line.item, prose.end)
    problem = value_slip(source, line.value_span, prose)
    if problem is None:
        return None
    whole = problem.fix.edits[0].span if problem.fix else line.value_span
    return _filled(source, problem, whole, "x")


def _glued(source: str, line: Line) -> Slip | None:
    """`year:2013` and `-text`: a space is missing."""
    text = source[line.start : line.end]
    key = glued_key(text)
    if key:
        at = line.start + key.end()
        problem = Problem(key_without_space(key[1], text[key.end() :]), Span(at - 1, at))
        aside = Span(at, line.end)
        return Slip(problem, aside, " " + "x" * (aside.end - aside.start - 1))
    dash = re.match(r"\s*-(?=[^\W\d])", text)
    if dash and ": " not in text:
        at = line.start + dash.end()
        message = f"A space is missing after the dash. Write “- {shown(text[dash.end() :], 30)}”."
        return Slip(Problem(message, Span(at - 1, at)), Span(at, at + 1), " ")
    return None


def _comment_inside(source: str, line: Line) -> Slip | None:
    """A text that goes on in the line after one with ` #` in it."""
    before = line_before(source, line.start)
    if before is None or before.indent >= line.indent or re.search(r":(\s|$)", source[line.start : line.end]):
        return None
    comment = re.search(r"[ \t](#.*)", source[before.value_span.start : before.end])
    if not comment:
        return None
    start = before.value_span.start
    at = start + comment.start(1)
    whole = Span(start, max(before.end, line.whole_end))
    message = (
        f"“{shown(comment[1], 30)}” is a comment to YAML, yet the text goes on in the next line."
        f" {put_in_quotes(source[whole.start : whole.end])}"
    )
    problem = Problem(message, Span(at, before.end), "unquoted-text", quoting(source, whole))
    return _filled(source, problem, whole, "x")


def _structure(source: str, line: Line, about: str) -> Slip:
    """A line that is wrong by its place: its indentation, a colon that is not there."""
    text = source[line.text_start : line.end]
    span = Span(line.text_start, line.end)
    whole = Span(line.text_start, max(line.end, line.whole_end))
    if text.startswith("-\t"):
        tab = Span(line.text_start + 1, line.text_start + 2)
        message = f"A tab follows the dash. Write a space there: “- {shown(text[1:].strip(), 30)}”."
        problem = Problem(message, tab, "tab", Fix((Edit(tab, " "),), safe=True))
        return _filled(source, problem, whole, " ")
    if not re.search(r":(\s|$)", text) and not text.startswith("- "):
        if re.fullmatch(r"[a-z_]{3,20}", text.strip()):
            problem = Problem(f"A colon is missing after “{text.strip()}”.", span)
        else:
            message = (
                f"“{shown(text, 40)}” is neither a “key: value” nor an item after “- ”."
                " If it goes on from the line above, indent it deeper than that line."
            )
            problem = Problem(message, span)
        is_key = "':'" in about and len(text) > 1
        return _as_key(source, problem, whole) if is_key else _filled(source, problem, whole, " ")
    if text.startswith("- "):
        advice = "is an item of a list among keys. Indent it under the key that it belongs to."
    elif "'-'" in about:
        advice = "has no dash but stands among items that have one. Put “- ” before it, or indent it deeper."
    elif line.indent and (before := line_before(source, line.start)) and before.indent < line.indent:
        advice = "is deeper than the line above, which has its value already. Give both the same indentation."
    else:
        advice = "does not stand where YAML expects it. Give it the same indentation as its neighbours."
    return _filled(source, Problem(f"“{shown(text, 40)}” {advice}", span), whole, " ")


def _as_key(source: str, problem: Problem, whole: Span) -> Slip:
    """The line put aside as a key, so that what is indented below it has something to belong to."""
    slip = _filled(source, problem, whole, "x")
    first, ending, rest = slip.filler.partition("\n")
    is_cr = first.endswith("\r")
    body = first.rstrip("\r")
    return Slip(
        slip.problem, whole, (body[:-1] + ":" if body else body) + ("\r" if is_cr else "") + ending + rest
    )


def _filled(source: str, problem: Problem, span: Span, filler: str) -> Slip:
    """The span filled up; line ends stay, and only the first line holds anything."""
    first, *others = re.split(r"([\r\n]+)", source[span.start : span.end])
    rest = "".join(part if re.match(r"[\r\n]", part) else " " * len(part) for part in others)
    return Slip(problem, span, filler * len(first) + rest)


def _offset(source: str, mark: Any) -> int | None:
    return None if mark is None else min(mark.index, len(source))

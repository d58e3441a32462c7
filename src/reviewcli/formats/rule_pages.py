"""The page of a rule: what it finds, why, good and bad, options, how to silence it. It is Markdown."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator
from typing import Any, Literal, get_args, get_origin

import msgspec

from reviewcli.linting.manuals import manual
from reviewcli.rules import Bad, Good, Rule

_LONGEST_EXAMPLE = 300
_INDENT = "    "


def page_lines(
    rule: type[Rule],
    width: int | None = None,
    heading: Callable[[str], str] = str,
    examples: int | None = None,
) -> Iterator[str]:
    """The lines of a page, its paragraphs broken to a width if there is one.

    Args:
        rule: whose page.
        width: of a terminal.
        heading: how a heading is shown.
        examples: how many of each sort, with no word of their notes; None for all.
    """
    level = rule.severity.value if rule.default else f"{rule.severity.value}, off unless named"
    yield heading(f"# {rule.id}")
    yield ""
    yield f"{rule.group}, {level}" + (", needs notes" if rule.needs_notes else "")
    for paragraph in manual(rule):
        yield ""
        yield paragraph if width is None else textwrap.fill(paragraph, width)
    if rule.example_notes and examples is None:
        yield from ("", heading("## The notes of the examples"), "", *_indented(rule.example_notes))
    yield from ("", heading("## Bad"))
    yield from _spaced([_example(bad.text, bad.fixed, bad) for bad in rule.bad[:examples]])
    yield from ("", heading("## Good"))
    yield from _spaced([_example(good.text, None, good) for good in map(as_good, rule.good[:examples])])
    yield from ("", heading("## Options"), "")
    for option in msgspec.structs.fields(rule):
        default = json.dumps(msgspec.to_builtins(option.default), ensure_ascii=False)
        shown = "" if option.default is None else f" {default}"
        yield f"{_INDENT}{option.name}:{shown}  # {kind_of_option(option.type)}"
    yield from ("", heading("## Silence it"), "")
    yield f"{_INDENT}review lint --ignore {rule.id} …"
    yield f"{_INDENT}rules: {{{rule.id}: off}}  # in .review.yaml"
    yield f"{_INDENT}<!-- review-disable-line {rule.id} -->  # at the end of a line of the draft"


def _example(text: str, fixed: str | None, read_with: Bad | Good) -> list[str]:
    shown = text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE].rsplit(' ', 1)[0]} …"
    lines = _indented(shown)
    settings = [
        f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in read_with.options.items()
    ]
    settings += ["notes: " + "; ".join(read_with.notes.strip().split("\n"))] if read_with.notes else []
    if settings:
        lines[-1] += f"  ({', '.join(settings)})"
    if fixed is not None:
        first, *rest = fixed.rstrip("\n").split("\n")
        lines += [f"{_INDENT}→ {first}", *(f"{_INDENT}  {line}".rstrip() for line in rest)]
    return lines


def _spaced(examples: list[list[str]]) -> Iterator[str]:
    """The lines of examples; where one has several, they stand apart."""
    is_long = any(len(lines) > 2 for lines in examples)
    for number, lines in enumerate(examples):
        if is_long or not number:
            yield ""
        yield from lines


def _indented(text: str) -> list[str]:
    return [f"{_INDENT}{line}".rstrip() for line in text.rstrip("\n").split("\n")]


def kind_of_option(type_: Any) -> str:
    """What an option takes, in words."""
    if get_origin(type_) is tuple:
        return f"a list of: {kind_of_option(get_args(type_)[0])}"
    if get_origin(type_) is Literal:
        return ", ".join(map(str, get_args(type_)))
    if options := [each for each in get_args(type_) if each is not type(None)]:
        return ", ".join(map(kind_of_option, options))
    names = {str: "text", int: "a whole number", float: "a number", bool: "yes or no"}
    return names[type_] if type_ in names else ", ".join(str(value.value) for value in type_)


def as_good(good: str | Good) -> Good:
    """An example that is right, with what it is read with."""
    return good if isinstance(good, Good) else Good(good)

"""The page of a rule: what it finds, why, good and bad, options, how to silence it. It is Markdown."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from reviewcli.linting.manuals import Page

_LONGEST_EXAMPLE = 300
_INDENT = "    "


def page_lines(
    page: Page,
    width: int | None = None,
    heading: Callable[[str], str] = str,
    examples: int | None = None,
) -> Iterator[str]:
    """The lines of a page, its paragraphs broken to a width if there is one.

    Args:
        page: of a rule.
        width: of a terminal.
        heading: how a heading is shown.
        examples: how many of each sort, with no word of their notes; None for all.
    """
    level = page.severity if page.default else f"{page.severity}, off unless named"
    yield heading(f"# {page.rule}")
    yield ""
    yield f"{page.group}, {level}" + (", needs notes" if page.needs_notes else "")
    for paragraph in (page.summary, *page.why):
        yield ""
        yield paragraph if width is None else textwrap.fill(paragraph, width)
    if page.example_notes and examples is None:
        yield from ("", heading("## The notes of the examples"), "", *_indented(page.example_notes))
    yield from ("", heading("## Bad"))
    yield from _spaced([_example(bad.text, bad.fixed, bad.notes, bad.options) for bad in page.bad[:examples]])
    yield from ("", heading("## Good"))
    yield from _spaced([_example(good.text, None, good.notes, good.options) for good in page.good[:examples]])
    yield from ("", heading("## Options"), "")
    for option in page.options:
        shown = "" if option.default is None else f" {json.dumps(option.default, ensure_ascii=False)}"
        yield f"{_INDENT}{option.name}:{shown}  # {option.takes}"
    yield from ("", heading("## Silence it"), "")
    yield f"{_INDENT}review lint --ignore {page.rule} …"
    yield f"{_INDENT}rules: {{{page.rule}: off}}  # in .review.yaml"
    yield f"{_INDENT}<!-- review-disable-line {page.rule} -->  # at the end of a line of the draft"


def _example(text: str, fixed: str | None, notes: str | None, options: Mapping[str, Any]) -> list[str]:
    shown = text if len(text) <= _LONGEST_EXAMPLE else f"{text[:_LONGEST_EXAMPLE].rsplit(' ', 1)[0]} …"
    lines = _indented(shown)
    settings = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in options.items()]
    settings += ["notes: " + "; ".join(notes.strip().split("\n"))] if notes else []
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

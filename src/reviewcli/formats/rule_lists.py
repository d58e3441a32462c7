"""Rules in a list: a table for people, a mapping of each for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

import msgspec

from reviewcli.linting.manuals import Page

_NARROWEST = 12  # of the last column of the table
_INDENT = "    "


def described(page: Page) -> dict[str, Any]:
    """A rule as `review rule --output-format json` has it."""
    return {
        "id": page.rule,
        "group": page.group,
        "severity": page.severity,
        "default": page.default,
        "needs_notes": page.needs_notes,
        "summary": page.summary,
        "why": "\n\n".join(page.why),
        "bad": [msgspec.to_builtins(bad) for bad in page.bad],
        "good": [msgspec.to_builtins(good) for good in page.good],
        "example_notes": page.example_notes,
        "options": {
            option.name: {"default": option.default, "takes": option.takes} for option in page.options
        },
    }


def table(pages: Sequence[Page], width: int | None) -> str:
    """A line for each rule; `width` is that of the terminal, None to wrap nothing."""
    rows = [(page.group, page.rule, page.severity if page.default else "off", page.summary) for page in pages]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    indent = sum(widths) + 2 * len(widths)
    lines: list[str] = []
    for row in rows:
        facts = "  ".join(f"{text:<{n}}" for text, n in zip(row, widths, strict=False))
        if width is None:
            lines.append(f"{facts}  {row[3]}")
        elif width - indent >= _NARROWEST:
            first, *rest = textwrap.wrap(row[3], width - indent)
            lines += [f"{facts}  {first}", *(" " * indent + line for line in rest)]
        else:
            lines += [
                facts.rstrip(),
                *textwrap.wrap(row[3], width, initial_indent=_INDENT, subsequent_indent=_INDENT),
            ]
    return "".join(f"{line}\n" for line in lines)

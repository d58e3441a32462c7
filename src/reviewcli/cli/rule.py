"""`review rule`: what a rule looks for, why, and how to set it or silence it."""

from __future__ import annotations

import enum
import json
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
import typer

from reviewcli.cli._completing import one_rule
from reviewcli.cli._options import global_options
from reviewcli.formats.rule_pages import page_lines
from reviewcli.linting.manuals import manual, page_of
from reviewcli.rules import GROUPS, Rule, all_rules, rule_class, rule_groups
from reviewcli.rules._rule import did_you_mean
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import ENGINES

_NARROWEST = 12  # of the last column of the table
_INDENT = "    "


class Format(enum.StrEnum):
    """How a rule is printed."""

    TEXT = "text"
    JSON = "json"


def rule(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", autocompletion=one_rule, help="The rule, or a group of rules; none: a table."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    output_format: Annotated[
        Format, typer.Option("--output-format", "--format", help="How to print it.")
    ] = Format.TEXT,
) -> None:
    """Explain a rule: what it finds, why, how to silence it.

    Example: review rule cliche
    """
    engine, _, named = (name or "").partition("/")
    if engine in ENGINES and named:
        _explain_engine(f"{engine}/{named}", output_format)
        return
    rules = _chosen(name)
    if output_format is Format.JSON:
        described = {"version": 1, "rules": [_described(each) for each in rules]}
        sys.stdout.write(json.dumps(described, ensure_ascii=False, indent=2) + "\n")
        return
    bold = global_options(ctx).colors(sys.stdout)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if every or name in rule_groups():
        sys.stdout.write("\n".join(_page(each, width, bold=bold) for each in rules))
    else:
        sys.stdout.write(_table(rules, width))


def _explain_engine(name: str, output_format: Format) -> None:
    from reviewcli.engines.explained import explained

    text = explained(name)
    if output_format is Format.JSON:
        described = {"version": 1, "rules": [{"id": name, "summary": text}]}
        text = json.dumps(described, ensure_ascii=False, indent=2)
    sys.stdout.write(f"{text}\n")


def _chosen(name: str | None) -> Sequence[type[Rule]]:
    if name is not None and name in rule_groups():  # first: readability is a rule and a group
        return [rule_class(name)]
    if name is None or name in GROUPS:
        return [each for each in all_rules().values() if name in (None, each.group)]
    raise ReviewError(f"There is no rule “{name}”.", hint=did_you_mean(name, rule_groups()))


def _described(rule: type[Rule]) -> dict[str, Any]:
    page = page_of(rule)
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


def _table(rules: Sequence[type[Rule]], width: int | None) -> str:
    rows = [
        (each.group, each.id, each.severity.value if each.default else "off", manual(each)[0])
        for each in rules
    ]
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


def _page(rule: type[Rule], width: int | None, *, bold: bool) -> str:
    lines = page_lines(page_of(rule), width, (lambda text: f"\x1b[1m{text}\x1b[0m") if bold else str)
    return "\n".join(lines) + "\n"

"""`review rule`: what a rule looks for, why, and how to set it or silence it."""

from __future__ import annotations

import enum
import json
import shutil
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from reviewcli.cli._completing import one_rule
from reviewcli.cli._options import global_options
from reviewcli.formats.rule_lists import described, table
from reviewcli.formats.rule_pages import page_lines
from reviewcli.linting.manuals import page_of
from reviewcli.rules import GROUPS, Rule, all_rules, rule_class, rule_groups
from reviewcli.rules._rule import did_you_mean
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import ENGINES


class RuleFormat(enum.StrEnum):
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
        RuleFormat, typer.Option("--output-format", "--format", help="How to print it.")
    ] = RuleFormat.TEXT,
) -> None:
    """Explain a rule: what it finds, why, how to silence it.

    Example: review rule cliche
    """
    engine, _, named = (name or "").partition("/")
    if engine in ENGINES and named:
        _explain_engine(f"{engine}/{named}", output_format)
        return
    rules = _chosen(name)
    if output_format is RuleFormat.JSON:
        listed = {"version": 1, "rules": [described(page_of(each)) for each in rules]}
        sys.stdout.write(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
        return
    bold = global_options(ctx).colors(sys.stdout)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    if every or name in rule_groups():
        sys.stdout.write("\n".join(_page(each, width, bold=bold) for each in rules))
    else:
        sys.stdout.write(table([page_of(each) for each in rules], width))


def _explain_engine(name: str, output_format: RuleFormat) -> None:
    from reviewcli.engines.explained import explained

    text = explained(name)
    if output_format is RuleFormat.JSON:
        described = {"version": 1, "rules": [{"id": name, "summary": text}]}
        text = json.dumps(described, ensure_ascii=False, indent=2)
    sys.stdout.write(f"{text}\n")


def _chosen(name: str | None) -> Sequence[type[Rule]]:
    if name is not None and name in rule_groups():  # first: readability is a rule and a group
        return [rule_class(name)]
    if name is None or name in GROUPS:
        return [each for each in all_rules().values() if name in (None, each.group)]
    raise ReviewError(f"There is no rule “{name}”.", hint=did_you_mean(name, rule_groups()))


def _page(rule: type[Rule], width: int | None, *, bold: bool) -> str:
    lines = page_lines(page_of(rule), width, (lambda text: f"\x1b[1m{text}\x1b[0m") if bold else str)
    return "\n".join(lines) + "\n"

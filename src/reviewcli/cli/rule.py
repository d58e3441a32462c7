"""`review rule`: what a rule looks for, why, and how to set it or silence it."""

from __future__ import annotations

import enum
import json
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import typer

from reviewcli.choice import did_you_mean
from reviewcli.choices import ENGINES
from reviewcli.cli._completing import one_rule
from reviewcli.cli._options import global_options
from reviewcli.errors import ReviewError
from reviewcli.manuals import manual
from reviewcli.rules import GROUPS, Bad, Good, Rule, all_rules, rule_class, rule_groups

_LONGEST_EXAMPLE = 300
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
    from reviewcli.grammar.explained import explained

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
    summary, *why = manual(rule)
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": rule.severity.value,
        "default": rule.default,
        "needs_notes": rule.needs_notes,
        "summary": summary,
        "why": "\n\n".join(why),
        "bad": [msgspec.to_builtins(bad) for bad in rule.bad],
        "good": [msgspec.to_builtins(_as_good(good)) for good in rule.good],
        "example_notes": rule.example_notes,
        "options": {
            option.name: {"default": msgspec.to_builtins(option.default), "takes": _kind(option.type)}
            for option in msgspec.structs.fields(rule)
        },
    }


def _as_good(good: str | Good) -> Good:
    return good if isinstance(good, Good) else Good(good)


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
    return "\n".join(_page_lines(rule, width, bold=bold)) + "\n"


def _page_lines(rule: type[Rule], width: int | None, *, bold: bool) -> Iterator[str]:
    def heading(text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if bold else text

    level = rule.severity.value if rule.default else f"{rule.severity.value}, off unless named"
    yield heading(f"# {rule.id}")
    yield ""
    yield f"{rule.group}, {level}" + (", needs notes" if rule.needs_notes else "")
    for paragraph in manual(rule):
        yield ""
        yield paragraph if width is None else textwrap.fill(paragraph, width)
    if rule.example_notes:
        yield from ("", heading("## The notes of the examples"), "", *_indented(rule.example_notes))
    yield from ("", heading("## Bad"))
    yield from _spaced([_example(bad.text, bad.fixed, bad) for bad in rule.bad])
    yield from ("", heading("## Good"))
    yield from _spaced([_example(good.text, None, good) for good in map(_as_good, rule.good)])
    yield from ("", heading("## Options"), "")
    for option in msgspec.structs.fields(rule):
        default = json.dumps(msgspec.to_builtins(option.default), ensure_ascii=False)
        shown = "" if option.default is None else f" {default}"
        yield f"{_INDENT}{option.name}:{shown}  # {_kind(option.type)}"
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


def _kind(type_: Any) -> str:
    """What an option takes, in words."""
    if get_origin(type_) is tuple:
        return f"a list of: {_kind(get_args(type_)[0])}"
    if get_origin(type_) is Literal:
        return ", ".join(map(str, get_args(type_)))
    if options := [each for each in get_args(type_) if each is not type(None)]:
        return ", ".join(map(_kind, options))
    names = {str: "text", int: "a whole number", float: "a number", bool: "yes or no"}
    return names[type_] if type_ in names else ", ".join(str(value.value) for value in type_)

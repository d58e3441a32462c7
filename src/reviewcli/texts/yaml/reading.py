"""YAML read once: plain values, and the place of every key and value.

Scalars keep their text (`No`, `1917` and `12:08` are what was typed), spans count code points, and every
problem of a file is reported, not the first: a line that YAML cannot read is told and put aside, and the rest
is read on.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Node, Problem, place_at

if TYPE_CHECKING:
    from reviewcli.texts.yaml.builder import Builder
    from reviewcli.texts.yaml.repair import Slip

MAX_PROBLEMS = 40  # unreadable lines told of one file


class Yaml(msgspec.Struct, frozen=True):
    """What a source holds: the top node, all problems, and the spans that had to be put aside to read on."""

    node: Node | None
    problems: tuple[Problem, ...] = ()
    aside: tuple[Span, ...] = ()


def read_yaml(source: str, path: str) -> Node | None:
    """The top node of a source, or None when it is empty; raises every problem with its place."""
    read = parse_yaml(source)
    if not read.problems:
        return read.node
    errors = [
        ReviewError(problem.message, place_at(source, problem.span.start, path)) for problem in read.problems
    ]
    if len(errors) == 1:
        raise errors[0]
    raise ExceptionGroup(f"{path} cannot be read", errors)


def parse_yaml(source: str, loader: Any = None, keys: Container[str] | None = None) -> Yaml:
    """Read a source and all its problems; it never raises for anything that a person can type.

    Args:
        source: the text.
        loader: a loader of PyYAML; by default the one in C, where there is one.
        keys: the keys that items of lists may have; another word before a colon there is taken for prose.
    """
    from reviewcli.texts.yaml.repair import Slip
    from reviewcli.texts.yaml.slips import control_characters

    problems, text = control_characters(source)
    aside = [problem.span for problem in problems]
    for _ in range(MAX_PROBLEMS):
        built = _build(text, loader, keys)
        if not isinstance(built, Slip):
            found = built.problems + built.unused_anchors()
            problems += [each for each in found if not _touches(each, aside)]
            return Yaml(built.top, _in_order(problems), tuple(aside))
        is_new = not any(span.overlaps(built.aside) for span in aside)
        if is_new:
            problems += [] if _is_second_tab(built.problem, problems) else [built.problem]
            aside.append(built.aside)
        before, text = text, _mended(text, built, is_new=is_new)
        if text == before:
            break
    return Yaml(None, _in_order(problems), tuple(aside))


def _is_second_tab(problem: Problem, problems: Iterable[Problem]) -> bool:
    """One word on tabs is enough for a file that is full of them."""
    return problem.name == "tab" and any(each.name == "tab" for each in problems)


def _mended(text: str, slip: Slip, *, is_new: bool) -> str:
    """The text without a slip; without its line where it was put aside before, and still cannot be read."""
    from reviewcli.texts.yaml.repair import without_line

    mended = text[: slip.aside.start] + slip.filler + text[slip.aside.end :]
    return mended if is_new and mended != text else without_line(text, slip.aside.start)


def _build(text: str, loader: Any, keys: Container[str] | None) -> Builder | Slip:
    """The nodes of a text, or the first thing in it that cannot be read."""
    from reviewcli.texts.yaml.builder import Builder
    from reviewcli.texts.yaml.repair import diagnose, question

    builder = Builder(text)
    try:
        for event in yaml.parse(text, Loader=loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
            if builder.stopped:
                break
    except yaml.MarkedYAMLError as error:
        return diagnose(text, error, keys)
    return builder if builder.question is None else question(text, builder.question)


def _touches(problem: Problem, aside: list[Span]) -> bool:
    """Whether a problem, or its fix, takes in what was put aside: its words would be the filler's."""
    edits = problem.fix.edits if problem.fix else ()
    spans = (problem.span, *(edit.span for edit in edits))
    return any(span.overlaps(put_aside) for span in spans for put_aside in aside)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.span))

"""YAML read once: plain values, and the place of every key and value.

Scalars keep their text (`No`, `1917` and `12:08` are what was typed), spans count code points, and every problem of
a file is reported, not the first: a line that YAML cannot read is told, put aside, and the rest is read on.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

import msgspec
import yaml

from reviewcli.errors import Place, ReviewError
from reviewcli.findings import Fix, Span

MAX_DEPTH = 40  # levels of nesting; notes need six
MAX_ALIASED = 5_000  # values that aliases may add up to
MAX_PROBLEMS = 40  # unreadable lines told of one file


class Scalar(msgspec.Struct, frozen=True):
    """A text as typed. `plain` means without quotation marks and not a block; `given` names where it comes from
    when it does not stand in the file (a `--set`).
    """

    text: str
    span: Span
    plain: bool = True
    given: str | None = None

    @property
    def is_absent(self) -> bool:
        """Whether nothing was typed, or an unquoted `~`."""
        return self.plain and self.text in ("", "~")


class Sequence_(msgspec.Struct, frozen=True):  # noqa: N801 - `Sequence` is the standard library's word
    """A list; `flow` when it stands in [ ]."""

    items: tuple[Node, ...]
    span: Span
    flow: bool = False
    given: str | None = None

    is_absent = False


class Mapping_(msgspec.Struct, frozen=True):  # noqa: N801
    """Keys and their values in the file's order; `flow` when they stand in { }."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span
    flow: bool = False
    given: str | None = None

    is_absent = False

    def get(self, key: str) -> Node | None:
        """The value of a key, or None where the key is not there."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence_ | Mapping_


class Problem(msgspec.Struct, frozen=True):
    """What is wrong at a place, and what to do; `name` is what kind of problem it is, for rules' ids."""

    message: str
    span: Span
    name: str = "yaml"
    fix: Fix | None = None


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


def plain_value(node: Node | None) -> Any:
    """A node as plain data: texts, lists and dicts; an absent value is None."""
    if isinstance(node, Mapping_):
        return {key.text: plain_value(value) for key, value in node.entries}
    if isinstance(node, Sequence_):
        return [plain_value(item) for item in node.items]
    return None if node is None or node.is_absent else node.text


def place_at(source: str, offset: int, path: str) -> Place:
    """The line and column of an offset, both from 1."""
    before = source[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return Place(path, line, offset - max(before.rfind("\n"), before.rfind("\r")))


def parse_yaml(source: str, loader: Any = None, keys: Container[str] | None = None) -> Yaml:
    """Read a source and all its problems; it never raises for anything that a person can type.

    Args:
        source: the text.
        loader: a loader of PyYAML; by default the one in C, where there is one.
        keys: the keys that items of lists may have; another word before a colon there is taken for prose.
    """
    from reviewcli.yaml_repair import diagnose, question, without_line
    from reviewcli.yaml_slips import control_characters

    loader = loader or getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    problems, text = control_characters(source)
    aside: list[Span] = [problem.span for problem in problems]
    for _ in range(MAX_PROBLEMS):
        builder = _Builder(text)
        slip = None
        try:
            for event in yaml.parse(text, Loader=loader):
                builder.take(event)
                if builder.stopped:
                    break
        except yaml.MarkedYAMLError as error:
            slip = diagnose(text, error, keys)
        if builder.question is not None:
            slip = question(text, builder.question)
        if slip:
            is_new = not any(span.overlaps(slip.aside) for span in aside)
            repaired = text[: slip.aside.start] + slip.filler + text[slip.aside.end :]
            if is_new:
                problems.append(slip.problem)
                aside.append(slip.aside)
            if not is_new or repaired == text:  # what was put aside still cannot be read: do without the line
                repaired = without_line(text, slip.aside.start)
            if repaired == text:
                break
            text = repaired
            continue
        found = builder.problems + builder.unused_anchors()
        problems += [each for each in found if not any(span.overlaps(each.span) for span in aside)]
        return Yaml(builder.top, _in_order(problems), tuple(aside))
    return Yaml(None, _in_order(problems), tuple(aside))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.span))


class _Open:
    """A list or mapping whose end has not come yet."""

    def __init__(self, event: Any) -> None:
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.start: int = event.start_mark.index
        self.flow: bool = bool(event.flow_style)
        self.anchor: str | None = event.anchor
        self.children: list[Node] = []


class _Builder:
    """Makes nodes of the parser's events, with no recursion, so that no nesting can exhaust the stack."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.top: Node | None = None
        self.problems: list[Problem] = []
        self.stopped = False
        self.question: int | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, Node | None] = {}
        self._anchor_spans: dict[str, Span] = {}
        self._used: set[str] = set()
        self._sizes: dict[int, int] = {}
        self._aliased = 0
        self._documents = 0
        self._kept: list[Node] = []  # keeps ids unique while sizes are looked up by them

    def take(self, event: Any) -> None:
        """One event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            self._second = Span(event.start_mark.index, event.end_mark.index)
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._end(event)

    def unused_anchors(self) -> list[Problem]:
        """Texts that begin with `&`: YAML takes the first word for an anchor and drops it."""
        from reviewcli.yaml_slips import sign_problem

        return [
            sign_problem(self.source, span)
            for name, span in self._anchor_spans.items()
            if name not in self._used and isinstance(self._anchors[name], Scalar)
        ]

    def _scalar(self, event: Any) -> None:
        from reviewcli.yaml_slips import tag_refused

        start, end = event.start_mark.index, event.end_mark.index
        end = max(start, min(end, len(self.source)))
        if event.style in ("|", ">"):
            end = start + len(self.source[start:end].rstrip())
        span = Span(start, end)
        node = Scalar(event.value, span, plain=not event.style and not self.source.startswith("!!str", start))
        if problem := tag_refused(self.source, event.tag, span):
            self.problems.append(problem)
        self._anchor(event.anchor, node, span)
        self._add(node)

    def _start(self, event: Any) -> None:
        from reviewcli.yaml_slips import tag_refused

        span = Span(event.start_mark.index, event.end_mark.index)
        if problem := tag_refused(self.source, event.tag, span):
            self.problems.append(problem)
        if isinstance(event, yaml.MappingStartEvent) and re.match(
            r"\?\s", self.source[span.start : span.start + 2]
        ):
            self.question = span.start
            self.stopped = True
            return
        if len(self._open) >= MAX_DEPTH:
            self._stop(f"This is nested more than {MAX_DEPTH} deep. Notes need a few levels only.", span)
            return
        if event.anchor:
            self._anchors[event.anchor] = None
            self._anchor_spans[event.anchor] = span
        self._open.append(_Open(event))

    def _end(self, event: Any) -> None:
        opened = self._open.pop()
        if opened.flow:
            end = event.end_mark.index
        else:
            end = opened.children[-1].span.end if opened.children else opened.start
        span = Span(opened.start, max(opened.start, end))
        node: Node
        if opened.is_mapping:
            node = Mapping_(tuple(self._entries(opened.children)), span, opened.flow)
        else:
            node = Sequence_(tuple(opened.children), span, opened.flow)
        self._sizes[id(node)] = 1 + sum(self._size(child) for child in opened.children)
        self._kept.append(node)
        if opened.anchor:
            self._anchors[opened.anchor] = node
        self._add(node)

    def _alias(self, event: Any) -> None:
        span = Span(event.start_mark.index, event.end_mark.index)
        self._used.add(event.anchor)
        if event.anchor not in self._anchors:
            from reviewcli.yaml_slips import sign_problem

            self.problems.append(sign_problem(self.source, span))
            self._add(Scalar(self.source[span.start : span.end], span))
            return
        node = self._anchors[event.anchor]
        if node is None:
            self._stop(
                f"“*{event.anchor}” stands inside what it stands for. Write the values out instead.", span
            )
            return
        self._aliased += self._size(node)
        if self._aliased > MAX_ALIASED:
            self._stop(
                f"Aliases like “*{event.anchor}” make this file far too big. Write the values out.", span
            )
            return
        self._add(node)

    def _anchor(self, name: str | None, node: Node, span: Span) -> None:
        if name:
            self._anchors[name] = node
            self._anchor_spans[name] = span

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        elif self._documents == 1:
            self.top = None if node.is_absent else node
        elif not node.is_absent:
            message = (
                "A second document begins here. One file holds one: move what follows to a file of its own."
            )
            self._stop(message, self._second)

    def _entries(self, children: list[Node]) -> list[tuple[Scalar, Node]]:
        """The pairs of a mapping; `<<` brings in those of others where the mapping has none of that name."""
        own: dict[str, tuple[Scalar, Node]] = {}
        merged: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.problems.append(Problem("A key must be text. Put it in quotes.", key.span))
            elif key.plain and key.text == "<<":
                self._merge(key, value, merged)
            elif key.text in own:
                first = place_at(self.source, own[key.text][0].span.start, "")
                message = (
                    f"“{key.text}” is here a second time; the first is at line {first.line}, column {first.column}."
                    " Put both under one key."
                )
                self.problems.append(Problem(message, key.span, "duplicate-key"))
            else:
                own[key.text] = (key, value)
        return [*own.values(), *(pair for name, pair in merged.items() if name not in own)]

    def _merge(self, key: Scalar, value: Node, merged: dict[str, tuple[Scalar, Node]]) -> None:
        others = value.items if isinstance(value, Sequence_) else (value,)
        for other in others:
            if not isinstance(other, Mapping_):
                self.problems.append(
                    Problem("“<<” brings in the keys of another mapping: “<<: *name”.", key.span)
                )
                return
            for name, node in other.entries:
                merged.setdefault(name.text, (name, node))

    def _size(self, node: Node) -> int:
        return self._sizes.get(id(node), 1)

    def _stop(self, message: str, span: Span) -> None:
        """A problem after which nothing more of this file is read."""
        self.problems.append(Problem(message, span))
        self.top = None
        self.stopped = True

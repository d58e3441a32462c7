"""Makes nodes of the events of a YAML parser: no recursion, aliases within bounds, every key once."""

from __future__ import annotations

import re
from typing import Any

import yaml

from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Problem, Scalar, Sequence_, place_at
from reviewcli.texts.yaml.slips import sign_problem, tag_refused

MAX_DEPTH = 40  # levels of nesting; notes need six
MAX_ALIASED = 5_000  # values that aliases may add up to


def _span_of(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


class _Open:
    """A list or mapping whose end has not come yet."""

    def __init__(self, event: Any) -> None:
        self.is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.start: int = event.start_mark.index
        self.flow: bool = bool(event.flow_style)
        self.anchor: str | None = event.anchor
        self.children: list[Node] = []


class Builder:
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
        self._second = Span(0, 0)  # where the last document began
        self._kept: list[Node] = []  # keeps ids unique while sizes are looked up by them

    def take(self, event: Any) -> None:
        """One event of the parser."""
        if isinstance(event, yaml.ScalarEvent):  # first: two events of three are scalars
            self._scalar(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            self._second = _span_of(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self._end(event)

    def unused_anchors(self) -> list[Problem]:
        """Texts that begin with `&`: YAML takes the first word for an anchor and drops it."""
        return [
            sign_problem(self.source, span)
            for name, span in self._anchor_spans.items()
            if name not in self._used and isinstance(self._anchors[name], Scalar)
        ]

    def _scalar(self, event: Any) -> None:
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
        span = _span_of(event)
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
        end = opened.children[-1].span.end if opened.children else opened.start
        if opened.flow:
            end = event.end_mark.index
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
        span = _span_of(event)
        self._used.add(event.anchor)
        if event.anchor not in self._anchors:
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
                where = f"at line {first.line}, column {first.column}"
                message = (
                    f"“{key.text}” is here twice; the first is {where}. Delete one, or put both under one."
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

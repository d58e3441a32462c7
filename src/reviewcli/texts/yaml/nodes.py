"""What YAML holds: texts, lists and mappings, each with its place, and what is wrong at a place."""

from __future__ import annotations

from typing import Any

import msgspec

from reviewcli.texts.errors import Place
from reviewcli.texts.findings import Fix, Span


class Scalar(msgspec.Struct, frozen=True):
    """A text as typed; `plain` when it is neither in quotation marks nor a block.

    `given` names where it comes from when it does not stand in the file (a `--set`).
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


class Mapping_(msgspec.Struct, frozen=True):  # noqa: N801 - as above
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


def plain_value(node: Node | None) -> Any:
    """A node as plain data: texts, lists and dicts; an absent value is None."""
    if isinstance(node, Mapping_):
        return {key.text: plain_value(value) for key, value in node.entries}
    if isinstance(node, Sequence_):
        return [plain_value(item) for item in node.items]
    return None if node is None or node.is_absent else node.text


def node_of(value: Any) -> Node:
    """Plain data as nodes that stand in no file; None is an absent value."""
    nowhere = Span(0, 0)
    if isinstance(value, dict):
        entries = ((Scalar(str(key), nowhere, plain=False), node_of(each)) for key, each in value.items())
        return Mapping_(tuple(entries), nowhere)
    if isinstance(value, list | tuple):
        return Sequence_(tuple(map(node_of, value)), nowhere)
    return Scalar("", nowhere) if value is None else Scalar(str(value), nowhere, plain=False)


def place_at(source: str, offset: int, path: str) -> Place:
    """The line and column of an offset, both from 1."""
    before = source[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return Place(path, line, offset - max(before.rfind("\n"), before.rfind("\r")))

"""What is left to ask: the first question of a kind that the notes do not answer yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from reviewcli.notes.kinds import Kind, Row
from reviewcli.notes.model import Notes
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_

Path = tuple[str, ...]
_MOST_PERFORMERS = 4  # of the cast that are asked about by name; further ones are named by the writer


class Question(msgspec.Struct, frozen=True):
    """A question, where its answer goes, and how it is typed.

    `form` is a line, names with commas between them, lines of a list, or a new name under a key.
    """

    path: Path
    text: str
    form: Literal["line", "names", "lines", "name"]


def questions(kind: Kind, notes: Notes, tree: Mapping_) -> Iterator[Question]:
    """The questions that the notes do not answer, in the order of the kind."""
    for row in kind.rows:
        path = tuple(row.key.split("."))
        key = kind.keys[path[0]]
        for part in path[1:]:
            key = (key.shape.keys or {})[part]
        node = node_at(tree, path)
        if key.shape.form == "by name":
            yield from _by_name(row, notes, node)
        elif is_empty(node) and not _stands_elsewhere(tree, path):
            yield Question(path, row.ask, key.shape.form)


def _by_name(row: Row, notes: Notes, node: Node | None) -> Iterator[Question]:
    """About every name that is there without a point, about the cast, then for further names."""
    if not is_empty(node) and (not isinstance(node, Mapping_) or node.flow):
        return
    entries = node.entries if isinstance(node, Mapping_) else ()
    names = [name.text for name, value in entries if is_empty(value)]
    if row.key == "performances" and notes.cast:
        names += _unnamed_cast(notes, [name.text for name, _ in entries])
    for name in names:
        yield Question((row.key, name), row.each.format(name), "lines")
    more = "Another? Its name, or an empty line." if entries else row.ask
    yield Question((row.key,), more, "name")


def _unnamed_cast(notes: Notes, names: Iterable[str]) -> list[str]:
    """The first members of the cast whom none of these names means."""
    from reviewcli.notes.performers import who

    spoken_of = {member.name for name in names for member in who(notes, name)}
    return [member.name for member in notes.cast[:_MOST_PERFORMERS] if member.name not in spoken_of]


def node_at(tree: Mapping_, path: Path) -> Node | None:
    """What stands at a path, if anything does."""
    node: Node | None = tree
    for part in path:
        node = node.get(part) if isinstance(node, Mapping_) else None
    return node


def _stands_elsewhere(tree: Mapping_, path: Path) -> bool:
    """Whether the key above is filled with something that takes no keys: `seen: cinema`."""
    parent = node_at(tree, path[:-1]) if len(path) > 1 else None
    return parent is not None and not is_empty(parent) and (not isinstance(parent, Mapping_) or parent.flow)


def is_empty(node: Node | None) -> bool:
    """Whether there is no answer: no key, nothing after it, or a list of nothing."""
    if node is None or isinstance(node, Scalar):
        return node is None or node.is_absent
    if isinstance(node, Sequence_):
        return all(is_empty(item) for item in node.items)
    return not node.entries

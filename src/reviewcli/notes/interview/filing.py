"""Files an answer in the text of notes: every other line, with its comments, stays as the writer left it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewcli.notes.interview.questions import Path, is_empty
from reviewcli.notes.keys import ITEM_KEYS
from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_
from reviewcli.texts.yaml.reading import parse_yaml
from reviewcli.texts.yaml.writing import node_lines


def with_line(source: str, path: Path, text: str, order: Sequence[str]) -> str:
    """The notes with a text as the value of a key."""
    return with_value(source, path, _text(text), order)


def with_names(source: str, path: Path, names: Sequence[str], order: Sequence[str]) -> str:
    """The notes with one name, or a list of them, as the value of a key."""
    nowhere = Span(0, 0)
    value = _text(names[0]) if len(names) == 1 else Sequence_(tuple(map(_text, names)), nowhere)
    return with_value(source, path, value, order)


def with_item(source: str, path: Path, text: str, order: Sequence[str]) -> str:
    """The notes with one more item in the list of a key."""
    node = _node_at(tree_of(source), path)
    if isinstance(node, Sequence_) and not is_empty(node) and not node.flow:
        last = node.items[-1]
        start = _line_start(source, node.items[0].span.start)
        indent = re.match(r"[ \t]*", source[start:])
        end = _line_end(source, max(last.span.end, last.span.start))
        line = _lines(source, f"{indent[0] if indent else ''}- {_scalar_text(text)}")
        return source[:end] + _gap(source, end) + line + source[end:]
    return with_value(source, path, Sequence_((_text(text),), Span(0, 0)), order)


def with_name(source: str, path: Path, order: Sequence[str]) -> str:
    """The notes with a name under a key, and nothing of it yet."""
    return with_value(source, path, Scalar("", Span(0, 0)), order)


def tree_of(source: str) -> Mapping_:
    """The notes as a tree; the source is known to be readable."""
    node = parse_yaml(source, keys=ITEM_KEYS).node
    return node if isinstance(node, Mapping_) else Mapping_((), Span(0, 0))


def with_value(source: str, path: Path, value: Node, order: Sequence[str]) -> str:
    """The notes with a tree as the value of a key, in the place that the order gives it."""
    tree = tree_of(source)
    parent: Mapping_ = tree
    depth = 0
    while depth < len(path) - 1:
        node = parent.get(path[depth])
        if not isinstance(node, Mapping_):
            break
        parent, depth = node, depth + 1
    name, rest = path[depth], path[depth + 1 :]
    for part in reversed(rest):
        key = Scalar(part, Span(0, 0), plain=False)
        value = Mapping_(((key, value),), Span(0, 0))
    found = next((key for key, _ in parent.entries if key.text == name), None)
    if found is not None:
        start, end = _block_of(source, found)
        indent = source[start : found.span.start]
        comments = _own_comments(source, found, end)
        return (
            source[:start]
            + _lines(source, node_lines(name, value, indent).rstrip("\n"))
            + comments
            + source[end:]
        )
    if depth:
        indent = source[
            _line_start(source, parent.entries[0][0].span.start) : parent.entries[0][0].span.start
        ]
        end = _block_of(source, parent.entries[-1][0])[1]
        end = _without_blank_lines(source, end)
    else:
        indent = ""
        end = _place_among(source, tree, name, order)
    return (
        source[:end]
        + _gap(source, end)
        + _lines(source, node_lines(name, value, indent).rstrip("\n"))
        + source[end:]
    )


def _place_among(source: str, tree: Mapping_, name: str, order: Sequence[str]) -> int:
    """Where a new key goes: before the first that follows it in the order, else at the end."""
    later = set(order[order.index(name) + 1 :]) if name in order else set()
    for key, _ in tree.entries:
        if key.text in later:
            start = _line_start(source, key.span.start)
            while start and re.match(r"[ \t]*#", source[_line_start(source, start - 1) : start]):
                start = _line_start(source, start - 1)
            return start
    return _without_blank_lines(source, len(source))


def _block_of(source: str, key: Scalar) -> tuple[int, int]:
    """The lines of a key: from the start of its line to the next line that is not deeper."""
    start = _line_start(source, key.span.start)
    depth = key.span.start - start
    end = _line_end(source, key.span.end)
    while end < len(source):
        following = _line_end(source, end)
        line = source[end:following]
        indent = len(line) - len(line.lstrip(" "))
        is_dash = line.lstrip(" ").startswith(("- ", "-\n", "-\r")) and indent == depth
        if line.strip() and indent <= depth and not is_dash:
            break
        end = following
    return start, _without_blank_lines(source, end)


def _own_comments(source: str, key: Scalar, end: int) -> str:
    """The comments under an empty key that the writer made: a sample line has a colon or capitals, and goes."""
    body = source[_line_end(source, key.span.end) : end]
    lines = body.splitlines(keepends=True)
    kept = [line for line in lines if line.lstrip().startswith("#") and not _is_sample(line)]
    return "".join(kept)


def _is_sample(line: str) -> bool:
    from reviewcli.notes.kinds import KINDS

    text = line.strip().removeprefix("- ")
    return any(text == row.sample.removeprefix("- ") for kind in KINDS.values() for row in kind.rows)


def _node_at(tree: Mapping_, path: Path) -> Node | None:
    node: Node | None = tree
    for part in path:
        node = node.get(part) if isinstance(node, Mapping_) else None
    return node


def _text(text: str) -> Scalar:
    return Scalar(text, Span(0, 0), plain=False)


def _scalar_text(text: str) -> str:
    return node_lines("x", _text(text)).removeprefix("x: ").rstrip("\n")


def _lines(source: str, text: str) -> str:
    """The text with the source's line ends, and one at its end."""
    ending = "\r\n" if "\r\n" in source else "\n"
    return text.replace("\n", ending) + ending


def _gap(source: str, at: int) -> str:
    """The line end that is missing before a new line."""
    return "" if at == 0 or source[at - 1] == "\n" else "\r\n" if "\r\n" in source else "\n"


def _line_start(source: str, at: int) -> int:
    return source.rfind("\n", 0, at) + 1


def _line_end(source: str, at: int) -> int:
    """Where the next line begins."""
    end = source.find("\n", at)
    return len(source) if end < 0 else end + 1


def _without_blank_lines(source: str, end: int) -> int:
    """The end of the last line with text before an offset where a line begins."""
    while end:
        start = _line_start(source, end - 1)
        if source[start:end].strip():
            return end
        end = start
    return end

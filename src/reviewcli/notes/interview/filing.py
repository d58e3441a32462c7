"""Files an answer in the text of notes: every other line, with its comments, stays as the writer left it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reviewcli.notes.interview.questions import Path, is_empty, node_at
from reviewcli.notes.keys import ITEM_KEYS
from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Mapping_, Scalar, Sequence_, node_of
from reviewcli.texts.yaml.reading import parse_yaml
from reviewcli.texts.yaml.writing import node_lines


def with_item(source: str, path: Path, text: str, order: Sequence[str]) -> str:
    """The notes with one more item in the list of a key."""
    node = node_at(tree_of(source), path)
    if isinstance(node, Sequence_) and not is_empty(node) and not node.flow:
        last = node.items[-1]
        start = _line_start(source, node.items[0].span.start)
        indent = re.match(r"[ \t]*", source[start:])
        end = _line_end(source, max(last.span.end, last.span.start))
        item = node_lines("x", node_of(text)).removeprefix("x: ").rstrip("\n")
        line = _lines(source, f"{indent[0] if indent else ''}- {item}")
        return source[:end] + _gap(source, end) + line + source[end:]
    return with_value(source, path, [text], order)


def tree_of(source: str) -> Mapping_:
    """The notes as a tree; the source is known to be readable."""
    node = parse_yaml(source, keys=ITEM_KEYS).node
    return node if isinstance(node, Mapping_) else Mapping_((), Span(0, 0))


def with_value(source: str, path: Path, value: Any, order: Sequence[str]) -> str:
    """The notes with plain data as the value of a key, in the place that the order gives it; None is nothing yet."""
    parent, depth = tree_of(source), 0
    while depth < len(path) - 1 and isinstance(node := parent.get(path[depth]), Mapping_):
        parent, depth = node, depth + 1
    name, rest = path[depth], path[depth + 1 :]
    for part in reversed(rest):
        value = {part: value}
    indent = comments = ""
    if found := next((key for key, _ in parent.entries if key.text == name), None):
        start, end = _block_of(source, found)
        indent = source[start : found.span.start]
        comments = _own_comments(source, found, end)
    elif depth:
        first, last = parent.entries[0][0], parent.entries[-1][0]
        indent = source[_line_start(source, first.span.start) : first.span.start]
        start = end = _without_blank_lines(source, _block_of(source, last)[1])
    else:
        start = end = _place_among(source, parent, name, order)
    lines = _lines(source, node_lines(name, node_of(value), indent).rstrip("\n"))
    return source[:start] + _gap(source, start) + lines + comments + source[end:]


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


def _lines(source: str, text: str) -> str:
    """The text with the source's line ends, and one at its end."""
    ending = _ending(source)
    return text.replace("\n", ending) + ending


def _ending(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def _gap(source: str, at: int) -> str:
    """The line end that is missing before a new line."""
    return "" if at == 0 or source[at - 1] == "\n" else _ending(source)


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

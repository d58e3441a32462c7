"""Where the cursor stands in notes: under which keys, behind which, and what is typed there so far.

It is read line by line, by indents: while somebody types, the whole is seldom YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from reviewcli.notes.kinds import DEFAULT, KINDS, Kind
from reviewcli.notes.shape import Key


class NotesPlace(msgspec.Struct, frozen=True):
    """A place in notes.

    Args:
        path: the keys that it stands under, from the top.
        key: the key that it stands behind; None where a key or an item of a list is typed.
        typed: what stands between the beginning of the word and the place.
        start: the offset where that begins.
        siblings: the keys that stand beside it.
        in_list: whether it stands behind the dash of a list.
    """

    path: tuple[str, ...]
    key: str | None
    typed: str
    start: int
    siblings: frozenset[str] = frozenset()
    in_list: bool = False


class _Line(msgspec.Struct, frozen=True):
    """A line of YAML: the column of its dash, that of its text, its key if it has one."""

    dash: int | None
    column: int
    key: str | None


def place_in_notes(text: str, offset: int) -> NotesPlace | None:
    """The place of an offset; None in a comment."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    before = text[begin:offset]
    if re.search(r"(?:^|\s)#", before):
        return None
    lead = re.match(r"[ \t]*(?:-[ \t]+|-$)*", before)
    column = lead.end() if lead else 0
    dash = before.find("-", 0, column)
    above, limit, siblings = _above(text[:begin], dash if dash >= 0 else None, column)
    siblings |= _below(text[offset:], limit if dash < 0 else column)
    value = re.match(r"([^:#]+?)[ \t]*:(?:[ \t]+|$)", before[column:])
    if value:
        start = begin + column + value.end()
        return NotesPlace(above, value[1].strip("\"' "), text[start:offset], start)
    start = begin + column
    return NotesPlace(above, None, text[start:offset], start, siblings, dash >= 0)


def _above(text: str, dash: int | None, column: int) -> tuple[tuple[str, ...], int, frozenset[str]]:
    """The keys that a line stands under, its column, and the keys above it that stand beside it."""
    lines = list(filter(None, map(_line, text.splitlines())))
    # A parent stands further left; of an item of a list it may stand in the dash's own column.
    limit, is_item = (column, False) if dash is None else (dash, True)
    around = list(_around(lines, limit, is_item=is_item))
    path = tuple(key for number, is_left in reversed(around) if is_left and (key := lines[number].key))
    ends = (n for n, is_left in around if lines[n].dash is None or lines[n].key or not is_left)
    beside = lines[next(ends, 0) :] if dash is None else []
    return path, column, frozenset(line.key for line in beside if line.key and line.column == column)


def _around(lines: Sequence[_Line], limit: int, *, is_item: bool) -> Iterator[tuple[int, bool]]:
    """Upward, the numbers of the lines below which or in whose item a column stands, and which are further left."""
    for number in reversed(range(len(lines))):
        if limit == 0 and not is_item:
            return
        line = lines[number]
        if _is_above(line, limit, is_item=is_item):
            yield number, line.dash is None or line.column < limit
            limit, is_item = (line.column, False) if line.dash is None else (line.dash, True)


def _is_above(line: _Line, limit: int, *, is_item: bool) -> bool:
    """Whether what stands from a column on belongs under a line or into its item."""
    if line.dash is None:
        return line.column < limit + is_item
    return line.column <= limit and not is_item


def _below(text: str, column: int) -> frozenset[str]:
    """The keys below a line that stand beside it."""
    keys: set[str] = set()
    for each in text.splitlines()[1:]:
        line = _line(each)
        if line is None:
            continue
        if line.column < column:
            break
        if line.column == column and line.key and line.dash is None:
            keys.add(line.key)
    return frozenset(keys)


def _line(text: str) -> _Line | None:
    """A line's parts; None for one that is empty or a comment."""
    lead = re.match(r"[ \t]*(?:-[ \t]+|-$)*", text)
    column = lead.end() if lead else 0
    rest = text[column:]
    if rest.startswith("#") or (not rest.strip() and "-" not in text):
        return None
    key = re.match(r"([^:#]+?)[ \t]*:(?:[ \t]|$)", rest)
    dash = text.find("-", 0, column)
    return _Line(dash if dash >= 0 else None, column, key[1].strip("\"' ") if key else None)


def kind_of_notes(text: str) -> Kind:
    """The kind of review that notes name; the default where they name none that there is."""
    named = re.search(r"^kind[ \t]*:[ \t]*[\"']?(\w+)", text, re.MULTILINE)
    return KINDS.get(named[1] if named else DEFAULT, KINDS[DEFAULT])


def keys_under(kind: Kind, path: tuple[str, ...]) -> Mapping[str, Key] | None:
    """The keys that may stand under a path; None where any may, or none."""
    keys: Mapping[str, Key] | None = kind.keys
    for name in path:
        key = keys.get(name) if keys else None
        keys = (key.shape.keys or key.shape.item_keys) if key else None
    return keys

"""Which points a short review takes: by order and by section, whole points only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from reviewcli.drafting.grammar import Shape, shape_of
from reviewcli.notes.kinds import OWN_KEYS
from reviewcli.notes.model import Critique, Notes, Point, Points

# What comes first where there is little room: a round takes the next of each of these, then goes round again.
_FIRST = (
    "verdict", "synopsis", "performances", *(name for name, key in OWN_KEYS.items() if key.names), "strengths",
    "weaknesses", "synopsis", "opening", "craft", "themes", "context",
)  # fmt: skip
_FRAMING = 8  # words that a template puts round the points: who made it, for whom it is


class _Unit(msgspec.Struct, frozen=True):
    """A point with those that carry on from it: “too much mime” and “but the stillness is frightening”."""

    place: tuple[str, str]  # the field of the notes, and the key in it
    points: Points
    words: int


def within(notes: Notes, words: int) -> Notes:
    """The notes with as many points as fit into so many words: whole points, the first of each section first.

    Example: `{% set brief = notes | within(40) %}{{ brief.verdict | paragraph(work="The film") }}` gives
    `The film earns its ending.`
    """
    # None is taken without those before it in its section; the first point of the verdict is always taken.
    left = words - _FRAMING - _length(notes.audience or "")
    queues = {name: list(_units(notes, name)) for name in dict.fromkeys(_FIRST)}
    taken: list[_Unit] = []
    for unit in _in_turn(queues):
        name = unit.place[0]
        if unit.words <= left or (name == "verdict" and not taken):
            taken.append(unit)
            left -= unit.words
        else:
            queues[name] = [other for other in queues[name] if other.place != unit.place]
    return _only(notes, taken)


def _in_turn(queues: dict[str, list[_Unit]]) -> Iterator[_Unit]:
    """Round after round, the next unit of each section that has one; a queue may be cut meanwhile."""
    while any(queues.values()):
        for name in _FIRST:
            if queues[name]:
                yield queues[name].pop(0)


def _units(notes: Notes, name: str) -> Iterator[_Unit]:
    """The units of a section; where it has several people or departments, the first of each, then the second."""
    if name == "opening":
        if notes.opening:
            yield _Unit((name, ""), (), _length(notes.opening))
        return
    held = getattr(notes.critique if name in ("strengths", "weaknesses") else notes, name)
    groups: Mapping[str, Any] = held if isinstance(held, dict) else {"": held}
    columns = [_joined((name, key), points) for key, points in groups.items()]
    for row in range(max(map(len, columns), default=0)):
        yield from (column[row] for column in columns if row < len(column))


def _joined(place: tuple[str, str], points: Iterable[Point]) -> list[_Unit]:
    units: list[_Unit] = []
    follows = False
    for point in points:
        if point.spoiler:
            follows = False
            continue
        words = _length(point.text) + sum(
            _length(each.text) for each in point.evidence if each.kind != "time"
        )
        if follows and shape_of(point.text) is Shape.CONTINUATION:
            last = units.pop()
            units.append(_Unit(place, (*last.points, point), last.words + words))
        else:
            units.append(_Unit(place, (point,), words + 1))
        follows = True
    return units


def _only(notes: Notes, taken: Iterable[_Unit]) -> Notes:
    """The notes with these points and no others."""
    kept: dict[tuple[str, str], Points] = {}
    for unit in taken:
        kept[unit.place] = (*kept.get(unit.place, ()), *unit.points)
    changes: dict[str, Any] = {
        "opening": notes.opening if ("opening", "") in kept else None,
        "critique": Critique(
            strengths=kept.get(("strengths", ""), ()), weaknesses=kept.get(("weaknesses", ""), ())
        ),
    }
    for name in dict.fromkeys(_FIRST):
        held = getattr(notes, name, None)
        if isinstance(held, dict):
            changes[name] = {key: kept[name, key] for key in held if (name, key) in kept}
        elif isinstance(held, tuple):
            changes[name] = kept.get((name, ""), ())
    return msgspec.structs.replace(notes, **changes)


def _length(text: str) -> int:
    return len(text.split())

"""The front matter of a draft: the notes' facts as YAML that every reader of YAML takes for what it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from reviewcli.drafting.house.matter import edited_matter
from reviewcli.notes.kinds import DEFAULT, KEYS, OWN_KEYS
from reviewcli.notes.model import CastMember, Notes, Person, Score, Visits
from reviewcli.notes.points import NAMED
from reviewcli.notes.shape import Shape
from reviewcli.notes.shapes import DAY
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.yaml.writing import Day, value_lines


def front_matter(
    notes: Notes,
    *,
    notes_path: str | None,
    profile: str | None,
    record: Mapping[str, Any],
    headline: str | None,
    rules: MatterRules,
) -> str:
    """The facts, that this is a draft, and what lint needs to find the rest, under the keys that the house wants."""
    review = {"notes": notes_path, **record, "profile": profile, "names": _further_names(notes)}
    values = {**facts(notes), "draft": True, "review": review, "headline": headline}
    return edited_matter(f"---\n{''.join(value_lines(values))}---\n", rules)


# In their order; the keys that only some kinds have stand between.
_BEFORE = """
    kind title original_title year directors writers cast crew narrator based_on franchise runtime version certificate
    countries languages genres distributor release
"""
_BEHIND = "awards comparisons score author date slug tags"


def facts(notes: Notes) -> dict[str, Any]:
    """The facts under the notes' own keys, in order; what the notes do not hold is empty."""
    names = (*_BEFORE.split(), *OWN_KEYS, *_BEHIND.split())
    found = {name: _fact(notes.fact(name), KEYS[name].shape) for name in names}
    found["cast"] = [_cast_member(member) for member in notes.cast if not member.spoiler]
    found["comparisons"] = [{"title": work.title, "year": work.year} for work in notes.comparisons]
    return found if notes.kind != DEFAULT else {**found, "kind": None}


def _fact(value: Any, shape: Shape) -> Any:
    """A value of the notes as front matter has it; names that have points stand alone."""
    if shape is DAY:
        return Day(value) if value else None
    return list(value) if shape is NAMED else _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case Person():
            return value.name
        case Score():
            return value.text
        case Visits():
            return [Day(date) for date in value.dates] or value.count
        case msgspec.Struct():
            return _plain(msgspec.structs.asdict(value))
        case dict():
            return {key: _plain(held) for key, held in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _cast_member(member: CastMember) -> str | dict[str, Any]:
    """`David Bowie as Major Jack Celliers`, or a mapping where a line does not say it all."""
    if not (member.voice or member.lead or len(member.roles) > 1 or " as " in member.name):
        line = f"{member.name} as {member.roles[0]}" if member.roles else member.name
        if not any(mark in line for mark in ("(", " / ")):
            return line
    roles: str | list[str] = member.roles[0] if len(member.roles) == 1 else list(member.roles)
    return {"name": member.name, "role": roles, "voice": member.voice or None, "lead": member.lead or None}


def _further_names(notes: Notes) -> list[str]:
    """Names that stand under no key of their own: other spellings, short forms, and what the notes list."""
    hidden = {member.name for member in notes.cast if member.spoiler}
    further: list[str] = []
    for person in notes.people():
        if person.name not in hidden:
            further += [*person.aka, *([person.short] if person.short else [])]
    return list(dict.fromkeys([*further, *notes.names]))

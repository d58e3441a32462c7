"""The front matter of a draft: the notes' facts as YAML that every reader of YAML takes for what it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reviewcli.notes.days import DAY
from reviewcli.notes.kinds import DEFAULT, OWN_KEYS
from reviewcli.notes.model import Award, CastMember, Notes, Visits, names_of
from reviewcli.notes.people import PERSONS
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.yaml.writing import Day, scalar, value_lines


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
    return f"---\n{''.join(_for_the_house(_entries(values), rules.for_drafts()))}---\n"


def _entries(values: Mapping[str, Any]) -> dict[str, str]:
    """The lines of each key; what is empty has none."""
    lines = {key: "".join(value_lines({key: value})) for key, value in values.items()}
    return {key: text for key, text in lines.items() if text}


def _for_the_house(entries: Mapping[str, str], rules: MatterRules) -> Iterable[str]:
    known = set(entries)
    for key, lines in entries.items():
        name = rules.rename.get(key, key)
        if key in rules.drop:
            continue
        if name != key and name not in known:
            known.add(name)
            yield scalar(name) + lines.removeprefix(scalar(key))
        else:
            yield lines
    for key, lines in _entries(rules.put).items():
        if key not in known:
            yield lines


def facts(notes: Notes) -> dict[str, Any]:
    """The facts under the notes' own keys, in order; what the notes do not hold is empty."""
    plain = (
        ("kind", None if notes.kind == DEFAULT else notes.kind),
        ("title", notes.title),
        ("original_title", notes.original_title),
        ("year", notes.year),
        ("directors", names_of(notes.directors)),
        ("writers", names_of(notes.writers)),
        ("cast", [_cast_member(member) for member in notes.cast if not member.spoiler]),
        ("crew", {department: names_of(people) for department, people in notes.crew.items()}),
        ("narrator", names_of(notes.narrator)),
        ("based_on", _based_on(notes)),
        ("franchise", _fields(notes.franchise, ("name", "part", "after"))),
        ("runtime", notes.runtime),
        ("version", notes.version),
        ("certificate", notes.certificate),
        ("countries", list(notes.countries)),
        ("languages", list(notes.languages)),
        ("genres", list(notes.genres)),
        ("distributor", notes.distributor),
        ("release", Day(notes.release) if notes.release else None),
        *_own_facts(notes),
        ("awards", [_award(award) for award in notes.awards]),
        ("comparisons", [_fields(work, ("title", "year")) for work in notes.comparisons]),
        ("score", notes.score.text if notes.score else None),
        ("author", notes.author),
        ("date", Day(notes.date) if notes.date else None),
        ("slug", notes.slug),
        ("tags", list(notes.tags)),
    )
    return dict(plain)


def _own_facts(notes: Notes) -> Iterable[tuple[str, Any]]:
    """The facts that only some kinds have; names that stand with points in the notes stand alone here."""
    for name, key in OWN_KEYS.items():
        value = notes.fact(name)
        if key.shape is PERSONS:
            value = names_of(value)
        elif key.shape is DAY:
            value = Day(value) if value else None
        elif isinstance(value, Visits):
            value = [Day(date) for date in value.dates] or value.count
        elif isinstance(value, dict | tuple):
            value = list(value)
        yield name, value


def _cast_member(member: CastMember) -> str | dict[str, Any]:
    """`David Bowie as Major Jack Celliers`, or a mapping where a line does not say it all."""
    if not (member.voice or member.lead or len(member.roles) > 1 or " as " in member.name):
        line = f"{member.name} as {member.roles[0]}" if member.roles else member.name
        if not any(mark in line for mark in ("(", " / ")):
            return line
    roles: str | list[str] = member.roles[0] if len(member.roles) == 1 else list(member.roles)
    return {"name": member.name, "role": roles, "voice": member.voice or None, "lead": member.lead or None}


def _based_on(notes: Notes) -> dict[str, Any]:
    work = notes.based_on
    return {"title": work.title, "author": names_of(work.author), "year": work.year} if work else {}


def _award(award: Award) -> dict[str, Any]:
    return _fields(award, ("name", "category", "year", "result", "person"))


def _fields(thing: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names} if thing else {}


def _further_names(notes: Notes) -> list[str]:
    """Names that stand under no key of their own: other spellings, short forms, and what the notes list."""
    hidden = {member.name for member in notes.cast if member.spoiler}
    further: list[str] = []
    for person in notes.people():
        if person.name not in hidden:
            further += [*person.aka, *([person.short] if person.short else [])]
    return list(dict.fromkeys([*further, *notes.names]))

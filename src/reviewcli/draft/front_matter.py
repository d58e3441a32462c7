"""The front matter of a draft: the notes' facts as YAML that every reader of YAML takes for what it was."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reviewcli.notes.model import Award, CastMember, Notes, Person


def front_matter(
    notes: Notes, *, notes_path: str | None, profile: str | None, record: Mapping[str, Any]
) -> str:
    """The facts under the notes' own keys, that this is a draft, and what lint needs to find the rest."""
    review = {"notes": notes_path, **record, "profile": profile, "names": _further_names(notes)}
    values = {**_facts(notes), "draft": True, "review": review}
    return f"---\n{''.join(yaml_lines(values))}---\n"


def _facts(notes: Notes) -> dict[str, Any]:
    plain = (
        ("kind", None if notes.kind == "film" else notes.kind),
        ("title", notes.title),
        ("original_title", notes.original_title),
        ("year", notes.year),
        ("directors", _names(notes.directors)),
        ("writers", _names(notes.writers)),
        ("cast", [_cast_member(member) for member in notes.cast if not member.spoiler]),
        ("crew", {department: _names(people) for department, people in notes.crew.items()}),
        ("narrator", _names(notes.narrator)),
        ("based_on", _based_on(notes)),
        ("franchise", _fields(notes.franchise, ("name", "part", "after"))),
        ("runtime", notes.runtime),
        ("version", notes.version),
        ("certificate", notes.certificate),
        ("countries", list(notes.countries)),
        ("languages", list(notes.languages)),
        ("genres", list(notes.genres)),
        ("distributor", notes.distributor),
        ("release", _Day(notes.release) if notes.release else None),
        *_facts_of_kinds(notes),
        ("awards", [_award(award) for award in notes.awards]),
        ("comparisons", [_fields(work, ("title", "year")) for work in notes.comparisons]),
        ("score", notes.score.text if notes.score else None),
        ("author", notes.author),
        ("date", _Day(notes.date) if notes.date else None),
        ("slug", notes.slug),
        ("tags", list(notes.tags)),
    )
    return dict(plain)


def _facts_of_kinds(notes: Notes) -> Iterable[tuple[str, Any]]:
    """The facts that only some kinds have; names that stand with points in the notes stand alone here."""
    for key in ("authors", "translators", "artists", "developers"):
        yield key, _names(getattr(notes, key))
    for key in ("publisher", "pages", "isbn", "hours_played", "label", "seasons", "episodes_seen", "network"):
        yield key, getattr(notes, key)
    for key in ("publishers", "platforms", "cuisine", "subjects", "tracks", "dishes"):
        yield key, list(getattr(notes, key))
    for key in ("venue", "company", "address", "price"):
        yield key, getattr(notes, key)
    yield "performance_date", _Day(notes.performance_date) if notes.performance_date else None
    if notes.visits:
        yield "visits", [_Day(date) for date in notes.visits.dates] or notes.visits.count


class _Day(str):
    """A date, which stays plain YAML so that site generators know it for one."""

    __slots__ = ()


def _names(people: Iterable[Person]) -> list[str]:
    return [person.name for person in people]


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
    return {"title": work.title, "author": _names(work.author), "year": work.year} if work else {}


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


def yaml_lines(values: Mapping[str, Any], indent: str = "") -> Iterable[str]:
    """Keys and values as lines of YAML; what is empty is left out."""
    for key, value in values.items():
        if _is_empty(value):
            continue
        name = scalar(key)
        if isinstance(value, dict):
            yield f"{indent}{name}:\n"
            yield from yaml_lines(value, indent + "  ")
        elif isinstance(value, list) and (key == "cast" or any(isinstance(item, dict) for item in value)):
            yield f"{indent}{name}:\n"
            yield from (f"{indent}  - {_flow(item)}\n" for item in value)
        else:
            yield f"{indent}{name}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(
            f"{scalar(key)}: {_flow(item)}" for key, item in value.items() if not _is_empty(item)
        )
        return f"{{{pairs}}}"
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    return scalar(value)


def _is_empty(value: Any) -> bool:
    return (
        value is None
        or value == ""
        or value == []
        or (isinstance(value, dict) and all(map(_is_empty, value.values())))
    )


def scalar(value: Any) -> str:
    """A single value as YAML, in quotation marks where a reader could take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, _Day) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    return value if _is_plain(value) else quoted(value)


def quoted(text: str) -> str:
    """A text in double quotation marks, letters of every script as they are."""
    out = ["\\" + char if char in '"\\' else _ESCAPES.get(char) or _visible(char) for char in text]
    return f'"{"".join(out)}"'


_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def _visible(char: str) -> str:
    code = ord(char)
    is_hidden = code < 32 or 127 <= code < 160 or code in (0x2028, 0x2029, 0xFEFF) or 0xD800 <= code < 0xE000
    return char if not is_hidden else f"\\u{code:04x}" if code > 255 else f"\\x{code:02x}"


def _is_plain(text: str) -> bool:
    """Whether YAML of any version reads the bare text as this text, in a list in brackets too."""
    return bool(_plain().fullmatch(text)) and text.lower() not in _WORDS and not _number().fullmatch(text)


_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf"}


@functools.cache
def _plain() -> re.Pattern[str]:
    # Letters and figures with single blanks between; no mark of YAML anywhere, no colon, no hash.
    return re.compile(r"(?:[^\W_]|(?:\.\./)+\w)(?:[\w.'’&/()–—-]| (?=[\w(&–—-]))*")


@functools.cache
def _number() -> re.Pattern[str]:
    return re.compile(r"[-+]?[\d.][\d_.,:eExXoObBa-fA-F+-]*[%]?|\d{4}-\d\d?-\d\d?.*")

"""Reads people: names, cast lines such as "Scarlett Johansson as Samantha (voice)", and departments."""

from __future__ import annotations

import re
from typing import Any

from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key, Shape
from reviewcli.notes.shapes import (
    FLAG,
    TEXT,
    TEXTS,
    commas_told,
    has_list_comma,
    keyed,
    listed,
    mapped,
    read_text,
)
from reviewcli.notes.values import CastMember, Person
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar

PERSON_KEYS = {
    "name": Key(TEXT, "The name as it is credited.", required=True),
    "short": Key(
        TEXT, "The form after the first mention, where the surname would be wrong (Park, García Bernal)."
    ),
    "aka": Key(TEXTS, "Other right spellings of the name."),
    "pronoun": Key(TEXT, "she, he or they. Without it a draft uses none."),
}

CAST_KEYS = PERSON_KEYS | {
    "role": Key(TEXTS, "Whom they play: one text or a list."),
    "voice": Key(FLAG, "Yes for a part that is only heard."),
    "lead": Key(FLAG, "Yes for a leading part."),
    "spoiler": Key(FLAG, "Yes where the name itself gives something away: it is in no credit."),
}


def read_person_line(reading: Reading, node: Node) -> Person | None:
    """A bare name."""
    name = read_text(reading, node)
    return Person(name=name) if name else None


def read_cast_line(reading: Reading, node: Node) -> CastMember | None:
    """NAME, or NAME as ROLE; several roles are parted by " / ", and "(voice)" may follow."""
    if isinstance(node, Mapping_) and not node.flow and len(node.entries) == 1:
        key, value = node.entries[0]
        if isinstance(value, Scalar) and value.text:
            line = f"{key.text} as {value.text}"
            message = f"A colon makes a key of “{key.text}”. Write “{line}”."
            reading.error("value", message, reading.first_line(node.span), node.given)
            return None
    text = read_text(reading, node)
    if not text:
        return None
    text, voice = _without_voice(text)
    name, _, role = _parted(text)
    if not name:
        reading.error("value", f"A name is missing before “as {role}”.", node.span, node.given)
        return None
    if not role and isinstance(node, Scalar) and node.plain and has_list_comma(name):
        first, _, rest = name.partition(", ")
        message = f"“{name}” is read as one name. If the second is the role, write “{first} as {rest}”."
        reading.warn("one-text", message, node.span)
    if not role and isinstance(node, Scalar) and node.plain and (dash := re.search(r"\s+[-–—]+\s+", name)):
        line = f"{name[: dash.start()]} as {name[dash.end() :]}"
        reading.warn("one-text", f"“{name}” is read as one name. Write “{line}” if it is a role.", node.span)
    roles = tuple(part.strip() for part in role.split(" / ") if part.strip())
    return CastMember(name=name, roles=roles, voice=voice)


def _without_voice(text: str) -> tuple[str, bool]:
    match = re.fullmatch(r"(.+?)\s*\((?:voice|voice only|voice role)\)", text, re.IGNORECASE)
    return (match[1], True) if match else (text, False)


def _parted(text: str) -> tuple[str, str, str]:
    if match := re.match(r"as\s+(.+)", text):
        return "", "as", match[1]
    name, word, role = text.partition(" as ")
    return name.strip(), word, role.strip()


def _cast_member(role: tuple[str, ...] = (), **values: Any) -> CastMember:
    return CastMember(roles=role, **values)


PERSON = keyed(Person, PERSON_KEYS, read_person_line)
PERSONS = commas_told(PERSON)
CAST_MEMBER = keyed(_cast_member, CAST_KEYS, read_cast_line)
CAST = listed(CAST_MEMBER)
CREW = mapped(PERSONS, "departments and names", "music: Karen O")
NARRATOR = listed(PERSON)


def cast_of(reading: Reading, node: Node) -> Any:
    """The cast; a mapping of names and roles is told, since it is how many would type it."""
    if (
        isinstance(node, Mapping_)
        and not any(key.text in CAST_KEYS for key, _ in node.entries)
        and node.entries
    ):
        key, value = node.entries[0]
        role = value.text if isinstance(value, Scalar) and value.text else "ROLE"
        message = f"The cast is a list. Write each line like this: “- {key.text} as {role}”."
        reading.error("value", message, reading.first_line(node.span), node.given)
        return None
    return CAST.read(reading, node)


CAST_LIST = Shape(cast_of, CAST.schema, "lines", item_keys=CAST_KEYS)

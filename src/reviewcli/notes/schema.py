"""The JSON Schema of notes, made of the same tables that read them: editors complete and check with it."""

from __future__ import annotations

import json
from typing import Any

from reviewcli.notes.kinds import DEFAULT, KEYS, KINDS, Kind
from reviewcli.notes.people import CAST_MEMBER, PERSON
from reviewcli.notes.points import POINT
from reviewcli.notes.shape import Schema
from reviewcli.notes.shapes import TEXT, described

# What stands in many places, once: the name in `$defs`, and its schema. The larger come first.
_NAMED = {
    "cast_member": CAST_MEMBER.schema,
    "person": PERSON.schema,
    "point": POINT.schema,
    "text": TEXT.schema,
}


def notes_schema() -> Schema:
    """The schema, draft 2020-12: what `kind` says decides which keys there are, and editors complete those."""
    kind = {"description": KINDS[DEFAULT].keys["kind"].words, "enum": [*KINDS, None]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Notes for a review",
        "description": "What a critic notes down: `review new` drafts from it, `review lint` checks with it.",
        "type": "object",
        "properties": {"kind": kind},
        "allOf": [{"if": _is_of(name), "then": {"$ref": f"#/$defs/kind_{name}"}} for name in KINDS],
        "$defs": {
            **{name: _inside(value) for name, value in _NAMED.items()},
            **{f"key_{name}": _without_words(described(key)) for name, key in KEYS.items() if name != "kind"},
            **{f"kind_{name}": _of_kind(each, kind) for name, each in KINDS.items()},
        },
    }


def _is_of(name: str) -> Schema:
    """Whether notes are of a kind; those that name none are of the default."""
    if name == DEFAULT:
        return {"properties": {"kind": {"enum": [DEFAULT, None]}}}
    return {"properties": {"kind": {"const": name}}, "required": ["kind"]}


def _of_kind(kind: Kind, named: Schema) -> Schema:
    """The keys of a kind with its words for them, and no others."""
    properties = {
        name: named if name == "kind" else {"description": key.words, "$ref": f"#/$defs/key_{name}"}
        for name, key in kind.keys.items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name, key in kind.keys.items() if key.required],
        "additionalProperties": False,
    }


def _without_words(schema: Schema) -> Schema:
    return {key: _with_names(value) for key, value in schema.items() if key != "description"}


def notes_schema_text() -> str:
    """The schema as it is printed and kept."""
    return json.dumps(notes_schema(), ensure_ascii=False, indent=2) + "\n"


def _with_names(value: Any) -> Any:
    """The schema with references to what has a name."""
    for name, schema in _NAMED.items():
        if value == schema:
            return {"$ref": f"#/$defs/{name}"}
    return _inside(value)


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_names(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_names(each) for each in value]
    return value

"""The JSON Schema of notes, made of the same tables that read them: editors complete and check with it."""

from __future__ import annotations

import json
from typing import Any

from reviewcli.notes.keys import KEYS
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.people import CAST_MEMBER, PERSON
from reviewcli.notes.points import POINT
from reviewcli.notes.shapes import TEXT, Schema, object_schema

# What stands in many places, once: the name in `$defs`, and its schema. The larger come first.
_NAMED = {
    "cast_member": CAST_MEMBER.schema,
    "person": PERSON.schema,
    "point": POINT.schema,
    "text": TEXT.schema,
}


def notes_schema() -> Schema:
    """The schema, draft 2020-12."""
    schema = object_schema(KEYS)
    schema["properties"]["kind"] = {"description": KEYS["kind"].words, "enum": [*KINDS, None]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Notes for a review",
        "description": "What a critic notes down: `review new` drafts from it, `review lint` checks with it.",
        **_with_names(schema),
        "$defs": {name: _inside(value) for name, value in _NAMED.items()},
    }


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

"""The JSON Schema of notes, made of the same tables that read them: editors complete and check with it."""

from __future__ import annotations

import json

from reviewcli.notes.keys import KEYS, KINDS
from reviewcli.notes.shapes import Schema, object_schema


def notes_schema() -> Schema:
    """The schema, draft 2020-12."""
    schema = object_schema(KEYS)
    schema["properties"]["kind"] = {"description": KEYS["kind"].words, "enum": [*KINDS, None]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Notes for a review",
        "description": "What a critic notes down; `review new` drafts from it and `review lint` checks against it.",
        **schema,
    }


def notes_schema_text() -> str:
    """The schema as it is printed and kept."""
    return json.dumps(notes_schema(), ensure_ascii=False, indent=2) + "\n"

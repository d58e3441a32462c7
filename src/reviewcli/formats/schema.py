"""The JSON Schema of what `lint --output-format json` prints, made of the values that it prints."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from reviewcli.formats.findings.json import VERSION
from reviewcli.linting.report import Located, Summary
from reviewcli.reading.readability.metrics import Metrics

Schema = dict[str, Any]


def report_schema() -> Schema:
    """The schema, draft 2020-12."""
    components = _components()
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    file = {
        "path": text,
        "notes": maybe,
        "error": maybe,
        "findings": {"type": "array", "items": {"$ref": "#/$defs/Located"}},
        "metrics": {"anyOf": [{"$ref": "#/$defs/Metrics"}, {"type": "null"}]},
    }
    whole = {
        "version": {"const": VERSION},
        "files": {"type": "array", "items": _whole(file)},
        "summary": {"$ref": "#/$defs/Summary"},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What review lint found",
        **_whole(whole),
        "$defs": components,
    }


def report_schema_text() -> str:
    """The schema as it is printed and kept."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"


def _components() -> Schema:
    _, components = msgspec.json.schema_components([Located, Summary, Metrics], ref_template="#/$defs/{name}")
    made = {
        name: value if "enum" in value else _whole(value["properties"]) for name, value in components.items()
    }
    del made["Located"]["properties"]["excerpt"], made["Excerpt"]  # what text shows, and JSON does not say
    made["Located"]["required"].remove("excerpt")
    return made


def _whole(properties: Schema) -> Schema:
    """An object with these keys, all of them there and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }

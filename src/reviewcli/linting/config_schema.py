"""The JSON Schema of a config, made of the settings and of the rules themselves."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from reviewcli.rules import GROUPS, Rule, all_rules
from reviewcli.settings.config import Config
from reviewcli.settings.reading import OF_THE_WHOLE
from reviewcli.texts.findings import ENGINES, Severity

Schema = dict[str, Any]

_OFF = {"enum": ["off", "on", False, True]}  # editors read `off` as a text or as a flag, by their YAML
_LEVEL = {"enum": [severity.value for severity in Severity]}
_FLAG = {"enum": [True, False, "yes", "no", "on", "off"]}


def config_schema() -> Schema:
    """The schema, draft 2020-12: every setting, every rule with its options."""
    settings = _inside(msgspec.json.schema(Config)["$defs"]["Config"]["properties"])
    settings["rules"] = {"$ref": "#/$defs/rules"}
    for key in ("select", "ignore"):
        settings[key] = {"type": ["array", "null"], "items": {"$ref": "#/$defs/rule_or_group"}, "default": []}
    some = {key: value for key, value in settings.items() if key not in OF_THE_WHOLE}
    files = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
    settings["overrides"] = {
        "type": ["array", "null"],
        "items": _closed({"files": files, **some}, "files"),
        "default": [],
    }
    rules = all_rules()
    engines = {"type": "string", "pattern": f"^({'|'.join(ENGINES)})/"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of review",
        **_closed(settings),
        "$defs": {
            "rules": {
                **_closed({name: _setting(rule) for name, rule in rules.items()}),
                "type": ["object", "null"],
                "patternProperties": {
                    engines["pattern"]: {"anyOf": [_OFF, _LEVEL, _closed({"level": _LEVEL})]}
                },
            },
            "rule_or_group": {"anyOf": [{"enum": [*GROUPS, *rules]}, engines]},
        },
    }


def config_schema_text() -> str:
    """The schema as it is printed and kept."""
    return json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"


def _setting(rule: type[Rule]) -> Schema:
    options = msgspec.json.schema(rule)["$defs"][rule.__name__]["properties"]
    options["level"] = _LEVEL
    said = (rule.__doc__ or "").strip().splitlines()[0]
    return {"description": said, "anyOf": [_OFF, _LEVEL, _closed(_inside(options))]}


def _closed(properties: Schema, *required: str) -> Schema:
    closed = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**closed, "required": list(required)} if required else closed


def _inside(properties: Schema) -> Schema:
    """The properties as people may write them: flags in words, one text for a list of one, nothing at all."""
    return {name: _written(value) for name, value in properties.items()}


def _written(value: Schema) -> Schema:
    kept = {
        key: each
        for key, each in value.items()
        if key not in ("type", "enum", "anyOf", "items", "prefixItems")
    }
    form = {key: each for key, each in value.items() if key not in kept}
    if form.get("type") == "boolean":
        form = _FLAG
    return {**kept, "anyOf": [form, {"type": "null"}]}

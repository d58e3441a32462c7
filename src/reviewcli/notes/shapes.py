"""The shapes that a value of the notes may have: how each is read, and what the JSON Schema says of it.

A shape reads a node into a plain value, or says at its place what is wrong and gives nothing. One object
serves the reader and the schema, so that they cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from reviewcli.notes.mappings import keys_of, took_comma
from reviewcli.notes.other_names import nearest_key
from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key, Schema, Shape
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_, plain_value

TEXT_SCHEMA: Schema = {"type": ["string", "number", "boolean", "null"]}


def texts_schema(item: Schema) -> Schema:
    """The schema of one such item or a list of them."""
    return {"anyOf": [item, {"type": "array", "items": item}]}


def read_text(reading: Reading, node: Node) -> str | None:
    """A short text: a title, a name, a place."""
    if not isinstance(node, Scalar):
        reading.no_text(node)
        return None
    reading.check_comment(node, prose=False)
    text = re.sub(r"[ \t\r\n]+", " ", node.text).strip(" ")
    if text.strip():
        return text
    reading.value_missing(node)
    return None


def read_prose(reading: Reading, node: Node) -> str | None:
    """Words of the writer's own, as they were typed."""
    if not isinstance(node, Scalar):
        reading.no_text(node)
        return None
    reading.check_comment(node, prose=True)
    if reading.has_glued_dashes(node):
        return None
    text = node.text.strip()
    if not text:
        reading.value_missing(node)
    return text or None


def read_flag(reading: Reading, node: Node) -> bool | None:
    """Yes or no."""
    word = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    if word in ("yes", "true"):
        return True
    if word in ("no", "false"):
        return False
    reading.wrong(node, "is neither yes nor no. Write yes or no.")
    return None


def or_text(schema: Schema, pattern: str) -> Schema:
    """The schema of a value that may be typed as a text of that form as well."""
    return {"anyOf": [schema, {"type": "string", "pattern": pattern}]}


def whole_number(low: int, high: int, what: str, advice: str, pattern: str) -> Shape:
    """A whole number within bounds; `pattern` is what it looks like as a text."""

    def read(reading: Reading, node: Node) -> int | None:
        text = node.text.strip() if isinstance(node, Scalar) else ""
        if not re.fullmatch(r"-?[0-9]{1,6}", text):
            reading.wrong(node, f"is no {what}. {advice}")
            return None
        if not low <= int(text) <= high:
            reading.wrong(node, f"is not a likely {what}. {advice}")
            return None
        return int(text)

    return Shape(read, or_text({"type": "integer", "minimum": low, "maximum": high}, pattern))


def read_runtime(reading: Reading, node: Node) -> int | None:
    """Minutes, of `126`, `126 min` or `2h 6m`."""
    text = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    minutes = _minutes(text)
    if minutes is not None and 1 <= minutes <= 1500:
        return minutes
    said = "is no runtime" if minutes is None else "is not a likely runtime"
    reading.wrong(node, f"{said}. Write minutes, as in 126, or 2h 6m.")
    return None


def _minutes(text: str) -> int | None:
    match = re.fullmatch(r"([0-9]{1,5})\s*(?:m|min|mins|min\.|minutes?|['’′])?", text)
    if match:
        return int(match[1])
    match = re.fullmatch(
        r"([0-9]{1,3})\s*(?:h|hr|hrs|hours?)\.?,?\s*(?:and\s+)?(?:([0-9]{1,2})\s*(?:m|min|mins|minutes?)?\.?)?",
        text,
    )
    return int(match[1]) * 60 + int(match[2] or 0) if match else None


def read_day(reading: Reading, node: Node) -> str | None:
    """A day: 2026-11-20, or as people write it."""
    text = read_text(reading, node)
    if text and _is_no_day(text):
        reading.wrong(node, "is no day of any calendar. Write year, month, day, as in 2026-11-20.")
        return None
    return text


def _is_no_day(text: str) -> bool:
    """Whether a text is written like 2026-11-20 and yet no calendar has that day."""
    from datetime import date

    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return True
    return False


def listed(item: Shape) -> Shape:
    """One such value or a list of them, read into a tuple."""

    def read(reading: Reading, node: Node) -> tuple[Any, ...]:
        nodes = node.items if isinstance(node, Sequence_) else (node,)
        values = [item.read(reading, each) for each in nodes if not reading.is_empty(each)]
        return tuple(value for value in values if value is not None)

    return Shape(read, texts_schema(item.schema), "lines", item_keys=item.keys)


def has_list_comma(text: str) -> bool:
    """Whether a text looks like several: it holds a comma that no "Jr." or "III" follows."""
    return len(at_list_commas(text)) > 1


def at_list_commas(text: str) -> list[str]:
    """The parts of a text between such commas."""
    return re.split(r",\s+(?!(?:Jr|Sr)\b|[IVX]+$)", text)


def commas_told(item: Shape) -> Shape:
    """One value or a list; a single one that holds commas is told, since it looks like several."""
    several = listed(item)

    def read(reading: Reading, node: Node) -> Any:
        if isinstance(node, Scalar) and node.plain and has_list_comma(node.text):
            parts = [part.strip() for part in node.text.split(",") if part.strip()]
            reading.warn(
                "one-text",
                f"“{node.text}” is read as one. If it is several, write [{', '.join(parts)}].",
                node.span,
            )
        return several.read(reading, node)

    return Shape(read, several.schema, "names", item_keys=item.keys)


def mapped(value: Shape, words: str, example: str) -> Shape:
    """Any keys, each with such a value."""

    def read(reading: Reading, node: Node) -> dict[str, Any] | None:
        if not isinstance(node, Mapping_):
            dashes = ", without dashes" if isinstance(node, Sequence_) else ""
            reading.wrong(node, f"does not fit here. Write {words}{dashes}, as in “{example}”.")
            return None
        found: dict[str, Any] = {}
        for key, each in node.entries:
            if took_comma(reading, node, key, each) or reading.is_empty(each):
                continue
            result = value.read(reading, each)
            if result is not None and result != ():
                found[key.text.strip()] = result
        return found

    return Shape(
        read,
        {"type": ["object", "null"], "additionalProperties": {"anyOf": [value.schema, {"type": "null"}]}},
        "by name",
    )


def keyed(
    make: Callable[..., Any],
    keys: Mapping[str, Key],
    shorthand: Callable[[Reading, Node], Any] | None = None,
) -> Shape:
    """A mapping with keys that are known, made into a value; anything else goes to its `shorthand`."""
    required = {name for name, key in keys.items() if key.required}

    def read(reading: Reading, node: Node) -> Any:
        if isinstance(node, Mapping_) and (shorthand is None or _has_keys(node, keys)):
            values = keys_of(reading, node, keys)
            return make(**values) if values and required <= values.keys() else None
        if shorthand:
            return shorthand(reading, node)
        reading.wrong(node, f"does not fit here. Write it under one of: {', '.join(keys)}.")
        return None

    mapping = object_schema(keys)
    schema = {"anyOf": [TEXT_SCHEMA, mapping]} if shorthand else mapping
    return Shape(read, schema, "line", keys)


def _has_keys(node: Mapping_, keys: Mapping[str, Key]) -> bool:
    """Whether a mapping is meant as one, not a text that YAML made one of."""
    names = [key.text for key, _ in node.entries]
    if any(name in keys for name in names):
        return True
    values = all(not value.is_absent and key.text.isidentifier() for key, value in node.entries)
    return node.flow and (values or any(nearest_key(name, keys) for name in names))


def object_schema(keys: Mapping[str, Key]) -> Schema:
    """The schema of a mapping with these keys and no others."""
    properties = {name: described(key) for name, key in keys.items()}
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    required = [name for name, key in keys.items() if key.required]
    return schema | {"required": required} if required else schema


def described(key: Key) -> Schema:
    """A key's schema with its words; any key may be left empty."""
    schema = key.shape.schema
    if not key.required and not _allows_null(schema):
        schema = {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
    return {"description": key.words, **schema}


def _allows_null(schema: Schema) -> bool:
    kinds = schema.get("type", [])
    return "null" in kinds or any(_allows_null(each) for each in schema.get("anyOf", []))


def read_anything(reading: Reading, node: Node) -> dict[str, Any] | None:
    """Free data: texts, lists and mappings as they stand, under keys."""
    if not isinstance(node, Mapping_):
        reading.wrong(node, "has no key. Write “KEY: VALUE” lines under it.")
        return None
    value: dict[str, Any] = plain_value(node)
    return value


TEXT = Shape(read_text, TEXT_SCHEMA)
PROSE = Shape(read_prose, TEXT_SCHEMA)
TEXTS = listed(TEXT)
DAY = Shape(read_day, TEXT_SCHEMA)
LISTED_TEXTS = commas_told(TEXT)
PROSE_LIST = listed(PROSE)
FLAG = Shape(
    read_flag,
    or_text({"type": "boolean"}, "^([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"),
)
YEAR = whole_number(1870, 2100, "year", "Write four digits, as in 2013.", "^[0-9]{4}$")
ANY_YEAR = whole_number(-3000, 2100, "year", "Write digits, as in 1963.", "^-?[0-9]{1,4}$")
RUNTIME = Shape(
    read_runtime,
    or_text({"type": "integer", "minimum": 1, "maximum": 1500}, "^ *[0-9]{1,5} *($|['’′]|[hHmM].*)"),
)
ANYTHING = Shape(read_anything, {"type": ["object", "null"]})

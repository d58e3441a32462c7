"""Writes values as YAML of notes: a line a thing, quotation marks only where YAML would take a text apart."""

from __future__ import annotations

import re
from typing import Any

from reviewcli.marked_yaml import Mapping_, Node, Scalar, Sequence_, parse_yaml
from reviewcli.quoting import quoted


def written(key: str, value: Node, indent: str = "") -> str:
    """A key and its value as YAML lines."""
    name = yaml_text(key)
    if isinstance(value, Scalar):
        return f"{indent}{name}: {_scalar(key, value)}".rstrip(" ") + "\n"
    inner = indent + "  "
    if isinstance(value, Mapping_):
        return f"{indent}{name}:\n" + "".join(written(each.text, node, inner) for each, node in value.entries)
    return f"{indent}{name}:\n" + "".join(_item(each, inner) for each in value.items)


def _item(value: Node, indent: str) -> str:
    if isinstance(value, Scalar):
        return f"{indent}- {_scalar('', value)}".rstrip(" ") + "\n"
    if isinstance(value, Sequence_):
        return f"{indent}-\n" + "".join(_item(each, indent + "  ") for each in value.items)
    lines = "".join(written(each.text, node, indent + "  ") for each, node in value.entries)
    return f"{indent}- {lines.lstrip()}" if lines else ""


def _scalar(key: str, value: Scalar) -> str:
    if value.is_absent:
        return ""
    is_number = re.fullmatch(r"[0-9]{1,4}", value.text) and "title" not in key
    return value.text if is_number else yaml_text(value.text)


def yaml_text(text: str) -> str:
    """The text as YAML that reads back as this text, also where others would see a number or a no."""
    read = parse_yaml(f"a: {text}\n")
    node = read.node
    value = (
        node.get("a") if isinstance(node, Mapping_) and len(node.entries) == 1 and not read.problems else None
    )
    is_plain = isinstance(value, Scalar) and value.plain and value.text == text and not value.is_absent
    return text if is_plain and " #" not in text and not _looks_typed(text) else quoted(text)


def _looks_typed(text: str) -> bool:
    import yaml

    loader: Any = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    return tag != "tag:yaml.org,2002:str" or re.match(r"[-+]?[0-9.]|null$|~$", text) is not None

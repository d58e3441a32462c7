"""Starter notes: about fifteen lines that explain themselves, ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from reviewcli.findings import Span
from reviewcli.marked_yaml import Mapping_, Node, Scalar, Sequence_, parse_yaml
from reviewcli.notes.keys import KEYS
from reviewcli.quoting import quoted

# What matters first, each with a word of help and, indented, what to fill in.
_ROWS: dict[str, tuple[str, str]] = {
    "title": ("", ""),
    "year": ("of the first release", ""),
    "directors": ("one name, or several: [Joel Coen, Ethan Coen]", ""),
    "cast": ("leads first", "  - # NAME as ROLE\n"),
    "synopsis": ("the premise, up to the first turn: one point a line", "  -\n"),
    "performances": (
        "what they do, and in which scene",
        "  # NAME: holds close-ups alone [the beach walk, 0:58]\n",
    ),
    "craft": ("what each department does, and where", "  # music: one tune, too often\n"),
    "critique": ("", "  strengths:\n    -\n  weaknesses:\n    -\n"),
    "spoilers": ("what no review may tell: lint looks out for it", "  -\n"),
    "verdict": ("", "  -\n"),
    "score": ("in your own scale: 4.5/5, 9/10, B+, ★★★½", ""),
}
_HELP = '# Fill in what you have and delete the rest. A text with ": " or " #" in it goes in "quotes".\n'


def starter_notes(title: str, *, values: Mapping_ | None = None, schema: str | None = None) -> str:
    """Notes to begin with. `values` are put in their places; `schema` is the address of the JSON Schema."""
    given: dict[str, Node] = {key.text: value for key, value in values.entries} if values else {}
    given.setdefault("title", Scalar(title, Span(0, 0), plain=False))
    text = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    text += _HELP
    for key, (words, rows) in _ROWS.items():
        if key in given:
            text += written(key, given[key])
        else:
            text += f"{key}:" + (f" # {words}" if words else "") + "\n" + rows
    return text + "".join(written(key, given[key]) for key in KEYS if key in given and key not in _ROWS)


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


def values_with(title: str, settings: Sequence[str]) -> Mapping_:
    """The title and the settings (`KEY.PATH=VALUE`) as a tree; raises everything that is wrong with them."""
    from reviewcli.notes.parsing import load_notes
    from reviewcli.notes.reading import Reading
    from reviewcli.notes.settings import with_settings

    load_notes("-", f"title: {quoted(title)}\n", settings)
    nowhere = Span(0, 0)
    tree = Mapping_(((Scalar("title", nowhere), Scalar(title, nowhere, plain=False)),), nowhere)
    return cast(Mapping_, with_settings(tree, settings, Reading("")))

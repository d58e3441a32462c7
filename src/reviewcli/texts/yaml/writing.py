"""Writes YAML: notes a line a thing, front matter compact, and both read back as what was written.

Notes are for people: a text has quotation marks only where YAML would take it apart. Front matter is for programs
of every version of YAML: a text that any of them could take for something else has quotation marks.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_
from reviewcli.texts.yaml.quoting import quoted
from reviewcli.texts.yaml.reading import parse_yaml


class Day(str):
    """A date, which stays plain YAML so that site generators know it for one."""

    __slots__ = ()


def node_lines(key: str, value: Node, indent: str = "") -> str:
    """A key of notes and its value as lines, an item a line."""
    name = text_of_notes(key)
    if isinstance(value, Scalar):
        return f"{indent}{name}: {_scalar_of_notes(key, value, indent)}".rstrip(" ") + "\n"
    inner = indent + "  "
    if isinstance(value, Mapping_):
        return f"{indent}{name}:\n" + "".join(
            node_lines(each.text, node, inner) for each, node in value.entries
        )
    return f"{indent}{name}:\n" + "".join(_item(each, inner) for each in value.items)


def _item(value: Node, indent: str) -> str:
    if isinstance(value, Scalar):
        return f"{indent}- {_scalar_of_notes('', value, indent)}".rstrip(" ") + "\n"
    if isinstance(value, Sequence_):
        return f"{indent}-\n" + "".join(_item(each, indent + "  ") for each in value.items)
    lines = "".join(node_lines(each.text, node, indent + "  ") for each, node in value.entries)
    return f"{indent}- {lines.lstrip()}" if lines else ""


_FLAGS = frozenset({"rewatch", "voice", "lead", "spoiler"})
# A number, a day, a score: everybody writes them so.
_FIGURE = r"[0-9]{1,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,3}(?:\.[0-9])?/[0-9]{1,3}"


def _scalar_of_notes(key: str, value: Scalar, indent: str) -> str:
    if value.is_absent:
        return ""
    if "\n" in value.text and _fits_block(value.text):
        lines = value.text.split("\n")
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in lines)
    is_figure = re.fullmatch(_FIGURE, value.text) and "title" not in key
    is_flag = key in _FLAGS and value.text in ("yes", "no")
    return value.text if is_figure or is_flag else text_of_notes(value.text)


def _fits_block(text: str) -> bool:
    """Whether a text of several lines can stand as it is under a `|-`."""
    lines = text.split("\n")
    return text == text.strip() and all(line.isprintable() and line == line.rstrip() for line in lines)


def text_of_notes(text: str) -> str:
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
    return tag != "tag:yaml.org,2002:str" or re.match(r"[-+]?[0-9.]|-\S|null$|~$", text) is not None


def value_lines(values: Mapping[str, Any], indent: str = "") -> Iterable[str]:
    """Keys and values as lines of front matter; what is empty is left out."""
    for key, value in values.items():
        if _is_empty(value):
            continue
        name = scalar(key)
        if isinstance(value, dict):
            yield f"{indent}{name}:\n"
            yield from value_lines(value, indent + "  ")
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
    """A single value of front matter, in quotation marks where a reader could take it for something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Day) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    return value if _is_plain(value) else quoted(value)


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

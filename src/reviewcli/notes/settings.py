"""Values given on the command line: `--set KEY.PATH=VALUE`, put into the notes before they are read."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.notes.kinds import KEYS
from reviewcli.notes.other_names import nearest_key, place_below
from reviewcli.notes.reading import Reading
from reviewcli.texts.findings import Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_
from reviewcli.texts.yaml.reading import parse_yaml

_NOWHERE = Span(0, 0)


def with_settings(node: Node | None, settings: Sequence[str], reading: Reading) -> Node | None:
    """The tree with each setting in its place; what cannot be set is told."""
    for setting in settings:
        node = _with_setting(node, setting, reading)
    return node


def _with_setting(node: Node | None, setting: str, reading: Reading) -> Node | None:
    given = f"--set {setting.partition('=')[0]}"
    path, equals, text = setting.partition("=")
    keys = path.strip().split(".")
    if not equals or not all(keys):
        reading.error("value", "Write KEY=VALUE, as in --set score=4/5.", _NOWHERE, given)
        return node
    if keys[0] not in KEYS:
        near = nearest_key(keys[0], KEYS)
        advice = f"Did you mean “{near}”?" if near else "Free data goes under “extra”."
        if place_below(keys[0], KEYS):
            advice = f"Write “--set crew.{keys[0]}=NAME”, or “craft.{keys[0]}” for what you noticed."
        reading.error("unknown-key", f"“{keys[0]}” is no key here. {advice}", _NOWHERE, given)
        return node
    value = _value(text, given, reading)
    return node if value is None else _put(node, keys, value, given, reading)


def _value(text: str, given: str, reading: Reading) -> Node | None:
    if not text.lstrip().startswith(("[", "{")):
        return (
            Scalar(text, _NOWHERE, plain=False, given=given)
            if text.strip()
            else Scalar("", _NOWHERE, given=given)
        )
    yaml = parse_yaml(text)
    for problem in yaml.problems:
        reading.error("yaml", problem.message, _NOWHERE, given)
    return _moved(yaml.node, given) if yaml.node and not yaml.problems else None


def _moved(node: Node, given: str) -> Node:
    """The node as one that stands in no file."""
    if isinstance(node, Scalar):
        return Scalar(node.text, _NOWHERE, node.plain, given)
    if isinstance(node, Sequence_):
        return Sequence_(tuple(_moved(item, given) for item in node.items), _NOWHERE, node.flow, given)
    entries = tuple(
        (Scalar(key.text, _NOWHERE, key.plain, given), _moved(value, given)) for key, value in node.entries
    )
    return Mapping_(entries, _NOWHERE, node.flow, given)


def _put(node: Node | None, keys: list[str], value: Node, given: str, reading: Reading) -> Node:
    """The node with the value at the path below it."""
    if not keys:
        return value
    key, *rest = keys
    if key == "0" and (node is None or node.is_absent):
        node = Sequence_((), _NOWHERE, given=given)
    if isinstance(node, Sequence_):
        return _put_item(node, key, rest, value, given, reading)
    if isinstance(node, Scalar) and not node.is_absent:
        reading.error(
            "value", f"There is nothing to set below “{node.text}”. Set the whole value.", _NOWHERE, given
        )
        return node
    if not isinstance(node, Mapping_):
        node = Mapping_((), node.span, given=node.given) if node else Mapping_((), _NOWHERE, given=given)
    entries = [
        (name, _put(old, rest, value, given, reading) if name.text == key else old)
        for name, old in node.entries
    ]
    if node.get(key) is None:
        entries.append((Scalar(key, _NOWHERE, given=given), _put(None, rest, value, given, reading)))
    return Mapping_(tuple(entries), node.span, node.flow, node.given)


def _put_item(node: Sequence_, key: str, rest: list[str], value: Node, given: str, reading: Reading) -> Node:
    count = len(node.items)
    if not key.isascii() or not key.isdigit() or int(key) > count:
        message = f"“{key}” is no item of a list of {count}. Items count from 0; {count} adds one."
        reading.error("value", message, _NOWHERE, given)
        return node
    index = int(key)
    old = node.items[index] if index < count else None
    new = _put(old, rest, value, given, reading)
    return Sequence_((*node.items[:index], new, *node.items[index + 1 :]), node.span, node.flow, node.given)

"""How a mapping of notes is read: keys that are known, keys that are not, and commas that cut a text in { }."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reviewcli.notes.other_names import nearest_key, place_below
from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key
from reviewcli.texts.findings import Edit, Fix, Span
from reviewcli.texts.yaml.nodes import Mapping_, Node, Problem, Scalar
from reviewcli.texts.yaml.quoting import put_in_quotes, quoting, shown


def keys_of(
    reading: Reading,
    node: Mapping_,
    keys: Mapping[str, Key],
    elsewhere: Callable[[str], str | None] = lambda _: None,
) -> dict[str, Any]:
    """The values of a mapping by its keys; keys that are not known are told with the nearest that is.

    `elsewhere` says of a key what it is somewhere else, and what to do.
    """
    values: dict[str, Any] = {}
    for key, value in node.entries:
        if took_comma(reading, node, key, value):
            continue
        if key.text not in keys:
            unknown_key(reading, key, keys, elsewhere(key.text))
        elif value.is_absent:
            if not reading.took_hash(value) and keys[key.text].required:
                _nothing_written(reading, key, value)
        elif (result := keys[key.text].shape.read(reading, value)) is not None:
            values[key.text] = result
    missing = [name for name, key in keys.items() if key.required and node.get(name) is None]
    for name in missing:
        reading.error(
            "value", f"“{name}” is missing. Add “{name}: …” here.", reading.first_line(node.span), node.given
        )
    return values


def _nothing_written(reading: Reading, key: Scalar, value: Node) -> None:
    given = value.given or key.given
    sign = "equals sign" if given else "colon"
    reading.error("value", f"“{key.text}” is empty. Write something after the {sign}.", key.span, given)


def unknown_key(reading: Reading, key: Scalar, keys: Mapping[str, Key], elsewhere: str | None = None) -> None:
    """A key that nothing is known of here."""
    if elsewhere:
        reading.error("unknown-key", elsewhere, key.span, key.given)
        return
    near = nearest_key(key.text, keys)
    fix = None
    if further := place_below(key.text, keys):
        advice = further
    elif near:
        # Not safe: it may be free data, or the right key may be there already.
        fix = None if key.given else Fix((Edit(key.span, near),), safe=False)
        advice = f"Did you mean “{near}”?"
    elif len(keys) < 12:
        advice = f"Known here: {', '.join(keys)}."
    else:
        advice = "Free data goes under “extra”."
    message = f"“{shown(key.text, 40)}” is no key here. {advice}"
    reading.problem(Problem(message, key.span, "unknown-key", fix), key.given)


def took_comma(reading: Reading, node: Mapping_, key: Scalar, value: Node) -> bool:
    """Whether this key is really the rest of a text: inside { } a comma ends one."""
    if not node.flow or not value.is_absent or not key.plain or node.given:
        return False
    if _has_colon(reading, key):
        return False
    before = reading.source.rfind(",", 0, key.span.start)
    entries = [name for name, _ in node.entries]
    place = entries.index(key)
    if before < node.span.start or place == 0:
        return False
    text = _text_with_commas(reading, node, place)
    message = f"A comma inside {{ }} ends the text, so “{shown(key.text, 40)}” is cut off. "
    span = Span(before, before + 1)
    if text:
        reading.problem(
            Problem(
                message + put_in_quotes(reading.source[text.start : text.end]),
                span,
                "unquoted-text",
                quoting(reading.source, text),
            )
        )
    else:
        reading.error("unquoted-text", message + "Put the text in quotes, or write one key a line.", span)
    return True


def _text_with_commas(reading: Reading, node: Mapping_, place: int) -> Span | None:
    """The whole text that commas cut in pieces: from the last key that has a value to the last piece."""
    entries = node.entries
    first = place - 1
    while first > 0 and entries[first][1].is_absent:
        first -= 1
    last = place
    while last + 1 < len(entries) and _is_piece(reading, entries[last + 1]):
        last += 1
    start = entries[first][1]
    if start.is_absent or not isinstance(start, Scalar) or not start.plain:
        return None  # {a, b}: no text stands there that a comma could cut
    return Span(start.span.start, entries[last][0].span.end)


def _is_piece(reading: Reading, entry: tuple[Scalar, Node]) -> bool:
    key, value = entry
    return value.is_absent and not _has_colon(reading, key)


def _has_colon(reading: Reading, key: Scalar) -> bool:
    return reading.source[key.span.end : key.span.end + 20].lstrip().startswith(":")

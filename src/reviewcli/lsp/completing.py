"""What may be typed at a place of notes, and what a key there is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    Hover,
    MarkupContent,
    MarkupKind,
    TextEdit,
)

from reviewcli.lsp.notes_place import NotesPlace, keys_under, kind_of_notes, place_in_notes
from reviewcli.lsp.positions import Positions
from reviewcli.notes.kinds import KINDS, Kind
from reviewcli.notes.model import CastMember
from reviewcli.notes.people import CAST_LIST
from reviewcli.notes.reading import Reading
from reviewcli.notes.shape import Key
from reviewcli.notes.shapes import FLAG
from reviewcli.texts.yaml.nodes import Mapping_
from reviewcli.texts.yaml.reading import parse_yaml


def completions(text: str, offset: int, positions: Positions) -> list[CompletionItem]:
    """What may be typed at an offset of notes."""
    place = place_in_notes(text, offset)
    if place is None:
        return []
    at = positions.range(place.start, offset)
    items = [
        CompletionItem(
            label,
            kind=kind,
            detail=detail or None,
            documentation=MarkupContent(MarkupKind.Markdown, words) if words else None,
            text_edit=TextEdit(at, new),
            filter_text=label,
            sort_text=f"{number:03}",
        )
        for number, (label, new, kind, detail, words) in enumerate(_offers(text, place))
    ]
    return [item for item in items if item.label != place.typed]


_Offer = tuple[str, str, CompletionItemKind, str, str]


def _offers(text: str, place: NotesPlace) -> Iterator[_Offer]:
    kind = kind_of_notes(text)
    if place.key is not None:
        key = (keys_under(kind, place.path) or {}).get(place.key)
        for value, words in _values(place.key, key) if key else ():
            yield value, value, CompletionItemKind.EnumMember, "", words
    elif place.path == ("performances",):
        yield from _performers(text, place)
    elif place.path in (("craft",), ("crew",)) and not place.in_list:
        for name in kind.departments.split():
            if name not in place.siblings:
                yield name, f"{name}: ", CompletionItemKind.Field, "department", ""
    else:
        yield from _keys(kind, place)


def _keys(kind: Kind, place: NotesPlace) -> Iterator[_Offer]:
    if place.in_list and len(place.path) == 0:
        return
    for name, key in (keys_under(kind, place.path) or {}).items():
        if name not in place.siblings:
            yield name, _typed(name, key, place), CompletionItemKind.Property, "", key.words


def _typed(name: str, key: Key, place: NotesPlace) -> str:
    """A key as it is begun: a list with its first dash, what has keys of its own with their indent."""
    indent = "  " * (len(place.path) + 1)
    if key.shape.keys or key.shape.form == "by name":
        return f"{name}:\n{indent}"
    return f"{name}:\n{indent}- " if key.shape.form == "lines" and not place.path else f"{name}: "


def _values(name: str, key: Key) -> Iterator[tuple[str, str]]:
    """The values that a key takes, where they can be counted."""
    if name == "kind":
        yield from ((each.name, f"{each.article.capitalize()}.") for each in KINDS.values())
    elif key.shape is FLAG:
        yield from (("yes", key.words), ("no", key.words))
    elif name == "pronoun":
        yield from ((word, key.words) for word in ("she", "he", "they"))
    elif name == "result":
        yield from ((word, key.words) for word in ("won", "nominated"))


def _performers(text: str, place: NotesPlace) -> Iterator[_Offer]:
    for member in _cast(text):
        if member.name not in place.siblings:
            role = f"as {' / '.join(member.roles)}" if member.roles else ""
            yield member.name, f"{_as_key(member.name)}: ", CompletionItemKind.Value, role, ""
    if "ensemble" not in place.siblings:
        yield "ensemble", "ensemble: ", CompletionItemKind.Value, "all of them", ""


def _as_key(name: str) -> str:
    return name if re.match(r"[\w]", name) and ": " not in name and " #" not in name else f'"{name}"'


def _cast(text: str) -> tuple[CastMember, ...]:
    """The cast as far as it can be read, whatever else is wrong with the notes."""
    node = parse_yaml(text).node
    cast = node.get("cast") if isinstance(node, Mapping_) else None
    found: Any = CAST_LIST.read(Reading(text), cast) if cast and not cast.is_absent else None
    return tuple(found or ())


def key_hover(text: str, offset: int, positions: Positions) -> Hover | None:
    """What the key at an offset is for."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = re.compile(r"[ \t]*(?:-[ \t]+)*([\w-]+)(?=[ \t]*:(?:\s|$))").match(text, begin)
    if not found or not found.start(1) <= offset <= found.end(1):
        return None
    place = place_in_notes(text, found.start(1))
    keys = keys_under(kind_of_notes(text), place.path) if place else None
    key = keys.get(found[1]) if keys else None
    if key is None:
        return None
    words = f"**{found[1]}**{' (required)' if key.required else ''}\n\n{key.words}"
    if values := ", ".join(value for value, _ in _values(found[1], key)):
        words += f"\n\nOne of: {values}."
    return Hover(MarkupContent(MarkupKind.Markdown, words), positions.range(*found.span(1)))

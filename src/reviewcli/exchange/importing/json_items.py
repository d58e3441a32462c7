"""JSON as items, and what stands in them as texts."""

from __future__ import annotations

import json
from typing import Any

from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import Source

Item = dict[str, Any]


def items_of(source: Source) -> list[Item]:
    """The objects of a JSON file: one, or a list of them.

    Raises:
        ReviewError: it is no JSON, or holds something else.
    """
    try:
        value = json.loads(source.text)
    except json.JSONDecodeError as error:
        place = Place(source.path, error.lineno, error.colno)
        raise ReviewError(f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}.", place) from None
    except (RecursionError, ValueError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else "a number is too long"
        raise ReviewError(f"is no JSON that can be read: {reason}.", Place(source.path)) from None
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, dict) for item in items):
        message = "holds no objects with names and values."
        raise ReviewError(message, Place(source.path, 1), "Save what the site sends, as it is.")
    return items


def text_at(item: Any, *path: str) -> str:
    """The text or number that stands there; nothing where there is none."""
    for name in path:
        item = item.get(name) if isinstance(item, dict) else None
    if isinstance(item, bool) or not isinstance(item, str | int | float):
        return ""
    return str(item).strip()


def texts_at(item: Item, name: str) -> list[str]:
    """The texts of a list, or the names of its objects."""
    found = item.get(name)
    if not isinstance(found, list):
        return []
    texts = [text_at(each, "name") if isinstance(each, dict) else text_at(each) for each in found]
    return [text for text in texts if text]


def objects_at(item: Any, *path: str) -> list[Item]:
    """The objects of a list."""
    for name in path:
        item = item.get(name) if isinstance(item, dict) else None
    return [each for each in item if isinstance(each, dict)] if isinstance(item, list) else []

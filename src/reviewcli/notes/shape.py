"""What a shape is, and a key: how a value of notes is read, and what the JSON Schema says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from reviewcli.notes.reading import Reading
from reviewcli.texts.yaml.nodes import Node

Schema = dict[str, Any]


class Shape(msgspec.Struct, frozen=True):
    """How a value is read, and its JSON Schema.

    `form` is how it is typed: in a line, as names with commas, as lines of a list, or by name; `keys` are those
    of a value with keys of its own, `item_keys` those of each item of a list.
    """

    read: Callable[[Reading, Node], Any]
    schema: Schema
    form: Literal["line", "names", "lines", "by name"] = "line"
    keys: Mapping[str, Key] | None = None
    item_keys: Mapping[str, Key] | None = None


class Key(msgspec.Struct, frozen=True):
    """A key of a mapping: the shape of its value, and what it is for, in words that editors show.

    `also` are what others call it, words with blanks between them. `claim` is what a draft's text claims of it:
    aired, developed, distributed, episodes, hours, issued, pages, platforms, price, published, seasons or tracks
    (`reading/claims/`), and nothing where lint holds no text against it.
    `names` says what the names under it are of; `is_group` that who stands there may be a band.
    """

    shape: Shape
    words: str
    required: bool = False
    also: str = ""
    claim: str = ""
    names: Literal["", "people", "titles", "things"] = ""
    is_group: bool = False

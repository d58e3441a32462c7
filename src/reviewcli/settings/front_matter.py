"""What a house wants of front matter, as its config says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

import msgspec

_OURS = ("draft", "review")


class MatterRules(msgspec.Struct, frozen=True):
    """What a house wants of front matter.

    Args:
        put: keys that are added where there is none of the name, with their values.
        rename: our keys and what the house calls them.
        drop: keys that go.
    """

    put: dict[str, Any] = {}
    rename: dict[str, str] = {}
    drop: tuple[str, ...] = ()

    def for_drafts(self) -> Self:
        """The rules but for `draft` and `review`, which say how far a draft is, and stay until it is published."""
        return msgspec.structs.replace(
            self,
            put=_without_ours(self.put),
            rename=_without_ours(self.rename),
            drop=tuple(key for key in self.drop if key not in _OURS),
        )


def rules_of(setting: Mapping[str, Any]) -> MatterRules:
    """The config's `front_matter` as rules.

    Raises:
        ValueError: it has a part that is none, or one of the wrong shape; the text says which.
    """
    put, rename, drop = (setting.get(key) or None for key in ("put", "rename", "drop"))
    drop = [drop] if isinstance(drop, str) else drop
    unknown = [key for key in setting if key not in ("put", "rename", "drop")]
    wrong = ""
    if unknown:
        wrong = f"“{unknown[0]}” is no part of front_matter, which has put, rename and drop."
    elif not isinstance(put or {}, Mapping):
        wrong = "“put” wants keys and values: {layout: review}."
    elif not isinstance(rename or {}, Mapping) or not _are_texts((rename or {}).values()):
        wrong = "“rename” wants keys and their new names: {score: rating}."
    elif not isinstance(drop or [], list) or not _are_texts(drop or []):
        wrong = "“drop” wants a list of keys: [cast]."
    if wrong:
        raise ValueError(wrong)
    return MatterRules(_typed(put or {}), dict(rename or {}), tuple(drop or ()))


def _without_ours(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if key not in _OURS}


def _are_texts(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) and value for value in values)


def _typed(value: Any) -> Any:
    """A value of the config, whose scalars are texts, as YAML takes it: `true`, `12` and dates keep their sense."""
    if isinstance(value, Mapping):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and re.fullmatch(r"0|-?[1-9]\d{0,15}", value) else value

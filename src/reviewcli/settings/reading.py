"""Reads a config: every problem at once, each at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec

from reviewcli.settings.config import Config, LoadedConfig
from reviewcli.texts.errors import Place, ReviewError, in_order
from reviewcli.texts.files import read_source
from reviewcli.texts.yaml.nodes import Mapping_, Node, Scalar, Sequence_, place_at, plain_value
from reviewcli.texts.yaml.reading import read_yaml

if TYPE_CHECKING:
    from reviewcli.settings.config import Override

_EXAMPLES = {
    "rules": "rules: {cliche: off}",
    "overrides": 'overrides: [{files: "capsules/*.md", profile: capsule}]',
    "front_matter": "front_matter: {put: {layout: review}}",
}
# What an override for some files cannot say.
OF_THE_WHOLE = ("include", "exclude", "overrides")


def read_config(file: Path, *, is_own: bool = False) -> LoadedConfig:
    """The settings of a file; one that `is_own` is the user's, or was named by them.

    Raises:
        ExceptionGroup: of a `ReviewError` for each problem of the file.
    """
    name = str(file)
    source = read_source(name)
    node = read_yaml(source.text, name)
    if node is None:
        return LoadedConfig(Config(), file, is_own=is_own)
    if not isinstance(node, Mapping_):
        raise ReviewError("holds no settings.", Place(name, 1, 1), 'Write them as "key: value", a line each.')
    text = _Text(source.text, name)
    values, places, problems = _settings(node, text)
    overrides: list[Override] = []
    for key, value in node.entries:
        if key.text == "overrides":
            read, wrong = _overrides(value, text)
            overrides += read
            problems += wrong
    loaded = LoadedConfig(Config(**values), file, places, tuple(overrides), is_own=is_own)
    if problems or overrides:
        from reviewcli.rules._choice import setting_problems

        problems += setting_problems(values, places)
        for over in overrides:
            problems += setting_problems(over.values, over.places)
    if problems:
        raise ExceptionGroup("config", in_order(problems))
    return loaded


class _Text(NamedTuple):
    """The text of a config file, which knows where its pieces stand."""

    text: str
    file: str

    def place(self, node: Node) -> Place:
        return place_at(self.text, node.span.start, self.file)


def _settings(
    node: Mapping_, text: _Text, but: Sequence[str] = ()
) -> tuple[dict[str, Any], dict[str, Place], list[ReviewError]]:
    """What a mapping of settings says, where each stands, and what is wrong with them."""
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    problems: list[ReviewError] = []
    for key, value in node.entries:
        if key.text in but:
            continue
        try:
            values |= _setting(key, value, text.place(key), text.place(value))
            places |= _places(key.text, key, value, text.text, text.file)
        except ReviewError as problem:
            problems.append(problem)
    return values, places, problems


def _overrides(node: Node, text: _Text) -> tuple[list[Override], list[ReviewError]]:
    """The settings of some files only, and what is wrong with them."""
    from reviewcli.settings.config import Override

    overrides: list[Override] = []
    problems: list[ReviewError] = []
    for item in node.items if isinstance(node, Sequence_) else ():
        if not isinstance(item, Mapping_):
            continue  # told as a wrong value of `overrides`
        files = item.get("files")
        globs = plain_value(files) if files else None
        globs = [globs] if isinstance(globs, str) else globs
        if not _are_texts(globs):
            hint = 'Name them: files: "capsules/*.md"'
            problems.append(ReviewError("an override is for some files.", text.place(files or item), hint))
        values, places, wrong = _settings(item, text, but=("files", *OF_THE_WHOLE))
        problems += wrong
        problems += [
            ReviewError(f"“{key.text}” is for the whole config, not for some files.", text.place(key))
            for key, _ in item.entries
            if key.text in OF_THE_WHOLE
        ]
        overrides.append(Override(tuple(map(str, globs or ())), values, places))
    return overrides, problems


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and bool(values) and all(isinstance(each, str) for each in values)


def _setting(key: Scalar, node: Node, key_place: Place, value_place: Place) -> dict[str, Any]:
    fields = {field.name: field for field in msgspec.structs.fields(Config)}
    if key.text not in fields:
        from reviewcli.texts.nearest import did_you_mean

        hint = did_you_mean(key.text, fields, "Take it out.")
        raise ReviewError(f"“{key.text}” is no setting.", key_place, hint)
    value = plain_value(node)
    if value is None:
        return {}
    wanted = fields[key.text].type
    if key.text == "front_matter":
        _check_front_matter(value, value_place)
    try:
        return {key.text: msgspec.convert(_flag(value) if wanted is bool else value, wanted, strict=False)}
    except msgspec.ValidationError:
        told = f"“{key.text}” is {_wanted(wanted)}, not {_shown(value)}."
        raise ReviewError(told, value_place, _example(key.text, value, wanted)) from None


def _check_front_matter(value: Any, place: Place) -> None:
    from reviewcli.settings.front_matter import rules_of

    if isinstance(value, dict):
        try:
            rules_of(value)
        except ValueError as problem:
            raise ReviewError(str(problem), place) from None


def _places(path: str, key: Scalar, value: Node, source: str, file: str) -> dict[str, Place]:
    places = {path: place_at(source, key.span.start, file)}
    if isinstance(value, Mapping_):
        for inner, node in value.entries:
            places |= _places(f"{path}.{inner.text}", inner, node, source, file)
    if isinstance(value, Sequence_) and path in ("select", "ignore"):
        for item in value.items:
            if isinstance(item, Scalar):
                places[f"{path}.{item.text}"] = place_at(source, item.span.start, file)
    return places


def _flag(value: Any) -> Any:
    return {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), value)


def _wanted(kind: Any) -> str:
    if kind == tuple[dict[str, Any], ...]:
        return "a list of mappings, each with `files`"
    literals = list(_literals(kind))
    if literals:
        return "one of " + ", ".join(literals)
    if kind is bool:
        return "yes or no"
    return {dict: "a mapping", tuple: "a list of texts"}.get(getattr(kind, "__origin__", kind), "a text")


def _example(key: str, value: Any, kind: Any) -> str | None:
    """How a setting is written, with the value that was meant where that can be told."""
    if literals := list(_literals(kind)):
        from reviewcli.texts.nearest import did_you_mean

        return did_you_mean(value, literals) if isinstance(value, str) else None
    if key in _EXAMPLES:
        return f"For example: {_EXAMPLES[key]}"
    if isinstance(value, str) and getattr(kind, "__origin__", kind) is tuple:
        return f'Write {key}: ["{value}"]'
    return None


def _literals(kind: Any) -> Iterator[str]:
    for part in get_args(kind):
        if isinstance(part, str):
            yield part
        else:
            yield from _literals(part)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    return "a list" if isinstance(value, list) else "a mapping"

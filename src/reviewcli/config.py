"""A house's settings: one file, the nearest upward, never merged; flags go on top of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from reviewcli.choices import Dialect, FailOn, Grammar, Level, SpoilerMark
from reviewcli.config_files import nearest_config
from reviewcli.errors import Place, ReviewError
from reviewcli.marked_yaml import Mapping_, Node, Scalar, place_at, plain_value, read_yaml
from reviewcli.sources import read_source

EXCLUDED = (
    "README*",
    "CHANGELOG*",
    "CONTRIBUTING*",
    "LICENSE*",
    "requirements*.txt",
    "node_modules",
    "_index.md",
)


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting with its default; `config.example.yaml` says what each is for."""

    profile: str | None = None
    dialect: Dialect | None = None
    template: str = "standard"
    templates: str | None = None
    notes: str | None = None
    output: str = "-"
    headings: bool = True
    spoiler_mark: SpoilerMark = "callout"
    title_heading: bool = True
    front_matter: dict[str, Any] = {}
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = EXCLUDED
    dictionary: tuple[str, ...] = ()
    grammar: Grammar = "auto"
    languagetool_url: str | None = None
    fail_on: FailOn = "error"
    min_severity: Level = "suggestion"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: dict[str, Any] = {}
    author: str | None = None


class LoadedConfig(msgspec.Struct, frozen=True):
    """A config, the file it was read from (None: the defaults), and where each key stands in it.

    The places of keys inside keys are there as well, by their path: `rules.cliche.level`.
    """

    config: Config
    file: Path | None = None
    places: dict[str, Place] = {}

    def path(self, value: str) -> Path:
        """A path of the config, as seen from the folder of its file."""
        folder = self.file.parent if self.file else Path()
        return folder / Path(value).expanduser()

    def dictionaries(self) -> list[Path]:
        """The files of words that the config names."""
        return [self.path(name) for name in self.config.dictionary]


def named_profile(loaded: LoadedConfig, flag: str | None, own: str | None, file: Path | None) -> str | None:
    """The profile of a draft, a file as a path from here: the flag's, the draft's own, the config's.

    A file is looked for beside what names it: the working directory for a flag, the draft, the config.
    """
    if flag or not (own or loaded.config.profile):
        return flag
    name = own or loaded.config.profile or ""
    if not (name.lower().endswith((".yaml", ".yml")) or "/" in name):
        return name
    return str((file.parent if file else Path()) / name) if own else str(loaded.path(name))


class Configs:
    """The configs of one run, each file read once.

    Args:
        chosen: the file that `--config` names; it then serves every draft.
        isolated: read no file at all.
    """

    def __init__(self, chosen: str | None = None, *, isolated: bool = False) -> None:
        self._isolated = isolated
        self._chosen = _read(Path(chosen)) if chosen and not isolated else None
        self._by_folder: dict[Path, LoadedConfig] = {}
        self._by_file: dict[Path, LoadedConfig] = {}

    def for_file(self, file: Path | None) -> LoadedConfig:
        """The config of a draft; of the working directory for standard input (None).

        Raises:
            ExceptionGroup: of a `ReviewError` for each problem of the file.
        """
        if self._isolated:
            return LoadedConfig(Config())
        if self._chosen:
            return self._chosen
        folder = Path.cwd() if file is None else Path(os.path.abspath(file)).parent  # noqa: PTH100 — resolve() would leave the folder that a link stands in
        if folder not in self._by_folder:
            self._by_folder[folder] = self._of(nearest_config(folder))
        return self._by_folder[folder]

    def _of(self, file: Path | None) -> LoadedConfig:
        if file is None:
            return LoadedConfig(Config())
        if file not in self._by_file:
            self._by_file[file] = _read(file)
        return self._by_file[file]


def _read(file: Path) -> LoadedConfig:
    name = str(file)
    source = read_source(name)
    node = read_yaml(source.text, name)
    if node is None:
        return LoadedConfig(Config(), file)
    if not isinstance(node, Mapping_):
        raise ReviewError("holds no settings.", Place(name, 1, 1), 'Write them as "key: value", a line each.')
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    problems: list[ReviewError] = []
    for key, value in node.entries:
        place = place_at(source.text, key.span.start, name)
        try:
            values |= _setting(key, value, place, place_at(source.text, value.span.start, name))
            places |= _places(key.text, key, value, source.text, name)
        except ReviewError as problem:
            problems.append(problem)
    if problems:
        raise ExceptionGroup("config", problems)
    return LoadedConfig(Config(**values), file, places)


def _setting(key: Scalar, node: Node, key_place: Place, value_place: Place) -> dict[str, Any]:
    fields = {field.name: field for field in msgspec.structs.fields(Config)}
    if key.text not in fields:
        from reviewcli.nearest import did_you_mean

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
        raise ReviewError(f"“{key.text}” is {_wanted(wanted)}, not {_shown(value)}.", value_place) from None


def _check_front_matter(value: Any, place: Place) -> None:
    from reviewcli.publish.matter import rules_of

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
    return places


def _flag(value: Any) -> Any:
    return {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower(), value)


def _wanted(kind: Any) -> str:
    literals = list(_literals(kind))
    if literals:
        return "one of " + ", ".join(literals)
    if kind is bool:
        return "yes or no"
    return {dict: "a mapping", tuple: "a list of texts"}.get(getattr(kind, "__origin__", kind), "a text")


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

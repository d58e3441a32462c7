"""A house's settings: one file, the nearest upward, never merged; flags go on top of it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec

from reviewcli.choices import Dialect, FailOn, Grammar, Level, SpoilerMark
from reviewcli.config_files import nearest_config
from reviewcli.errors import Place, ReviewError, in_order
from reviewcli.marked_yaml import Mapping_, Node, Scalar, Sequence_, place_at, plain_value, read_yaml
from reviewcli.sources import read_source

if TYPE_CHECKING:
    from reviewcli.config_overrides import Override

EXCLUDED = (
    "README*",
    "CHANGELOG*",
    "CONTRIBUTING*",
    "LICENSE*",
    "requirements*.txt",
    "node_modules",
    "_index.md",
)


_OF_THE_WHOLE = ("include", "exclude", "overrides")


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
    overrides: tuple[dict[str, Any], ...] = ()
    author: str | None = None


class LoadedConfig(msgspec.Struct, frozen=True):
    """A config, the file it was read from (None: the defaults), and where each key stands in it.

    The places of keys inside keys are there as well, by their path: `rules.cliche.level`. `overrides` are for some
    files only; `applied` are the numbers of those that went into this config.
    """

    config: Config
    file: Path | None = None
    places: dict[str, Place] = {}
    overrides: tuple[Override, ...] = ()
    applied: tuple[int, ...] = ()

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
        loaded = self._before_overrides(file)
        if file is None or not loaded.overrides:
            return loaded
        from reviewcli.config_overrides import overridden

        return overridden(loaded, loaded.overrides, file)

    def _before_overrides(self, file: Path | None) -> LoadedConfig:
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
    text = _Text(source.text, name)
    values, places, problems = _settings(node, text)
    overrides: list[Override] = []
    for key, value in node.entries:
        if key.text == "overrides":
            read, wrong = _overrides(value, text)
            overrides += read
            problems += wrong
    loaded = LoadedConfig(Config(**values), file, places, tuple(overrides))
    if problems or overrides:
        from reviewcli.choice import setting_problems

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
    from reviewcli.config_overrides import Override

    overrides: list[Override] = []
    problems: list[ReviewError] = []
    for item in node.items if isinstance(node, Sequence_) else ():
        if not isinstance(item, Mapping_):
            continue  # told as a wrong value of `overrides`
        files = next((value for key, value in item.entries if key.text == "files"), None)
        globs = plain_value(files) if files else None
        globs = [globs] if isinstance(globs, str) else globs
        if not (isinstance(globs, list) and globs and all(isinstance(glob, str) for glob in globs)):
            hint = 'Name them: files: "capsules/*.md"'
            problems.append(ReviewError("an override is for some files.", text.place(files or item), hint))
        values, places, wrong = _settings(item, text, but=("files", *_OF_THE_WHOLE))
        problems += wrong
        problems += [
            ReviewError(f"“{key.text}” is for the whole config, not for some files.", text.place(key))
            for key, _ in item.entries
            if key.text in _OF_THE_WHOLE
        ]
        overrides.append(Override(tuple(map(str, globs or ())), values, places))
    return overrides, problems


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

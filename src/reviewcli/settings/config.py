"""A house's settings: one file, the nearest upward, never merged; flags go on top of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from reviewcli.reading.dialects import Dialect
from reviewcli.settings.values import FailOn, Grammar, SpoilerMark
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import is_folder
from reviewcli.texts.findings import Level
from reviewcli.texts.reach import leads_out, project_of

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
    overrides: tuple[dict[str, Any], ...] = ()
    author: str | None = None


class Override(msgspec.Struct, frozen=True):
    """Settings for the files that a glob matches, and where each stands."""

    files: tuple[str, ...]
    values: dict[str, Any]
    places: dict[str, Place]


class LoadedConfig(msgspec.Struct, frozen=True):
    """A config, the file it was read from (None: the defaults), and where each key stands in it.

    The places of keys inside keys are there as well, by their path: `rules.cliche.level`. `overrides` are for some
    files only; `applied` are the numbers of those that went into this config. One that is the user's own, or that a
    flag names, `is_own`; another came with a checkout, may be anybody's, and reaches only inside its project.
    `users_server` is the server that the user's own config names beside it.
    """

    config: Config
    file: Path | None = None
    places: dict[str, Place] = {}
    overrides: tuple[Override, ...] = ()
    applied: tuple[int, ...] = ()
    is_own: bool = False
    users_server: str | None = None

    @property
    def reach(self) -> Path | None:
        """The folder that everything it names must lie in; None where it may name what it likes."""
        return None if self.file is None or self.is_own else project_of(self.file.parent)

    def path(self, value: str, key: str) -> Path:
        """A path that a key of the config names, as seen from the folder of its file.

        Raises:
            ReviewError: it leads out of the project that the config came with.
        """
        folder = self.file.parent if self.file else Path()
        return self.within_reach(folder / Path(value).expanduser(), key)

    def within_reach(self, path: Path, key: str) -> Path:
        """The path, if what this key names may lie there; raises as `path`."""
        reach = self.reach
        if reach and leads_out(path, reach):
            message = f"“{key}” leads out of {reach}, and a config that comes with a project stays in it."
            hint = "Name it by a flag, or in a config of your own."
            raise ReviewError(message, self.places.get(key) or Place(str(self.file)), hint)
        return path

    @property
    def notes_folder(self) -> Path | None:
        """The folder of notes that the config names."""
        return self.path(self.config.notes, "notes") if self.config.notes else None

    def dictionaries(self) -> list[Path]:
        """The files of words that the config names."""
        return [self.path(name, "dictionary") for name in self.config.dictionary]


class ForeignProfile(str):
    """A profile that a draft names outside of its project: it may be anybody's file, and none of its words are told."""

    __slots__ = ()


def named_profile(loaded: LoadedConfig, flag: str | None, own: str | None, file: Path | None) -> str | None:
    """The profile of a draft, a file as a path from here: the flag's, the draft's own, the config's.

    A file is looked for beside what names it: the working directory for a flag, the draft, the config.

    Raises:
        ReviewError: a config names a file outside of the project that it came with.
    """
    if flag or not (own or loaded.config.profile):
        return flag
    name = own or loaded.config.profile or ""
    if not (name.lower().endswith((".yaml", ".yml")) or "/" in name):
        return name
    if not own:
        return str(loaded.path(name, "profile"))
    folder = file.parent if file else Path()
    is_foreign = leads_out(folder / name, loaded.reach or project_of(folder))
    return ForeignProfile(folder / name) if is_foreign else str(folder / name)


def place_of_profile(profile: str | None, loaded: LoadedConfig) -> Place | None:
    """Where the config names the profile that is used, if it is its."""
    is_its = profile is not None and named_profile(loaded, None, None, None) == profile
    return loaded.places.get("profile") if is_its else None


def no_notes_folder(loaded: LoadedConfig) -> str:
    """What to tell a person where the config's folder of notes is none; else nothing."""
    folder, place = loaded.notes_folder, loaded.places.get("notes")
    if not folder or not place or is_folder(folder):
        return ""
    return f"{place}: “{loaded.config.notes}” is no folder, so no notes are found there."

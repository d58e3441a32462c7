"""A house's settings: one file, the nearest upward, never merged; flags go on top of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from reviewcli.reading.dialects import Dialect
from reviewcli.settings.values import FailOn, Grammar, SpoilerMark
from reviewcli.texts.errors import Place
from reviewcli.texts.findings import Level

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

    @property
    def notes_folder(self) -> Path | None:
        """The folder of notes that the config names."""
        return self.path(self.config.notes) if self.config.notes else None

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


def place_of_profile(profile: str | None, loaded: LoadedConfig) -> Place | None:
    """Where the config names the profile that is used, if it is its."""
    is_its = profile is not None and named_profile(loaded, None, None, None) == profile
    return loaded.places.get("profile") if is_its else None


def no_notes_folder(loaded: LoadedConfig) -> str:
    """What to tell a person where the config's folder of notes is none; else nothing."""
    folder, place = loaded.notes_folder, loaded.places.get("notes")
    if not folder or not place or folder.is_dir():
        return ""
    return f"{place}: “{loaded.config.notes}” is no folder, so no notes are found there."

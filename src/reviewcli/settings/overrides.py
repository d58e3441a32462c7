"""Settings of some files only: `overrides: [{files: GLOB, …}]`, laid over a config's own."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reviewcli.settings.config import Config, LoadedConfig, Override


def overridden(loaded: LoadedConfig, overrides: Sequence[Override], file: Path) -> LoadedConfig:
    """The config of a file: that of its folder, with each override that is for it laid over, in order."""
    names = _names(file, loaded.file.parent if loaded.file else None)
    applied = [number for number, each in enumerate(overrides) if _is_for(each, names)]
    for number in applied:
        loaded = _laid_over(loaded, overrides[number])
    return msgspec.structs.replace(loaded, applied=tuple(applied))


def _laid_over(loaded: LoadedConfig, over: Override) -> LoadedConfig:
    from reviewcli.rules._choice import merge_settings

    values = dict(over.values)
    config = loaded.config
    if "rules" in values:
        values["rules"] = merge_settings(config.rules, values["rules"])
    if "ignore" in values:
        values["ignore"] = (*config.ignore, *values["ignore"])
    merged: Config = msgspec.structs.replace(config, **values)
    return msgspec.structs.replace(loaded, config=merged, places={**loaded.places, **over.places})


def _is_for(over: Override, names: Sequence[str]) -> bool:
    return any(fnmatch.fnmatch(name, glob) for name in names for glob in over.files)


def _names(file: Path, folder: Path | None) -> list[str]:
    """What a glob may match: the name, and the path as seen from the config's folder or from here."""
    whole = Path(os.path.abspath(file))  # noqa: PTH100 — resolve() would leave the folder that a link stands in
    inside = [
        whole.relative_to(top.absolute()).as_posix()
        for top in (folder, Path.cwd())
        if top and whole.is_relative_to(top.absolute())
    ]
    return [whole.name, *inside[:1]]

"""Finds the config of each draft: the nearest upward, or the one that is named."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from reviewcli.settings.config import Config, LoadedConfig
from reviewcli.settings.places import nearest_config, user_config_file
from reviewcli.texts.files import is_file


class Configs:
    """The configs of one run, each file read once.

    Args:
        chosen: the file that `--config` names; it then serves every draft.
        isolated: read no file at all.
    """

    def __init__(self, chosen: str | None = None, *, isolated: bool = False) -> None:
        self.chosen, self.isolated = chosen, isolated
        self._chosen = _read(Path(chosen), is_own=True) if chosen and not isolated else None
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
        from reviewcli.settings.overrides import overridden

        return overridden(loaded, loaded.overrides, file)

    def _before_overrides(self, file: Path | None) -> LoadedConfig:
        if self.isolated:
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
            self._by_file[file] = self._read(file)
        return self._by_file[file]

    def _read(self, file: Path) -> LoadedConfig:
        """A config that was found: the user's own, or one that came with a project."""
        users = user_config_file()
        if file == users:
            return _read(file, is_own=True)
        loaded = _read(file)
        if not is_file(users):
            return loaded
        return msgspec.structs.replace(loaded, users_server=self._of(users).config.languagetool_url)


def _read(file: Path, *, is_own: bool = False) -> LoadedConfig:
    from reviewcli.settings.reading import read_config  # and YAML with it: most runs have no config

    return read_config(file, is_own=is_own)

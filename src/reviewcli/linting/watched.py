"""The files that count for a run: drafts, their notes, the config, lists of words. Whoever watches them sees a save."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewcli.settings.config import Config, LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.settings.places import FILES_ABOVE, user_config_file
from reviewcli.settings.word_lists import users_file
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import NOTES, find_drafts, is_folder

State = dict[str, tuple[int, int, int]]


def state_of(paths: Sequence[str], notes: Path | None, config: str | None, *, isolated: bool) -> State:
    """Every file that counts, by its name as it was given, with what tells that it was saved.

    Args:
        paths: the drafts that are named; none for those that the config includes.
        notes: what `--notes` names.
        config: what `--config` names.
        isolated: whether no config is read.
    """
    state: State = {}
    for file in _files(paths, notes, config, isolated=isolated):
        try:
            found = os.stat(file)  # noqa: PTH116 — the name is shown as it was given
        except OSError:
            continue
        state[file] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return state


def changed(before: State, now: State) -> str:
    """The first file, by its name, that is not as it was."""
    return min(file for file in {*before, *now} if before.get(file) != now.get(file))


def _files(paths: Sequence[str], notes: Path | None, config: str | None, *, isolated: bool) -> Iterator[str]:
    loaded = _config(config, isolated=isolated)
    # The run says what cannot be read.
    drafts = list(find_drafts(paths or loaded.config.include, loaded.config.exclude, lambda _: None))
    yield from drafts
    folders = {os.path.dirname(draft) or "." for draft in drafts}  # noqa: PTH120 — the name is shown as it was given
    for folder in [*map(Path, sorted(folders)), loaded.notes_folder, notes]:
        yield from _notes(folder) if folder else ()
    for above in dict.fromkeys(top for folder in (*folders, ".") for top in _above(Path(folder))):
        yield from (_named(above / name) for name in FILES_ABOVE)
    yield from map(_named, loaded.dictionaries())
    yield str(user_config_file())
    yield str(users_file())
    if loaded.config.profile:
        yield _named(loaded.path(loaded.config.profile, "profile"))
    if config:
        yield config


def _config(config: str | None, *, isolated: bool) -> LoadedConfig:
    try:
        return Configs(config, isolated=isolated).for_file(None)
    except* ReviewError:  # the run says so; here it is enough to see when it is mended
        pass
    return LoadedConfig(Config())


def _notes(place: Path) -> Iterator[str]:
    if is_folder(place):
        with os.scandir(place) as entries:
            yield from sorted(
                os.path.normpath(each.path) for each in entries if each.name.lower().endswith(NOTES)
            )
    else:
        yield str(place)


def _above(folder: Path) -> tuple[Path, ...]:
    whole = folder.absolute()
    return (whole, *whole.parents)


def _named(file: Path) -> str:
    """A file as seen from here, if it is below."""
    whole, here = file.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)

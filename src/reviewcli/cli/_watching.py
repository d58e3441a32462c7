"""`review lint --watch`: lint again whenever a draft, its notes, the config or a list of words is saved."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from reviewcli.cli._options import GlobalOptions
from reviewcli.settings.config import Config, LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.settings.places import FILES_ABOVE
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import NOTES, STDIN, find_drafts, stdin_is_piped

_PAUSE = 0.25  # seconds between looks
_FLAG = "--watch"

State = dict[str, tuple[int, int, int]]


def watch(paths: Sequence[str] | None, notes: Path | None, options: GlobalOptions) -> NoReturn:
    """Run this very command, without the flag, now and after every save; only Ctrl-C ends it.

    Raises:
        ReviewError: there is no file to watch.
    """
    if STDIN in (paths or ()) or (not paths and stdin_is_piped()):
        raise ReviewError(f"{_FLAG} reads drafts in files, and standard input is none.", hint="Name a draft.")
    command = [sys.executable, "-P", "-m", "reviewcli", *(each for each in sys.argv[1:] if each != _FLAG)]
    while True:
        before = _state(paths, notes, options)
        sys.stdout.flush()
        subprocess.run(command, check=False)
        options.tell(f"Watching {len(before)} file{'' if len(before) == 1 else 's'}. Ctrl-C ends.")
        changed = _wait(before, paths, notes, options)
        options.tell(f"\n{changed} changed.")


def _wait(before: State, paths: Sequence[str] | None, notes: Path | None, options: GlobalOptions) -> str:
    """Wait for a save, and until it is over: editors write a file in several steps."""
    last = before
    while True:
        time.sleep(_PAUSE)
        now = _state(paths, notes, options)
        if now == last and now != before:
            return min(file for file in {*before, *now} if before.get(file) != now.get(file))
        last = now


def _state(paths: Sequence[str] | None, notes: Path | None, options: GlobalOptions) -> State:
    """Every file that counts, with what tells that it was saved."""
    state: State = {}
    for file in _files(paths, notes, options):
        try:
            found = os.stat(file)  # noqa: PTH116 — the name is shown as it was given
        except OSError:
            continue
        state[file] = (found.st_mtime_ns, found.st_size, found.st_ino)
    return state


def _files(paths: Sequence[str] | None, notes: Path | None, options: GlobalOptions) -> Iterator[str]:
    loaded = _config(options)
    drafts = list(_drafts(paths or loaded.config.include, loaded.config))
    yield from drafts
    folders = {os.path.dirname(draft) or "." for draft in drafts}  # noqa: PTH120 — the name is shown as it was given
    houses = [loaded.path(loaded.config.notes)] if loaded.config.notes else []
    for folder in [*map(Path, sorted(folders)), *houses, *([notes] if notes else [])]:
        yield from _notes(folder)
    for above in dict.fromkeys(top for folder in (*folders, ".") for top in _above(Path(folder))):
        yield from (_named(above / name) for name in FILES_ABOVE)
    yield from map(_named, loaded.dictionaries())
    yield from _of_the_user()
    if loaded.config.profile:
        yield _named(loaded.path(loaded.config.profile))
    if options.config:
        yield options.config


def _config(options: GlobalOptions) -> LoadedConfig:
    try:
        return Configs(options.config, isolated=options.isolated).for_file(None)
    except* ReviewError:  # the run says so; here it is enough to see when it is mended
        pass
    return LoadedConfig(Config())


def _drafts(paths: Sequence[str], config: Config) -> Iterator[str]:
    return find_drafts(paths, config.exclude, lambda _: None)  # the run says what cannot be read


def _notes(place: Path) -> Iterator[str]:
    if place.is_dir():
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


def _of_the_user() -> Iterator[str]:
    from reviewcli.settings.places import user_config_file
    from reviewcli.settings.word_lists import users_file

    yield str(user_config_file())
    yield str(users_file())

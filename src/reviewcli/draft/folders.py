"""Where templates lie: a house's folder, the user's, ours; one file of the same name overrides one file."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from reviewcli.errors import Place, ReviewError

ENDING = ".md.j2"
SHARED = "shared"
OURS = "built-in"  # in front of a name: the file as we ship it, for a house's file of the same name


class Found(msgspec.Struct, frozen=True):
    """A template in force: its name inside a folder (`film/standard.md.j2`), and the folder."""

    name: str
    folder: Path

    @property
    def path(self) -> Path:
        """The file itself."""
        return self.folder / self.name

    @property
    def called(self) -> str:
        """`film/standard`."""
        return self.name.removesuffix(ENDING)


@functools.cache
def built_in_folder() -> Path:
    """Where our own templates lie: in the package, or in the repository when it runs from there."""
    package = Path(__file__).parents[1] / "templates"
    return package if package.is_dir() else Path(__file__).parents[3] / "templates"


def user_folder() -> Path:
    """Where the user's own templates lie, if there are any."""
    from platformdirs import user_config_path

    return user_config_path("review") / "templates"


def templates_in_force(folders: Sequence[Path]) -> Iterator[Found]:
    """Every template and block by name, each from the first folder that has it; ours come last."""
    seen: dict[str, Path] = {}
    for folder in (*folders, built_in_folder()):
        for file in sorted(folder.rglob(f"*{ENDING}")) if folder.is_dir() else ():
            seen.setdefault(file.relative_to(folder).as_posix(), folder)
    yield from (Found(name, seen[name]) for name in sorted(seen))


def find_in_force(name: str, kind: str, folders: Sequence[Path]) -> Found:
    """The template of this name for a kind; `book/capsule` and `shared/credits` name the folder themselves.

    Raises:
        ReviewError: there is none.
    """
    inside = f"{name if '/' in name else f'{kind}/{name}'}{ENDING}"
    if ".." not in Path(inside).parts:
        for folder in (*folders, built_in_folder()):
            if (folder / inside).is_file():
                return Found(inside, folder)
    raise _unknown(name, kind, folders)


def _unknown(name: str, kind: str, folders: Sequence[Path]) -> ReviewError:
    import difflib

    called = [found.called for found in templates_in_force(folders)]
    if "/" in name:
        near = difflib.get_close_matches(name, called, 1)
        hint = f"Did you mean “{near[0]}”?" if near else "`review template list` names them all."
        return ReviewError(f"there is no template “{name}”.", hint=hint)
    of_kind = [each.removeprefix(f"{kind}/") for each in called if each.startswith(f"{kind}/")]
    hint = f"There are {', '.join(of_kind)}." if of_kind else "`review template list` names them all."
    return ReviewError(f"there is no template “{name}” for a {kind}.", hint=hint)


def check_folder(folder: Path, place: Place | None) -> None:
    """Raises: ReviewError: a folder that the config names is none."""
    if not folder.is_dir():
        raise ReviewError(f"there is no folder {folder}.", place, "Make it, or take “templates” out.")

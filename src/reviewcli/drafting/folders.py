"""Where templates lie: a house's folder, the user's, ours; one file of the same name overrides one file."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import bytes_of, is_file, is_folder

if TYPE_CHECKING:
    from reviewcli.settings.config import LoadedConfig

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

    @property
    def kind(self) -> str:
        """`film`, or `shared` for a block."""
        return self.name.partition("/")[0] if "/" in self.name else ""

    @property
    def source(self) -> str:
        """Where it comes from, as people call it."""
        return "built in" if self.folder == built_in_folder() else str(self.folder)

    @property
    def purpose(self) -> str:
        """What it says of itself: the first sentence of the comment that it opens with."""
        text = bytes_of(self.path).decode("utf-8", "replace").lstrip()
        if not text.startswith("{#"):
            return ""
        comment = " ".join(text[2:].partition("#}")[0].split())
        return comment.partition(". ")[0].rstrip(".")


@functools.cache
def built_in_folder() -> Path:
    """Where our own templates lie: in the package, or in the repository when it runs from there."""
    package = Path(__file__).parents[1] / "templates"
    return package if is_folder(package) else Path(__file__).parents[3] / "templates"


def user_folder() -> Path:
    """Where the user's own templates lie, if there are any."""
    from reviewcli.settings.places import user_config_folder

    return user_config_folder() / "templates"


def templates_in_force(folders: Sequence[Path]) -> Iterator[Found]:
    """Every template and block by name, each from the first folder that has it; ours come last."""
    seen: dict[str, Path] = {}
    for folder in (*folders, built_in_folder()):
        for file in sorted(folder.rglob(f"*{ENDING}")) if is_folder(folder) else ():
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
            if is_file(folder / inside):
                return Found(inside, folder)
    raise _unknown(name, kind, folders)


def _unknown(name: str, kind: str, folders: Sequence[Path]) -> ReviewError:
    from reviewcli.notes.kinds import KINDS
    from reviewcli.texts.nearest import did_you_mean

    called = [found.called for found in templates_in_force(folders)]
    if "/" in name:
        hint = did_you_mean(name, called, "`review template list` names them all.")
        return ReviewError(f"there is no template “{name}”.", hint=hint)
    of_kind = [each.removeprefix(f"{kind}/") for each in called if each.startswith(f"{kind}/")]
    hint = f"There are {', '.join(of_kind)}." if of_kind else "`review template list` names them all."
    reviewed = KINDS[kind].article if kind in KINDS else f"“{kind}”"
    return ReviewError(f"there is no template “{name}” for {reviewed}.", hint=hint)


def folders_before_ours(config: LoadedConfig, *, isolated: bool = False) -> tuple[Path, ...]:
    """The folders that come before our own: the one that the config names, then the user's.

    Raises:
        ReviewError: the config names a folder that is not there.
    """
    if isolated:
        return ()
    named = config.config.templates
    if named is None:
        return (user_folder(),)
    folder = config.path(named, "templates")
    if not is_folder(folder):
        raise ReviewError(f"there is no folder {folder}.", config.places.get("templates"), "Make it first.")
    return (folder, user_folder())

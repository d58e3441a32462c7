"""What a format is, what it is given, and finding it by its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import msgspec

from reviewcli.notes.model import Notes
from reviewcli.texts.errors import ReviewError


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """A finished review: its facts, and its words without front matter, markers, first heading and credit line.

    `headline` is what the review itself is called where that is not the work's title. `body` is Markdown (for a
    draft in plain text: that text), its lines end with a line feed. `todos` are the sections still to be written.
    """

    path: str
    notes: Notes
    body: str
    headline: str | None = None
    todos: tuple[str, ...] = ()
    plain: bool = False
    language: str = "en"

    @property
    def title(self) -> str:
        """What the review is called: its headline, else the title of the work."""
        return self.headline or self.notes.title


class Asked(msgspec.Struct, frozen=True):
    """What a format is told beside the reviews: whom to tell of roundings, and whether a critic is speaking."""

    tell: Callable[[str], object]
    critic: bool = False


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One shape.

    Args:
        ending: of its files.
        write: reviews as text; where `collects` is off there is only ever one of them.
        collects: whether many reviews make one text.
        splits: whether a folder gets a file for each all the same.
        is_for: whether it can hold a review of such notes.
        file_name: the name of a review's file without its ending; the draft's own by default.
        largest: how many bytes a file may have; more than that become several files.
        house_keys: whether it has front matter, into which the config's `front_matter` is worked.
    """

    ending: str
    write: Callable[[Sequence[Reviewed], Asked], str]
    collects: bool = False
    splits: bool = True
    is_for: Callable[[Notes], bool] | None = None
    file_name: Callable[[Reviewed], str] | None = None
    largest: int | None = None
    house_keys: bool = False

    def holds(self, review: Reviewed) -> bool:
        """Whether it has a place for reviews of that kind."""
        return self.is_for is None or self.is_for(review.notes)


def all_formats() -> list[str]:
    """The names of the formats: of the files in their folder."""
    folder = Path(__file__).parent / "formats"
    return sorted(file.stem for file in folder.glob("*.py") if not file.stem.startswith("_"))


def format_named(name: str) -> Format:
    """A format by name.

    Raises:
        ReviewError: there is none of that name.
    """
    names = all_formats()
    if name not in names:
        from reviewcli.texts.nearest import nearest

        near = nearest(name, names)
        hint = f"Did you mean {near}?" if near else f"There are {', '.join(names)}."
        raise ReviewError(f"“{name}” is no format of export.", hint=hint)
    found: Format = import_module(f"reviewcli.exchange.export.formats.{name}").FORMAT
    return found

"""Where exported reviews go: one text, a file for each, or as many files as the reader's limit asks for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reviewcli.drafting.house.matter import edited_matter
from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.errors import Place, ReviewError


def text_of(form: Format, reviews: Sequence[Reviewed], asked: Asked, rules: MatterRules) -> str:
    """Reviews in one text; where the format has front matter, the house's own keys are in it."""
    text = form.write(reviews, asked)
    return edited_matter(text, rules, publishing=True) if form.house_keys else text


def parts(form: Format, reviews: Sequence[Reviewed], asked: Asked) -> list[str]:
    """The text, in as many parts as its reader's limit asks for; a single review is never parted."""
    text = form.write(reviews, asked)
    if form.largest is None or len(reviews) < 2 or len(text.encode()) <= form.largest:
        return [text]
    middle = len(reviews) // 2
    return [*parts(form, reviews[:middle], asked), *parts(form, reviews[middle:], asked)]


def numbered(path: Path, count: int) -> list[Path]:
    """`diary.csv`, or `diary-1.csv`, `diary-2.csv` … where there are several."""
    return (
        [path] if count == 1 else [path.with_stem(f"{path.stem}-{number}") for number in range(1, count + 1)]
    )


class Places:
    """The files of a folder, one for each review: by the format's own names, else by the draft's."""

    def __init__(self, folder: Path, form: Format) -> None:
        self._folder = folder
        self._form = form
        self._taken: dict[Path, str] = {}

    def of(self, review: Reviewed) -> Path:
        """Where a review goes.

        Raises:
            ReviewError: another review of this run goes there.
        """
        path = self._folder / f"{_name(self._form, review)}{self._form.ending}"
        if path in self._taken:
            message = f"would have the same file as {self._taken[path]}: {path}."
            raise ReviewError(message, Place(review.path), "Rename a draft, or give one of them a slug.")
        self._taken[path] = review.path
        return path


def _name(form: Format, review: Reviewed) -> str:
    if form.file_name:
        return form.file_name(review)
    draft = Path(review.path)
    if review.path == "-":
        from reviewcli.notes.slugs import slug_of_notes

        return slug_of_notes(review.notes)
    return draft.absolute().parent.name if draft.stem == "index" else draft.stem

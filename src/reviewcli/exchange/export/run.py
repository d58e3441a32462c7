"""One run of `export`: drafts read with their notes, and written where they go."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reviewcli.document.notes_found import NotesFolders
from reviewcli.drafting.house.matter import edited_matter
from reviewcli.drafting.house.place import is_folder
from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.reading import reviewed
from reviewcli.notes.slugs import slug_of_notes
from reviewcli.settings.finding import Configs
from reviewcli.settings.front_matter import MatterRules, rules_of
from reviewcli.settings.inputs import draft_and_notes
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import STDIN, Source
from reviewcli.texts.writing import make_folder, write_whole


class Exports:
    """What one run knows: the notes it has read, the reviews, and in `failures` what went wrong so far.

    Args:
        form: the format.
        asked: what is asked of it.
        configs: where the settings of a draft come from.
        notes: where notes are, if not beside the drafts.
        tell: is given what a person should know.
        write_out: is given what goes to standard output.
        check: is given each draft, and raises for one that may not go out.
        force: whether files that exist are written over.
    """

    def __init__(
        self,
        form: Format,
        asked: Asked,
        configs: Configs,
        notes: Path | None,
        tell: Callable[[str], None],
        write_out: Callable[[str], object],
        check: Callable[[Source], object],
        *,
        force: bool,
    ) -> None:
        self._form, self._asked, self._force = form, asked, force
        self._configs, self._notes = configs, notes
        self._tell, self._write_out, self._check = tell, write_out, check
        self.failures: list[ReviewError] = []
        self._folders = NotesFolders()
        self._reviews: list[Reviewed] = []
        self._rules: dict[str, MatterRules] = {}
        self._taken: dict[Path, str] = {}

    def read(self, source: Source | ReviewError) -> None:
        """Take in a draft with its notes as a finished review."""
        with self._failing():
            self._reviews.append(self._reviewed(source))

    def write(self, name: str, output: str) -> None:
        """Write the reviews that the format, called by its name, takes; `output` is a file, a folder, or `-`."""
        fitting = [review for review in self._reviews if self._form.holds(review)]
        for review in self._reviews:
            if not self._form.holds(review):
                self._tell(
                    f"{review.path}: left out, {name} takes no review of the kind {review.notes.kind}."
                )
        if fitting:
            with self._failing():
                self._write(fitting, output)
        elif self._reviews:
            self.failures.append(ReviewError(f"There is no review that {name} takes."))

    @contextlib.contextmanager
    def _failing(self) -> Iterator[None]:
        """What is wrong with one draft is kept for the end, and the others go on."""
        try:
            yield
        except ReviewError as failure:
            self.failures.append(failure)
        except ExceptionGroup as group:
            errors, bugs = group.split(ReviewError)
            if bugs or not errors:
                raise
            self.failures += each_error(errors)

    def _reviewed(self, source: Source | ReviewError) -> Reviewed:
        if isinstance(source, ReviewError):
            raise source
        loaded = self._configs.for_file(source.place)
        doc, found = draft_and_notes(source, loaded, self._notes, self._folders)
        if found.message:
            self._tell(found.message)
        rules = rules_of(loaded.config.front_matter)
        self._rules[source.path] = rules
        config = loaded.config
        review = reviewed(doc, found, rules=rules, author=config.author, language=config.dialect)
        self._check(source)
        if review.todos:
            self._tell(f"{source.path}: still to be written: {', '.join(review.todos)}.")
        return review

    def _write(self, reviews: Sequence[Reviewed], output: str) -> None:
        """Put the text on standard output, into a file, or into a folder."""
        form = self._form
        if output != STDIN and is_folder(output):
            self._write_into(Path(output), output, reviews)
            return
        if len(reviews) > 1 and not form.collects:
            raise ReviewError(
                "Every draft becomes a file of its own.", hint="Name a folder for them: -o site/"
            )
        if output == STDIN:
            self._write_out(self._text(reviews))
            return
        texts = self._parts(reviews) if form.collects else [self._text(reviews)]
        target = Path(output)
        for number, text in enumerate(texts, 1):
            path = target if len(texts) == 1 else target.with_stem(f"{target.stem}-{number}")
            self._keep(path, text, reviews[0].path if len(reviews) == 1 else f"{len(reviews)} drafts")

    def _write_into(self, folder: Path, output: str, reviews: Sequence[Reviewed]) -> None:
        if not self._form.splits:
            hint = f"Name a file: {folder / f'reviews{self._form.ending}'}"
            raise ReviewError("is a folder.", Place(output), hint)
        for review in reviews:
            with self._failing():
                path = self._place(folder, review)
                self._keep(path, self._text([review]), review.path)

    def _place(self, folder: Path, review: Reviewed) -> Path:
        """The file of a review: by the format's own names, else by the draft's; no other review of this run has it."""
        name = self._form.file_name or _name_of_draft
        path = folder / f"{name(review)}{self._form.ending}"
        if path in self._taken:
            message = f"would have the same file as {self._taken[path]}: {path}."
            raise ReviewError(message, Place(review.path), "Rename a draft, or give one of them a slug.")
        self._taken[path] = review.path
        return path

    def _text(self, reviews: Sequence[Reviewed]) -> str:
        """Reviews in one text; where the format has front matter, the house's own keys are in it."""
        text = self._form.write(reviews, self._asked)
        rules = self._rules[reviews[0].path]
        return edited_matter(text, rules, publishing=True) if self._form.house_keys else text

    def _parts(self, reviews: Sequence[Reviewed]) -> list[str]:
        """The text, in as many parts as its reader's limit asks for; a single review is never parted."""
        text = self._form.write(reviews, self._asked)
        largest = self._form.largest
        if largest is None or len(reviews) < 2 or len(text.encode()) <= largest:
            return [text]
        middle = len(reviews) // 2
        return [*self._parts(reviews[:middle]), *self._parts(reviews[middle:])]

    def _keep(self, path: Path, text: str, source: str) -> None:
        make_folder(path.parent)
        write_whole(path, text, force=self._force)
        self._tell(f"{path}: exported from {source}.")


def _name_of_draft(review: Reviewed) -> str:
    draft = Path(review.path)
    if review.path == "-":
        return slug_of_notes(review.notes)
    return draft.absolute().parent.name if draft.stem == "index" else draft.stem

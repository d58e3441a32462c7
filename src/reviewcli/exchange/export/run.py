"""One run of `export`: drafts read with their notes, and written where they go."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reviewcli.document.notes_found import NotesFolders
from reviewcli.drafting.house.place import is_folder
from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.files import Places, numbered, parts, text_of
from reviewcli.exchange.export.reading import reviewed
from reviewcli.settings.finding import Configs
from reviewcli.settings.front_matter import MatterRules, rules_of
from reviewcli.settings.inputs import draft_and_notes
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import STDIN, Source
from reviewcli.texts.writing import make_folder, write_whole


class Exports:
    """What one run knows: the notes it has read, the reviews, and in `failures` what went wrong so far.

    Args:
        configs: where the settings of a draft come from.
        notes: where notes are, if not beside the drafts.
        tell: is given what a person should know.
        write_out: is given what goes to standard output.
        check: is given each draft, and raises for one that may not go out.
    """

    def __init__(
        self,
        configs: Configs,
        notes: Path | None,
        tell: Callable[[str], None],
        write_out: Callable[[str], object],
        check: Callable[[Source], object],
    ) -> None:
        self._configs = configs
        self.failures: list[ReviewError] = []
        self._notes = notes
        self._tell, self._write_out, self._check = tell, write_out, check
        self._folders = NotesFolders()
        self._reviews: list[Reviewed] = []
        self._rules: dict[str, MatterRules] = {}

    def read(self, source: Source | ReviewError) -> None:
        """Take in a draft with its notes as a finished review."""
        with self._failing():
            self._reviews.append(self._reviewed(source))

    def write(self, form: Format, name: str, output: str, asked: Asked, *, force: bool) -> None:
        """Write the reviews that a format takes.

        Args:
            form: the format.
            name: what a user types for it.
            output: a file, a folder, or `-`.
            asked: what is asked of the format.
            force: whether files that exist are written over.
        """
        fitting = [review for review in self._reviews if form.holds(review)]
        for review in self._reviews:
            if not form.holds(review):
                self._tell(
                    f"{review.path}: left out, {name} takes no review of the kind {review.notes.kind}."
                )
        if fitting:
            with self._failing():
                self._write(fitting, form, output, asked, force=force)
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

    def _write(
        self, reviews: Sequence[Reviewed], form: Format, output: str, asked: Asked, *, force: bool
    ) -> None:
        """Put the text on standard output, into a file, or into a folder."""
        target = None if output == STDIN else Path(output)
        if target is not None and is_folder(output):
            self._write_into(target, output, reviews, form, asked, force=force)
            return
        if len(reviews) > 1 and not form.collects:
            raise ReviewError(
                "Every draft becomes a file of its own.", hint="Name a folder for them: -o site/"
            )
        if target is None:
            self._write_out(self._text(reviews, form, asked))
            return
        texts = parts(form, reviews, asked) if form.collects else [self._text(reviews, form, asked)]
        for path, text in zip(numbered(target, len(texts)), texts, strict=True):
            named = reviews[0].path if len(reviews) == 1 else f"{len(reviews)} drafts"
            self._keep(path, text, named, force=force)

    def _write_into(
        self,
        folder: Path,
        output: str,
        reviews: Sequence[Reviewed],
        form: Format,
        asked: Asked,
        *,
        force: bool,
    ) -> None:
        if not form.splits:
            hint = f"Name a file: {folder / f'reviews{form.ending}'}"
            raise ReviewError("is a folder.", Place(output), hint)
        places = Places(folder, form)
        for review in reviews:
            with self._failing():
                path = places.of(review)
                self._keep(path, self._text([review], form, asked), review.path, force=force)

    def _text(self, reviews: Sequence[Reviewed], form: Format, asked: Asked) -> str:
        return text_of(form, reviews, asked, self._rules[reviews[0].path])

    def _keep(self, path: Path, text: str, source: str, *, force: bool) -> None:
        make_folder(path.parent)
        write_whole(path, text, force=force)
        self._tell(f"{path}: exported from {source}.")

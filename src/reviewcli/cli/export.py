"""`review export`: finished reviews for diaries, site generators, search engines and tables."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._drafts import asked_for, drafts_of
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.settings.finding import Configs
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import STDIN, Source, make_folder, write_whole

if TYPE_CHECKING:
    from reviewcli.exchange.export import Asked, Format, Reviewed
    from reviewcli.settings.front_matter import MatterRules

_MANY = 20  # drafts, from which on a terminal sees how far it is


def export(
    ctx: typer.Context,
    format_name: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="csv, eleventy, hreview, hugo, jekyll, json, jsonld, letterboxd or obsidian.",
        ),
    ],
    drafts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DRAFTS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE|FOLDER|-", help="Where it goes.")
    ] = STDIN,
    notes: Annotated[
        Path | None, typer.Option(metavar="FILE|FOLDER", help="The notes, if they are not beside the draft.")
    ] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called.")
    ] = None,
    critic: Annotated[
        bool, typer.Option("--critic", help="jsonld: a CriticReview, of a source known for its reviews.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that exists.")] = False,
) -> None:
    """Turn finished drafts into a film diary's import file, pages of a site, structured data, a table.

    Example: review export letterboxd reviews -o diary.csv, or: review export hugo her.md -o site/content/reviews/
    """
    from reviewcli.exchange.export import Asked, format_named

    options = global_options(ctx)
    form = format_named(format_name)
    run = _Run(options, notes)
    config = run.configs.for_file(None).config
    sources = list(drafts_of(asked_for(drafts, config, f"export {format_name}"), config, stdin_filename))
    reviews: list[Reviewed] = []
    with _progress(len(sources), options) as step:
        for _, source in sources:
            with run.failing():
                reviews.append(run.reviewed(source))
            step()
    fitting = [review for review in reviews if form.holds(review)]
    for review in reviews:
        if not form.holds(review):
            options.tell(
                f"{review.path}: left out, {format_name} takes no review of the kind {review.notes.kind}."
            )
    remarks: dict[str, None] = {}
    if fitting:
        with run.failing():
            run.write(fitting, form, output, Asked(remarks.setdefault, critic), force=force)
    elif reviews:
        run.failures.append(ReviewError(f"There is no review that {format_name} takes."))
    for remark in remarks:
        options.tell(remark)
    for failure in dict.fromkeys(map(str, run.failures)):
        sys.stderr.write(f"{failure}\n")
    raise typer.Exit(2 if run.failures else 0)


class _Run:
    """What one run knows: the configs, the notes it has read, and what went wrong so far."""

    def __init__(self, options: GlobalOptions, notes: Path | None) -> None:
        from reviewcli.document.notes_found import NotesFolders

        self.configs = Configs(options.config, isolated=options.isolated)
        self.failures: list[ReviewError] = []
        self._options = options
        self._notes = notes
        self._folders = NotesFolders()
        self._rules: dict[str, MatterRules] = {}

    @contextlib.contextmanager
    def failing(self) -> Iterator[None]:
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

    def reviewed(self, source: Source | ReviewError) -> Reviewed:
        """A draft with its notes as a finished review."""
        from reviewcli.document import Document
        from reviewcli.document.notes_found import find_notes
        from reviewcli.exchange.export.reading import reviewed
        from reviewcli.settings.front_matter import rules_of

        if isinstance(source, ReviewError):
            raise source
        loaded = self.configs.for_file(source.place)
        doc = Document(source.text, path=source.path, plain=source.plain)
        folder = loaded.path(loaded.config.notes) if loaded.config.notes else None
        found = find_notes(
            doc, file=source.file, notes_option=self._notes, notes_folder=folder, folders=self._folders
        )
        if found.message:
            self._options.tell(found.message)
        rules = rules_of(loaded.config.front_matter)
        self._rules[source.path] = rules
        config = loaded.config
        review = reviewed(doc, found, rules=rules, author=config.author, language=config.dialect)
        if review.todos:
            self._options.tell(f"{source.path}: still to be written: {', '.join(review.todos)}.")
        return review

    def write(
        self, reviews: Sequence[Reviewed], form: Format, output: str, asked: Asked, *, force: bool
    ) -> None:
        """Put the text on standard output, into a file, or into a folder."""
        from reviewcli.exchange.export.files import Places, numbered, parts

        target = None if output == STDIN else Path(output)
        in_folder = target is not None and (output.endswith(("/", os.sep)) or target.is_dir())
        if target is not None and in_folder:
            if not form.splits:
                raise ReviewError(
                    "is a folder.", Place(output), f"Name a file: {target / f'reviews{form.ending}'}"
                )
            places = Places(target, form)
            for review in reviews:
                with self.failing():
                    path = places.of(review)
                    self._keep(path, self._text([review], form, asked), review.path, force=force)
            return
        if len(reviews) > 1 and not form.collects:
            raise ReviewError(
                "Every draft becomes a file of its own.", hint="Name a folder for them: -o site/"
            )
        if target is None:
            sys.stdout.write(self._text(reviews, form, asked))
            return
        texts = parts(form, reviews, asked) if form.collects else [self._text(reviews, form, asked)]
        for path, text in zip(numbered(target, len(texts)), texts, strict=True):
            named = reviews[0].path if len(reviews) == 1 else f"{len(reviews)} drafts"
            self._keep(path, text, named, force=force)

    def _text(self, reviews: Sequence[Reviewed], form: Format, asked: Asked) -> str:
        from reviewcli.exchange.export.files import text_of

        return text_of(form, reviews, asked, self._rules[reviews[0].path])

    def _keep(self, path: Path, text: str, source: str, *, force: bool) -> None:
        make_folder(path.parent)
        write_whole(path, text, force=force)
        self._options.tell(f"{path}: exported from {source}.")


@contextlib.contextmanager
def _progress(total: int, options: GlobalOptions) -> Iterator[Callable[[], None]]:
    """A bar on a terminal where there are many drafts, else nothing."""
    if options.quiet or total < _MANY or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Exporting"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)

"""`review import`: notes from where facts already stand."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.texts.errors import Place, ReviewError, each_error
from reviewcli.texts.files import NOTES, STDIN, write_whole

if TYPE_CHECKING:
    from reviewcli.exchange.importing import Entry

    _Named = tuple[str, Entry, str | None]

_MANY = 20  # notes, from which on a terminal sees how far it is
_TOLD = 10  # remarks
_SHOWN = 5  # like things that are told one by one


def import_(
    ctx: typer.Context,
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="letterboxd, imdb, goodreads, trakt, omdb, tmdb, cast, front-matter or draft.",
        ),
    ],
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Its files; - is standard input.")],
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FOLDER|FILE|-", help="Where the notes go."),
    ] = STDIN,
    into: Annotated[
        Path | None, typer.Option("--into", metavar="NOTES", help="Fill in what these notes leave open.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over notes that exist.")] = False,
) -> None:
    """Make notes of film diaries, databases, cast lists and finished reviews.

    Example: review import letterboxd letterboxd-export.zip -o notes/
    """
    from reviewcli.exchange.importing import reader_of
    from reviewcli.exchange.importing.files import sources_in

    options = global_options(ctx)
    if into and (output != STDIN or force):
        raise ReviewError("--into keeps what the notes hold.", hint="Leave -o and --force out.")
    read = reader_of(source)
    sources, problems = sources_in(files, source)
    found = read(sources)
    run = _Run(Path(output) if output != STDIN else None, force, options)
    problems += found.problems
    problems += run.write(found.entries) if into is None else _filled_in(into, found.entries, options)
    if not found.entries and not problems:
        options.tell(f"There is nothing to import from {', '.join(files)}.")
    for remark in found.remarks[:_TOLD]:
        options.tell(remark)
    if len(found.remarks) > _TOLD:
        options.tell(f"{len(found.remarks) - _TOLD:,} more remarks like these.")
    run.tell()
    for problem in sorted(problems, key=_by_place):
        sys.stderr.write(f"{problem}\n")
    raise typer.Exit(2 if problems else 0)


def _filled_in(into: Path, entries: tuple[Entry, ...], options: GlobalOptions) -> list[ReviewError]:
    """Fill one entry's facts into notes that are there; why that could not be."""
    from reviewcli.exchange.importing.filling import filled
    from reviewcli.texts.files import read_source

    source = read_source(str(into))
    if len(entries) != 1:
        return [ReviewError(f"holds one review, and {len(entries)} were found.", Place(str(into)))]
    try:
        text, added = filled(source, entries[0])
    except ReviewError as problem:
        return [problem]
    except ExceptionGroup as group:
        return list(each_error(group))
    if text != source.text:
        write_whole(into, text, force=True, bom=source.bom)
    options.tell(
        f"{into}: {', '.join(added)} filled in." if added else f"{into}: leaves nothing of that open."
    )
    return []


def _by_place(problem: ReviewError) -> tuple[str, int, int]:
    place = problem.place
    return (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)


class _Run:
    """Where the notes go, and what has been written."""

    def __init__(self, output: Path | None, force: bool, options: GlobalOptions) -> None:
        self._output = output
        self._force = force
        self._options = options
        self._written: list[Path] = []
        self._same = 0
        self._kept = 0
        self._again: list[tuple[Path, str]] = []

    def write(self, entries: tuple[Entry, ...]) -> list[ReviewError]:
        """Write notes for each entry; why some could not be."""
        from reviewcli.exchange.importing.entry import notes_of
        from reviewcli.exchange.importing.naming import named

        if len(entries) > 1 and (self._output is None or self._output.suffix in NOTES):
            raise ReviewError(f"{len(entries)} notes need a folder.", hint="Name one: -o notes/")
        if self._output and self._output.suffix not in NOTES and self._output.is_file():
            raise ReviewError(
                "is a file, not a folder.", Place(str(self._output)), "Name a folder: -o notes/"
            )
        if self._output and any(entry.partial for entry in entries):
            raise ReviewError("A cast alone is no notes.", hint="Fill it into some: --into her.yaml")
        problems: list[ReviewError] = []
        for stem, entry, before in _with_progress(list(named(entries)), self._options):
            try:
                self._write_one(notes_of(entry), stem, entry, before)
            except ReviewError as problem:
                problems.append(problem)
            except ExceptionGroup as group:
                problems += each_error(group)
        if self._kept > _SHOWN:
            message = f"{self._kept - _SHOWN} more exist already and would change."
            problems.append(
                ReviewError(message, Place(str(self._output)), "Pass --force to write over them.")
            )
        return problems

    def _write_one(self, text: str, stem: str, entry: Entry, before: str | None) -> None:
        if self._output is None:
            sys.stdout.write(text)
            return
        file = self._output if self._output.suffix in NOTES else self._output / f"{stem}.yaml"
        if file.exists() and not self._force:
            if file.read_bytes() == text.encode():
                self._same += 1
                return
            self._kept += 1
            if self._kept > _SHOWN:
                return
            message = f"already exists, and {entry.label} would change it."
            raise ReviewError(message, Place(str(file)), "Pass --force to write over it.")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise ReviewError(f"cannot be made: {reason}.", Place(str(file.parent))) from error
        write_whole(file, text, force=self._force)
        self._written.append(file)
        if before is not None:
            self._again.append((file, entry.label))

    def tell(self) -> None:
        """Say what was written."""
        tell = self._options.tell
        for file, label in self._again[:_SHOWN]:
            tell(f"{file}: {label} again.")
        if len(self._again) > _SHOWN:
            tell(f"{len(self._again) - _SHOWN} more that were there before have notes of their own.")
        if len(self._written) == 1:
            tell(f"{self._written[0]}: written.")
        elif self._written:
            tell(f"{len(self._written):,} notes written in {self._output}.")
        if self._same:
            tell(f"{self._same:,} {'is' if self._same == 1 else 'are'} there already, the same.")


def _with_progress(items: list[_Named], options: GlobalOptions) -> Iterable[_Named]:
    """The items one after the other, with a bar on standard error where that is a terminal and they are many."""
    if options.quiet or len(items) < _MANY or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, "Importing", console=Console(stderr=True), transient=True)

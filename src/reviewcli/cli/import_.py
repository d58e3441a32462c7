"""`review import`: notes from where facts already stand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._progress import with_progress
from reviewcli.cli._saying import hand_out, say
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN

_TOLD = 10  # remarks


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
    from reviewcli.exchange.importing.writing import Written, fill_in

    options = global_options(ctx)
    if into and (output != STDIN or force):
        raise ReviewError("--into keeps what the notes hold.", hint="Leave -o and --force out.")
    read = reader_of(source)
    sources, problems = sources_in(files, source)
    found = read(sources)
    problems += found.problems
    written = Written(Path(output) if output != STDIN else None, force=force)
    if into is None:
        progress = partial(with_progress, called="Importing", options=options)
        problems += written.write(found.entries, hand_out, progress)
    else:
        problems += fill_in(into, found.entries, options.tell)
    if not found.entries and not problems:
        options.tell(f"There is nothing to import from {', '.join(files)}.")
    for remark in found.remarks[:_TOLD]:
        options.tell(remark)
    if len(found.remarks) > _TOLD:
        options.tell(f"{len(found.remarks) - _TOLD:,} more remarks like these.")
    for line in written.summary():
        options.tell(line)
    for problem in sorted(problems, key=_by_place):
        say(str(problem))
    raise typer.Exit(2 if problems else 0)


def _by_place(problem: ReviewError) -> tuple[str, int, int]:
    place = problem.place
    return (place.path, place.line or 0, place.column or 0) if place else ("", 0, 0)

"""`review outline`: which paragraph is which section, which sentence tells the plot and which judges."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import say
from reviewcli.settings.finding import Configs
from reviewcli.settings.inputs import asked_for, draft_and_notes, drafts_of
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.cli._options import GlobalOptions
    from reviewcli.formats.outline import FileOutline
    from reviewcli.texts.files import Source


class OutlineFormat(enum.StrEnum):
    """How outlines are printed."""

    TEXT = "text"
    JSON = "json"


def outline(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output_format: Annotated[
        OutlineFormat, typer.Option("--output-format", "--format", help="How to print them.")
    ] = OutlineFormat.TEXT,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called.")
    ] = None,
    notes: Annotated[
        Path | None, typer.Option(metavar="FILE|FOLDER", help="The notes, if they are not beside the draft.")
    ] = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Use no notes.")] = False,
) -> None:
    """Draw the shape of reviews: sections, and where they tell the plot.

    Example: review outline her.md, or: review outline reviews --output-format json
    """
    from reviewcli.formats.outline import write_json, write_text

    options = global_options(ctx)
    configs = options.configs()
    config = configs.for_file(None).config
    failures: list[ReviewError] = []
    files: list[FileOutline] = []
    for _, source in drafts_of(asked_for(paths, config, "outline"), config, stdin_filename):
        try:
            if isinstance(source, ReviewError):
                raise source
            files.append(_outlined(source, configs, notes, options, use_notes=not no_notes))
        except ReviewError as failure:
            failures.append(failure)
    if output_format is OutlineFormat.JSON:
        write_json(files, sys.stdout)
    else:
        write_text(files, sys.stdout, color=options.colors(sys.stdout))
    for error in failures:
        say(str(error))
    raise typer.Exit(2 if failures else 0)


def _outlined(
    source: Source, configs: Configs, notes: Path | None, options: GlobalOptions, *, use_notes: bool
) -> FileOutline:
    from reviewcli.document import Document
    from reviewcli.formats.outline import FileOutline
    from reviewcli.reading.outline import outline_of

    loaded = configs.for_file(source.file)
    if use_notes:
        doc, found = draft_and_notes(source, loaded, notes)
        if found.message:
            options.tell(found.message)
        doc = doc.with_notes(found.notes)
    else:
        doc = Document(source.text, path=source.path, plain=source.plain)
    return FileOutline(doc, outline_of(doc))

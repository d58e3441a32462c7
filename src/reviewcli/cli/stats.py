"""`review stats`: how long drafts are and how easily they read."""

from __future__ import annotations

import enum
import sys
from typing import Annotated

import typer

from reviewcli.cli._drafts import asked_for, drafts_of
from reviewcli.cli._options import global_options
from reviewcli.config import Configs
from reviewcli.document import Document
from reviewcli.errors import ReviewError
from reviewcli.readability.stats import FileStats, too_short, write_csv, write_json, write_text
from reviewcli.readability.stats import stats as stats_of


class Format(enum.StrEnum):
    """How the numbers are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


_WRITERS = {Format.TEXT: write_text, Format.JSON: write_json, Format.CSV: write_csv}


def stats(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", "--format", help="How to print the numbers.")
    ] = Format.TEXT,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called.")
    ] = None,
) -> None:
    """Count drafts and say how easily they read, whole and by section.

    Example: review stats her.md, or: review stats reviews --output-format csv
    """
    options = global_options(ctx)
    config = Configs(options.config, isolated=options.isolated).for_file(None).config
    failures: list[ReviewError] = []
    files: list[FileStats] = []
    for _, source in drafts_of(asked_for(paths, config, "stats"), config, stdin_filename):
        if isinstance(source, ReviewError):
            failures.append(source)
        else:
            files.append(stats_of(Document(source.text, path=source.path, plain=source.plain)))
    _WRITERS[output_format](files, sys.stdout)
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    if output_format is Format.TEXT and too_short(files):
        options.tell("The indices are given from 100 words up.")
    raise typer.Exit(2 if failures else 0)

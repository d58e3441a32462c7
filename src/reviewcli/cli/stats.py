"""`review stats`: how long drafts are and how easily they read."""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.config import Config, Configs
from reviewcli.document import Document
from reviewcli.errors import Place, ReviewError
from reviewcli.readability.stats import FileStats, too_short, write_csv, write_json, write_text
from reviewcli.readability.stats import stats as stats_of
from reviewcli.sources import NOTES, STDIN, Source, find_drafts, read_source, stdin_is_piped


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
    files = list(_files(_asked_for(paths or [], config), config, stdin_filename, failures))
    _WRITERS[output_format](files, sys.stdout)
    for failure in failures:
        sys.stderr.write(f"{failure}\n")
    if output_format is Format.TEXT and too_short(files):
        options.tell("The indices are given from 100 words up.")
    raise typer.Exit(2 if failures else 0)


def _asked_for(paths: Sequence[str], config: Config) -> Sequence[str]:
    if paths:
        return paths
    if stdin_is_piped():
        return [STDIN]
    if config.include:
        return config.include
    raise ReviewError("There is nothing to count.", hint="Name a draft: review stats her.md")


def _files(
    asked: Sequence[str], config: Config, stdin_name: str | None, failures: list[ReviewError]
) -> Iterator[FileStats]:
    for named in asked:
        try:
            paths = list(find_drafts([named], config.exclude))
        except ReviewError as error:
            failures.append(error)
            continue
        for path in paths:
            try:
                source = _draft(path, stdin_name)
            except ReviewError as error:
                failures.append(error)
            else:
                yield stats_of(Document(source.text, path=source.path, plain=source.plain))


def _draft(path: str, stdin_name: str | None) -> Source:
    if path.lower().endswith(NOTES):
        raise ReviewError("holds notes, not a draft.", Place(path), f"Use `review check {path}`.")
    source = read_source(path, stdin_name)
    if path == STDIN and not source.text:
        raise ReviewError("Standard input is empty.", hint="Pipe a draft in: cat her.md | review stats -")
    return source

"""`review stats`: how long drafts are and how easily they read."""

from __future__ import annotations

import enum
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import say
from reviewcli.settings.inputs import asked_for, drafts_of
from reviewcli.texts.errors import ReviewError, each_error

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewcli.cli._options import GlobalOptions
    from reviewcli.formats.bars import Judged
    from reviewcli.settings.finding import Configs
    from reviewcli.texts.files import Source


class StatsFormat(enum.StrEnum):
    """How the numbers are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def stats(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output_format: Annotated[
        StatsFormat, typer.Option("--output-format", "--format", help="How to print the numbers.")
    ] = StatsFormat.TEXT,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="The profile whose ranges a terminal shows.")
    ] = None,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called.")
    ] = None,
) -> None:
    """Count drafts and say how easily they read, whole and by section.

    Example: review stats her.md, or: review stats reviews --output-format csv
    """
    from reviewcli.formats.stats import too_short

    options = global_options(ctx)
    configs = options.configs()
    config = configs.for_file(None).config
    failures: list[ReviewError] = []
    files: list[Judged] = []
    for _, source in drafts_of(asked_for(paths, config, "stats"), config, stdin_filename):
        try:
            if isinstance(source, ReviewError):
                raise source
            files.append(_judged(source, configs, profile))
        except* ReviewError as group:
            failures += each_error(group)
    _write(files, output_format, options)
    for failure in dict.fromkeys(map(str, failures)):
        say(str(failure))
    if output_format is StatsFormat.TEXT and too_short([judged.file for judged in files]):
        options.tell("The indices are given from 100 words up.")
    raise typer.Exit(2 if failures else 0)


def _judged(source: Source, configs: Configs, profile: str | None) -> Judged:
    """A draft's numbers, and what its profile asks of them."""
    from reviewcli.document import Document
    from reviewcli.formats.bars import Judged
    from reviewcli.formats.stats import stats as stats_of
    from reviewcli.linting.ranges import ranges_asked

    doc = Document(source.text, path=source.path, plain=source.plain)
    ranges, name = ranges_asked(doc, configs.for_file(source.place), profile, source.place)
    return Judged(stats_of(doc), ranges, name)


def _write(files: Sequence[Judged], output_format: StatsFormat, options: GlobalOptions) -> None:
    from reviewcli.formats.stats import FURTHER, write_csv, write_json, write_text

    if output_format is StatsFormat.TEXT and sys.stdout.isatty():
        import shutil

        from reviewcli.formats.bars import Screen, show

        screen = Screen(shutil.get_terminal_size().columns, options.colors(sys.stdout))
        show(files, FURTHER, sys.stdout, screen)
        return
    writers = {StatsFormat.TEXT: write_text, StatsFormat.JSON: write_json, StatsFormat.CSV: write_csv}
    writers[output_format]([judged.file for judged in files], sys.stdout)

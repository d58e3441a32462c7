"""`review export`: finished reviews for diaries, site generators, search engines and tables."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._saying import hand_out, say
from reviewcli.cli._unfinished import Gate, UnfinishedFlag
from reviewcli.exchange.export import Asked, all_formats, format_named
from reviewcli.settings.inputs import asked_for, drafts_of
from reviewcli.texts.files import STDIN

_MANY = 20  # drafts, from which on a terminal sees how far it is


def export(
    ctx: typer.Context,
    format_name: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help=f"{', '.join(all_formats()[:-1])} or {all_formats()[-1]}.",
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
    unfinished: UnfinishedFlag = False,
) -> None:
    """Turn finished drafts into a film diary's import file, pages of a site, structured data, a table.

    A draft that is not finished is refused, with each place, as `review strip` does; the others are done.

    Example: review export letterboxd reviews -o diary.csv, or: review export hugo her.md -o site/content/reviews/
    """
    from reviewcli.exchange.export.run import Exports

    options = global_options(ctx)
    form = format_named(format_name)
    configs = options.configs()
    gate = Gate(configs, options, is_open=unfinished, notes=notes)
    remarks: dict[str, None] = {}
    asked = Asked(remarks.setdefault, critic)
    run = Exports(form, asked, configs, notes, options.tell, hand_out, gate.check, force=force)
    config = configs.for_file(None).config
    sources = list(drafts_of(asked_for(drafts, config, f"export {format_name}"), config, stdin_filename))
    with _progress(len(sources), options) as step:
        for _, source in sources:
            run.read(source)
            step()
    run.write(format_name, output)
    for remark in remarks:
        options.tell(remark)
    for failure in dict.fromkeys(map(str, run.failures)):
        say(str(failure))
    raise typer.Exit(2 if run.failures else 0)


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

"""`review grammar`: the engines, and the local LanguageTool server."""

from __future__ import annotations

import contextlib
import enum
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._saying import show

if TYPE_CHECKING:
    from reviewcli.engines.provision.progress import Progress

grammar = typer.Typer(
    help="Show the grammar engines, install LanguageTool, start and stop its local server.",
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=False,
)


class Installable(enum.StrEnum):
    """What can be installed; Harper comes with the program."""

    LANGUAGETOOL = "languagetool"


@grammar.command()
def status(ctx: typer.Context) -> None:
    """Say which engines are there, where, and whether the local server is up.

    Example: review grammar status
    """
    from reviewcli.engines.status import status_lines

    global_options(ctx)
    show("".join(f"{line}\n" for line in status_lines()))


@grammar.command()
def start(
    ctx: typer.Context,
    idle: Annotated[
        str,
        typer.Option(
            "--idle", metavar="TIME", help="End it when it was not asked for so long: 90s, 30m, 2h."
        ),
    ] = "30m",
) -> None:
    """Start the local LanguageTool server, which later runs of lint use.

    Example: review grammar start --idle 2h
    """
    from reviewcli.engines.installation import find_installation
    from reviewcli.engines.java import find_java
    from reviewcli.engines.local_server import start_server
    from reviewcli.engines.status import seconds_of

    options = global_options(ctx)
    seconds = seconds_of(idle)
    server, is_new = start_server(find_installation(), find_java(), seconds)
    options.tell(f"LanguageTool {server.version} {'is' if is_new else 'was already'} up at {server.url}.")


@grammar.command()
def stop(ctx: typer.Context) -> None:
    """End the local LanguageTool server.

    Example: review grammar stop
    """
    from reviewcli.engines.local_server import stop_server

    options = global_options(ctx)
    server = stop_server()
    options.tell(f"LanguageTool at {server.url} is ended." if server else "No local server is up.")


@grammar.command()
def install(
    ctx: typer.Context,
    engine: Annotated[Installable, typer.Argument(metavar="languagetool", help="What to install.")],  # noqa: ARG001 — there is one so far
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FOLDER", help="A LanguageTool folder or zip that you have."),
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Put it there instead.", hidden=True)
    ] = None,
) -> None:
    """Install LanguageTool for yourself: by Maven if there is one, else as language-tool-python downloads it.

    Example: review grammar install languagetool --from LanguageTool-6.8.zip
    """
    from reviewcli.engines.provision import install_languagetool

    options = global_options(ctx)
    with _progress(options) as progress:
        installed, is_new = install_languagetool(source, to, progress)
    done = "is installed and answers" if is_new else "is installed already"
    options.tell(f"{installed.folder}: LanguageTool {installed.version} {done}.")


@contextlib.contextmanager
def _progress(options: GlobalOptions) -> Iterator[Progress]:
    """A bar on a terminal, else nothing."""
    if options.quiet or not sys.stderr.isatty():
        yield lambda _done, _total, _unit: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("LanguageTool"), BarColumn(), TextColumn("{task.fields[said]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, said="")

        def report(done: int, total: int, unit: str) -> None:
            scale, shown = (1_000_000, "MB") if unit == "bytes" else (1, unit)
            bar.update(
                task, completed=done, total=total or None, said=f"{done // scale} of {total // scale} {shown}"
            )

        yield report

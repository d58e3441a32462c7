"""`review init`: starter notes for a review, an editor to fill them in, or an interview that does."""

from __future__ import annotations

from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import hand_out
from reviewcli.notes.kinds import DEFAULT, KINDS
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN
from reviewcli.texts.writing import write_whole


def init(
    ctx: typer.Context,
    title: Annotated[
        str | None, typer.Argument(metavar="[TITLE|NOTES.yaml]", help="The title, or the file to write.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help=f"{', '.join(f'{name} (default)' if name == DEFAULT else name for name in KINDS)}.",
        ),
    ] = None,
    title_option: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="The title, beside the file to write.")
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="Every key of the kind, not only what matters.")
    ] = False,
    edit: Annotated[bool, typer.Option("--edit", "-e", help="Open the notes in $VISUAL or $EDITOR.")] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask what an editor would; ask on where it was left.")
    ] = False,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY.PATH=VALUE", help="Fill in a value.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PATH", help="File or folder; - prints.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write starter notes that explain themselves.

    Example: review init "Dune: Part Two" --set year=2024
    """
    from reviewcli.cli import _starting as starting
    from reviewcli.cli._terminal import is_terminal
    from reviewcli.notes.start import kept_schema, start_of

    options = global_options(ctx)
    if output == STDIN and (edit or interactive):
        raise ReviewError(
            "-o - prints the notes, and a pipe cannot be edited.", hint="Name a file, or nothing."
        )
    if interactive and not is_terminal():
        raise ReviewError(
            "There is no terminal to ask on.", hint="Leave out --interactive, or fill in with --set."
        )
    start = start_of(
        title, title_option, kind, settings or [], output, full=full, ask_title=starting.ask_title
    )
    if start.is_there and not force and (edit or interactive):
        starting.go_on(start, options)
    else:
        of_kind = start.kind or (starting.ask_kind() if interactive else DEFAULT)
        text = start.text(of_kind, lambda: kept_schema(options.tell))
        if start.target is None:
            hand_out(text)
            return
        write_whole(start.target, text, force=force)
    assert start.target is not None
    starting.fill_in(start.target, options, edit=edit, interactive=interactive)

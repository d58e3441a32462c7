"""`review lsp`: the language server."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.texts.errors import ReviewError


def lsp(
    ctx: typer.Context,
    stdio: Annotated[  # noqa: ARG001 — there is no other way; editors pass it from habit
        bool, typer.Option("--stdio", help="Speak over standard input and output, as always.")
    ] = False,
) -> None:
    """Serve an editor: findings as you type, their mending, completion of notes.

    Example: review lsp, started by an editor that speaks the Language Server Protocol
    """
    options = global_options(ctx)
    try:
        import pygls  # noqa: F401 - only to see whether it is there
    except ImportError:
        raise ReviewError(
            "The language server needs pygls, which is not installed.",
            hint='Run: python -m pip install "review-cli[lsp]"',
        ) from None
    from reviewcli.lsp.server import make_server

    server = make_server(options.config, isolated=options.isolated)
    # Whatever else somebody prints goes to standard error: standard output is the protocol's alone.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        try:
            server.start_io(sys.stdin.buffer, out)
        finally:
            server.desk.close()
    raise typer.Exit(server.exit_code)

"""The option of `lint` and `check` that says how findings are printed."""

from __future__ import annotations

from typing import Annotated

import typer

from reviewcli.cli._completing import findings_formats
from reviewcli.formats import format_names


def _format_named(name: str) -> str:
    names = format_names()
    if name not in names:
        from reviewcli.texts.nearest import did_you_mean

        unknown = f"{name!r} is not one of {', '.join(map(repr, names))}. {did_you_mean(name, names)}"
        raise typer.BadParameter(unknown.rstrip())
    return name


OutputFormat = Annotated[
    str,
    typer.Option(
        "--output-format",
        "--format",
        parser=_format_named,
        metavar=f"<{'|'.join(format_names())}>",
        autocompletion=findings_formats,
        help="How to print what is found.",
    ),
]

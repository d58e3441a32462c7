"""`review facts`: the fact-checker's sheet of a draft."""

from __future__ import annotations

import enum
import io
from pathlib import Path
from typing import Annotated

import typer

from reviewcli.cli._options import global_options
from reviewcli.cli._saying import hand_out, show
from reviewcli.texts.files import is_folder


class Format(enum.StrEnum):
    """How the sheet is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def facts(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="The draft; - is standard input.")],
    output_format: Annotated[
        Format, typer.Option("--output-format", "--format", help="How to print the sheet.")
    ] = Format.TEXT,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called.")
    ] = None,
    notes: Annotated[
        Path | None, typer.Option(metavar="FILE|FOLDER", help="The notes, if they are not beside the draft.")
    ] = None,
    unused: Annotated[
        bool, typer.Option("--unused", help="List the facts of the notes that the draft does not use.")
    ] = False,
) -> None:
    """List what a draft states, claim by claim, and what the notes say of it: contradictions first.

    Example: review facts her.md, or: review facts her.md --output-format markdown > her-facts.md
    """
    from reviewcli.reading.claims import Status
    from reviewcli.reading.claims.sheet import sheet, write_json, write_markdown, write_text, write_unused
    from reviewcli.reading.facts.unused import unused as unused_facts
    from reviewcli.settings.inputs import draft_and_notes, drafts_of
    from reviewcli.texts.errors import ReviewError

    options = global_options(ctx)
    configs = options.configs()
    for _, source in drafts_of([draft], configs.for_file(None).config, stdin_filename):
        if isinstance(source, ReviewError):
            raise source
        loaded = configs.for_file(source.place)
        bare, found = draft_and_notes(source, loaded, notes)
        of = f"{source.path}: " if draft != "-" and is_folder(Path(draft)) else ""
        if found.message:
            options.tell(found.message if source.path in found.message else f"{of}{found.message}")
        elif found.notes is None:
            options.tell(
                f"{of}There are no notes to compare with: name them with --notes, or put them beside the draft."
            )
        doc = bare.with_notes(found.notes)
        say = hand_out if output_format is Format.JSON else show
        text = io.StringIO()
        if unused:
            places = unused_facts(doc)
            write_unused(source.path, found.path, places, text, as_json=output_format is Format.JSON)
            say(text.getvalue())
            options.tell(f"{of}{len(places)} unused.")
            continue
        rows = sheet(doc)
        write = {Format.TEXT: write_text, Format.MARKDOWN: write_markdown, Format.JSON: write_json}[
            output_format
        ]
        write(source.path, found.path, rows, text)
        say(text.getvalue())
        counts = {status: sum(row.claim.status is status for row in rows) for status in Status}
        told = ", ".join(f"{count} {status}" for status, count in counts.items())
        options.tell(f"{of}{told}.")

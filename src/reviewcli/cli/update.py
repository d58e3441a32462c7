"""`review update`: changed notes into an edited draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.texts.files import write_whole

if TYPE_CHECKING:
    from reviewcli.drafting.redraft.edited import Edited


def update(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A draft that you have edited.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only say which points of the notes are not in the draft.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference and write nothing.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Write without asking, as it does where there is no terminal.")
    ] = False,
    notes: Annotated[
        Path | None, typer.Option("--notes", metavar="FILE", help="The notes, where the draft does not say.")
    ] = None,
) -> None:
    """Bring notes that have changed into a draft that you have edited.

    Your words stay. Where you and the notes changed the same place, both stand there, marked as Git marks them.

    Example: review update her.md --check
    """
    from reviewcli.drafting.redraft.bases import notes_id, remember
    from reviewcli.drafting.redraft.changes import difference, with_base
    from reviewcli.drafting.redraft.edited import brought_up, edited_draft

    options = global_options(ctx)
    it = edited_draft(draft, notes, options.configs(), options.tell)
    if check:
        raise typer.Exit(_tell_missing(it, options))
    now = notes_id(it.notes_source)
    if now == it.base:
        options.tell(f"{draft}: {it.notes_source.path} has not changed since.")
        return
    merged = brought_up(it, options.tell)
    text = with_base(merged.text, now)
    sys.stdout.write(difference(it.source.text, text, draft))
    sys.stdout.flush()
    if not dry_run:
        if not yes and sys.stdin.isatty() and not typer.confirm("Write this?", err=True):
            options.tell(f"{draft}: left as it was.")
            return
        write_whole(it.file, text, force=True, bom=it.source.bom)
        remember(it.notes_source)
        options.tell(f"{draft}: brought up to {it.notes_source.path}.")
    if merged.conflicts:
        places = "one place" if merged.conflicts == 1 else f"{merged.conflicts} places"
        options.tell(f"{draft}: {places} to settle, between <<<<<<< and >>>>>>> or after “# notes:”.")
    raise typer.Exit(int(merged.conflicts > 0))


def _tell_missing(it: Edited, options: GlobalOptions) -> int:
    from reviewcli.drafting.redraft.edited import count_of_points, not_in_draft

    missing = list(not_in_draft(it))
    sys.stdout.write("".join(f"{line}\n" for line in missing))
    are = "are" if len(missing) > 1 else "is"
    told = f"{len(missing) or 'None'} of {count_of_points(it)} points {are}"
    options.tell(f"{it.file}: {told} missing.")
    return int(bool(missing))

"""`review update`: what changed in the notes, into the margin of a draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._saying import hand_out, show

if TYPE_CHECKING:
    from reviewcli.drafting.margin.edited import Edited


def update(
    ctx: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="A draft that you have edited.")],
    check: Annotated[
        bool, typer.Option("--check", help="Only say of each point of the notes whether it is in the draft.")
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
    """Mark in a draft that you have edited what is new, changed or gone in its notes.

    Your sentences stay as they are: points become comments beside them. Facts change where the draft has them as they
    were made.

    Example: review update her.md --check
    """
    from reviewcli.drafting.margin.edited import edited_draft
    from reviewcli.drafting.margin.marking import margin
    from reviewcli.linting.fix import applied, diff
    from reviewcli.texts.writing import write_back

    options = global_options(ctx)
    it = edited_draft(draft, notes, options.configs(), options.tell)
    if check:
        raise typer.Exit(_tell_points(it, options))
    if it.old == it.new:
        options.tell(f"{draft}: {it.notes_source.path} has not changed since.")
        return
    made = margin(it.doc, it.notes, it.fresh, it.old, it.new, spoilers=it.spoilers)
    text = applied(it.source.text, made.edits)
    hand_out(diff(it.source, text))
    sys.stdout.flush()
    if dry_run:
        return
    if not yes and sys.stdin.isatty() and not typer.confirm("Write this?", err=True):
        options.tell(f"{draft}: left as it was.")
        return
    write_back(it.source, text)
    if it.old is None:
        options.tell(
            f"{draft}: did not say what of {it.notes_source.path} it has seen. Now it does; nothing is marked."
        )
    else:
        counts = f"{_counted(made.markers, 'marker')}, {_counted(made.facts, 'change')} of facts"
        options.tell(f"{draft}: brought up to {it.notes_source.path}: {counts}.")


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _tell_points(it: Edited, options: GlobalOptions) -> int:
    from reviewcli.drafting.margin.edited import points_told
    from reviewcli.drafting.margin.likeness import Told

    points = list(points_told(it))
    show("".join(f"{line}\n" for line, _ in points))
    answers = [told for _, told in points]
    summary = ", ".join(f"{answers.count(told)} {told.value}" for told in Told)
    options.tell(f"{it.source.path}: of {_counted(len(points), 'point')} {summary}.")
    return int(Told.NOT in answers)

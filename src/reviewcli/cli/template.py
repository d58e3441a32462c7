"""`review template`: the templates in force, and copies of them to change."""

from __future__ import annotations

import enum
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._completing import template_names
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._saying import hand_out, show
from reviewcli.notes.kinds import DEFAULT
from reviewcli.settings.config import LoadedConfig
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.drafting.folders import Found

_WIDE = 100  # columns that a line of the list may need


class Action(enum.StrEnum):
    """What to do."""

    LIST = "list"
    SHOW = "show"
    EJECT = "eject"


def template(
    ctx: typer.Context,
    action: Annotated[
        Action,
        typer.Argument(metavar="list|show|eject", help="List them all, show one, or copy one to change it."),
    ],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", autocompletion=template_names, help="As in the list: capsule, book/capsule."
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", help="The kind of review, where NAME does not say.")
    ] = DEFAULT,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="FOLDER",
            help="Where the copy goes: config's templates, or your own folder, unless you say.",
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a copy that is there.")] = False,
) -> None:
    """Show the templates in force, or copy one to change it.

    A file in your folder of templates comes before ours of the same name: the whole template, or one block of
    shared/ that many include.

    Example: review template eject capsule
    """
    from reviewcli.drafting.folders import find_in_force, folders_before_ours, templates_in_force
    from reviewcli.texts.files import read_source

    options = global_options(ctx)
    config = options.configs().for_file(None)
    folders = folders_before_ours(config, isolated=options.isolated)
    if action is Action.LIST:
        found = [each for each in templates_in_force(folders) if name is None or each.kind == name]
        if not found:
            raise ReviewError(
                f"there are no templates for “{name}”.", hint="`review template list` names all."
            )
        show(_table(found))
        return
    if name is None:
        raise ReviewError("which template?", hint=f"Name one: review template {action} capsule")
    one = find_in_force(name, kind, folders)
    if action is Action.SHOW:
        hand_out(read_source(str(one.path)).text)
    else:
        _eject(one, _target_folder(to, config, options), force=force, options=options)


def _table(found: list[Found]) -> str:
    """A line each: its name, where it comes from, what it is for; on a narrow terminal, that on a line below."""
    if sys.stdout.isatty() and (width := shutil.get_terminal_size().columns) < _WIDE:
        return "".join(
            f"{each.called} ({each.source})\n{textwrap.indent(textwrap.fill(each.purpose, width - 4), '    ')}\n"
            for each in found
        )
    rows = [(each.called, each.source, each.purpose) for each in found]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    lines = (f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}".rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _target_folder(to: str | None, config: LoadedConfig, options: GlobalOptions) -> Path:
    from reviewcli.drafting.folders import user_folder

    if to is not None:
        return Path(to)
    if config.config.templates and not options.isolated:
        return config.path(config.config.templates, "templates")
    return user_folder()


def _eject(found: Found, folder: Path, *, force: bool, options: GlobalOptions) -> None:
    from reviewcli.texts.files import read_source
    from reviewcli.texts.writing import make_folder, write_whole

    target = folder / found.name
    make_folder(target.parent)
    write_whole(target, read_source(str(found.path)).text, force=force)
    options.tell(f"{target}: a copy of {found.called} ({found.source}). Change it as you like.")

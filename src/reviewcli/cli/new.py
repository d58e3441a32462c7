"""`review new`: notes to drafts."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.config import Configs, LoadedConfig
from reviewcli.errors import Place, ReviewError
from reviewcli.sources import STDIN, Source, read_source, write_whole

if TYPE_CHECKING:
    from reviewcli.draft.templates import Template
    from reviewcli.notes import Notes


class _Wishes(msgspec.Struct, frozen=True):
    """What the command line asks for; None leaves it to the config."""

    template: str | None
    output: str | None
    changes: tuple[str, ...]
    headings: bool | None
    front_matter: bool
    strict: bool
    force: bool


def new(
    ctx: typer.Context,
    notes: Annotated[
        list[str], typer.Argument(metavar="NOTES...", help="Notes; - reads them from standard input.")
    ],
    template: Annotated[
        str | None, typer.Option("--template", "-t", metavar="NAME|PATH", help="The template to draft with.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|FOLDER|-", help="Where the draft goes; - is standard output."
        ),
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY.PATH=VALUE", help="Set a key of the notes.")
    ] = None,
    headings: Annotated[
        bool | None, typer.Option("--headings/--no-headings", help="Headings of sections.")
    ] = None,
    front_matter: Annotated[
        bool, typer.Option("--front-matter/--no-front-matter", help="YAML with the facts at the top.")
    ] = True,
    strict: Annotated[bool, typer.Option("--strict", help="Fail where a section has no notes.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over drafts that exist.")] = False,
) -> None:
    """Draft a review from notes.

    The draft says what the notes say, in their words. Where a section has no notes, it has a marker that says
    what to write.
    """
    options = global_options(ctx)
    configs = Configs(options.config, isolated=options.isolated)
    wishes = _Wishes(template, output, tuple(set_ or ()), headings, front_matter, strict, force)
    errors: list[Exception] = []
    written: set[Path] = set()
    for path in notes:
        try:
            _draft_one(path, wishes, configs, options, written if len(notes) > 1 else None)
        except ReviewError as error:
            errors.append(error)
        except ExceptionGroup as group:
            problems, rest = group.split(ReviewError)
            if rest or not problems:
                raise
            errors.append(problems)
    if errors:
        raise ExceptionGroup("new", errors)


def _draft_one(
    path: str, wishes: _Wishes, configs: Configs, options: GlobalOptions, written: set[Path] | None
) -> None:
    """Draft one file of notes. `written` is what came before it in this run, None when it is the only one."""
    source = read_source(path)
    config = configs.for_file(source.file)
    output = wishes.output if wishes.output is not None else _configured_output(config)
    target = _target(source, output, several=written is not None)
    if target and (target in (written or ()) or (target.exists() and not wishes.force)):
        hint = (
            "Two notes of one name give one draft."
            if target in (written or ())
            else "Pass --force to write over it."
        )
        raise ReviewError("already exists.", Place(str(target)), hint)
    text = _drafted(source, target, wishes, config, options)
    if target is None:
        sys.stdout.write(text)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, text, force=wishes.force)
    if written is not None:
        written.add(target)
    options.tell(f"{target}: drafted from {source.path}.")


def _drafted(
    source: Source, target: Path | None, wishes: _Wishes, config: LoadedConfig, options: GlobalOptions
) -> str:
    from reviewcli.draft import Settings, draft

    notes = _notes(source, wishes.changes, options)
    if notes.author is None and config.config.author:
        notes = msgspec.structs.replace(notes, author=config.config.author)
    settings = Settings(
        headings=config.config.headings if wishes.headings is None else wishes.headings,
        front_matter=wishes.front_matter,
        strict=wishes.strict,
        notes_path=_pointer(source, target),
        profile=config.config.profile,
    )
    try:
        return draft(notes, _template(wishes, config, notes.kind), settings)
    except ReviewError as error:
        raise error if error.place else ReviewError(error.message, Place(source.path), error.hint) from None


def _notes(source: Source, changes: tuple[str, ...], options: GlobalOptions) -> Notes:
    from reviewcli.notes import load_notes, parse_notes

    notes, findings = parse_notes(source.text, source.path, changes)
    if notes is None:
        return load_notes(source.path, source.text, changes)  # raises every error at its place
    if findings:
        count = "one warning" if len(findings) == 1 else f"{len(findings)} warnings"
        options.tell(f"{source.path}: {count}; `review check` shows what may be lost.")
    return notes


def _template(wishes: _Wishes, config: LoadedConfig, kind: str) -> Template:
    from reviewcli.draft.templates import find_template, is_path

    if wishes.template:
        return find_template(wishes.template, kind)
    name = config.config.template
    return find_template(str(config.path(name)) if is_path(name) else name, kind)


def _configured_output(config: LoadedConfig) -> str:
    output = config.config.output
    if output == STDIN:
        return output
    return str(config.path(output)) + ("/" if output.endswith("/") else "")


def _target(source: Source, output: str, *, several: bool) -> Path | None:
    """The file that takes the draft; None for standard output.

    A folder is what exists as one, ends with a slash, or takes several drafts.
    """
    if output == STDIN:
        if several:
            raise ReviewError("several notes need a folder.", hint="Name one: -o drafts/")
        return None
    path = Path(output)
    if several and (path.is_file() or path.suffix == ".md"):
        raise ReviewError(
            "several notes need a folder, and this names a file.", Place(output), "Name one: -o drafts/"
        )
    if not (several or output.endswith(("/", os.sep)) or path.is_dir()):
        return path
    if source.file is None:
        raise ReviewError("notes from standard input give no draft a name.", hint="Name the draft: -o her.md")
    return path / f"{_stem(source.file)}.md"


def _stem(file: Path) -> str:
    return file.stem.removesuffix(".notes")


def _pointer(source: Source, target: Path | None) -> str | None:
    """The notes' path as seen from the draft's folder, or from here for standard output."""
    if source.file is None:
        return None
    folder = target.parent if target else Path()
    try:
        return Path(os.path.relpath(source.file, folder)).as_posix()
    except ValueError:  # another drive: there is no relative way
        return None

"""`review new`: notes to drafts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from reviewcli.cli._completing import template_names
from reviewcli.cli._notes import read_notes
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.drafting.house.drafted import Form, Wishes, drafted
from reviewcli.exchange.publish.forms import ENDINGS, in_form
from reviewcli.notes.model import Notes
from reviewcli.settings.config import LoadedConfig
from reviewcli.settings.finding import Configs
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import STDIN, Source, find_notes_files, read_source, write_whole


class _Run(msgspec.Struct, frozen=True, kw_only=True):
    """One run: what is wanted of every draft, and what has been written."""

    wishes: Wishes
    output: str | None
    to: Form
    width: int
    force: bool
    several: bool
    brief: bool
    lint: bool
    options: GlobalOptions
    configs: Configs
    written: set[Path]
    made: list[Source]


def new(
    ctx: typer.Context,
    notes: Annotated[
        list[str],
        typer.Argument(metavar="NOTES...", help="Notes and folders of notes; - is standard input."),
    ],
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME|PATH",
            autocompletion=template_names,
            help="The template to draft with.",
        ),
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
    to: Annotated[Form, typer.Option("--to", help="What the draft is written as.")] = Form.MARKDOWN,
    width: Annotated[
        int, typer.Option("--width", min=0, help="The longest line of --to text; 0 wraps nothing.")
    ] = 80,
    spoilers: Annotated[
        bool, typer.Option("--spoilers", help="Draft what gives the work away too, in a marked block.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail where a section has no notes.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over drafts that exist.")] = False,
    lint: Annotated[
        bool, typer.Option("--lint", help="Lint the drafts as well; exit with 1 if it finds errors.")
    ] = False,
) -> None:
    """Draft a review from notes.

    The draft says what the notes say, in their words. Where a section has no notes, it has a marker that says
    what to write.

    Example: review new her.yaml -o her.md, or: review new her.yaml | review lint -
    """
    options = global_options(ctx)
    paths, errors = _asked(notes, Configs(options.config, isolated=options.isolated))
    run = _Run(
        wishes=Wishes(
            template=template,
            changes=tuple(set_ or ()),
            headings=headings,
            front_matter=front_matter,
            strict=strict,
            spoilers=spoilers,
            isolated=options.isolated,
        ),
        output=output,
        to=to,
        width=width,
        force=force,
        several=len(paths) > 1 or any(Path(path).is_dir() for path in notes),
        brief=len(paths) > 1 and sys.stderr.isatty() and not options.quiet,
        lint=lint,
        options=options,
        configs=Configs(options.config, isolated=options.isolated),
        written=set(),
        made=[],
    )
    if lint and to is Form.HTML:
        raise ReviewError("lint reads drafts in Markdown or text.", hint="Leave --to html or --lint out.")
    for path, inside in _with_progress(paths) if run.brief else paths:
        errors += _problems_of(path, inside, run)
    if run.brief:
        options.tell(f"{len(run.written)} of {len(paths)} drafted.")
    code = _lint(run) if lint and run.made else 0
    if errors:
        raise ExceptionGroup("new", errors)
    raise typer.Exit(code)


def _with_progress(paths: list[tuple[str, Path]]) -> Iterator[tuple[str, Path]]:
    """The notes one after the other, with a bar on standard error, which is a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(paths, "Drafting", console=console, transient=True)


def _problems_of(path: str, inside: Path, run: _Run) -> list[Exception]:
    """Draft one file of notes; why it could not be, if so."""
    try:
        _draft_one(path, inside, run)
    except ReviewError as error:
        return [error]
    except ExceptionGroup as group:
        problems, rest = group.split(ReviewError)
        if rest or not problems:
            raise
        return [problems]
    return []


def _lint(run: _Run) -> int:
    """Say what lint finds in the drafts just made, and give its exit code.

    It goes to standard error where the draft itself went to standard output.
    """
    from reviewcli.cli._linting import lint_sources

    stream = sys.stdout if run.written else sys.stderr
    return lint_sources(run.made, run.configs, run.options, stream)


def _asked(named: list[str], configs: Configs) -> tuple[list[tuple[str, Path]], list[Exception]]:
    """Each file of notes with its folder inside the folder that was named, and what cannot be read."""
    found: list[tuple[str, Path]] = []
    errors: list[Exception] = []
    for name in named:
        if name == STDIN or not Path(name).is_dir():
            found.append((name, Path()))
            continue
        try:
            found += _walked(name, configs.for_file(Path(name) / "notes").config.exclude)
        except ReviewError as error:
            errors.append(error)
    return found, errors


def _walked(folder: str, exclude: Sequence[str]) -> list[tuple[str, Path]]:
    files = list(find_notes_files(folder, exclude))
    if not files:
        raise ReviewError("holds no notes.", Place(folder), "Notes end in .yaml or .yml.")
    return [(file, Path(file).parent.relative_to(folder)) for file in files]


def _draft_one(path: str, inside: Path, run: _Run) -> None:
    """Draft one file of notes, which lies in this folder inside the one that was named."""
    source = read_source(path)
    config = run.configs.for_file(source.file)
    notes = read_notes(source, run.wishes.changes, config, run.options)
    output = run.output if run.output is not None else _configured_output(config)
    target = _target(source, inside, output, notes, run)
    if target and (target in run.written or (target.exists() and not run.force)):
        hint = (
            "Two notes of one name give one draft."
            if target in run.written
            else "Pass --force to write over it."
        )
        raise ReviewError("already exists.", Place(str(target)), hint)
    text = drafted(notes, source, target, run.wishes, config)
    text = in_form(text, run.to, notes, width=run.width, language=config.config.dialect)
    if target is None:
        sys.stdout.write(text)
    else:
        _write(target, text, source, run)
    if run.lint:
        run.made.append(Source(str(target or STDIN), text, target))


def _write(target: Path, text: str, source: Source, run: _Run) -> None:
    _make_folder(target.parent)
    write_whole(target, text, force=run.force)
    run.written.add(target)
    if run.to is Form.MARKDOWN and source.file:
        from reviewcli.drafting.redraft.bases import remember

        remember(source)
    if not run.brief:
        run.options.tell(f"{target}: drafted from {source.path}.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReviewError(
            f"cannot be made: {(error.strerror or str(error)).lower()}.", Place(str(folder))
        ) from error


def _configured_output(config: LoadedConfig) -> str:
    output = config.config.output
    if output == STDIN:
        return output
    path = config.path(output)
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return str(shown) + ("/" if output.endswith("/") else "")


def _target(source: Source, inside: Path, output: str, notes: Notes, run: _Run) -> Path | None:
    """The file that takes the draft; None for standard output.

    A folder is what exists as one, ends with a slash, or takes several drafts.
    """
    if output == STDIN:
        if run.several:
            raise ReviewError("several notes need a folder.", hint="Name one: -o drafts/")
        return None
    is_pattern = "{" in output
    if is_pattern:
        output = _filled(output, notes, source)
    path = Path(output)
    if run.several and not is_pattern and (path.is_file() or path.suffix in (*ENDINGS.values(), ".markdown")):
        raise ReviewError(
            "several notes need a folder, and this names a file.", Place(output), "Name one: -o drafts/"
        )
    is_folder = output.endswith(("/", os.sep)) or path.is_dir() or (run.several and not is_pattern)
    if not is_folder:
        return path
    if source.file is None:
        raise ReviewError("notes from standard input give no draft a name.", hint="Name the draft: -o her.md")
    return path / inside / f"{_stem(source.file)}{ENDINGS[run.to]}"


def _filled(output: str, notes: Notes, source: Source) -> str:
    from reviewcli.drafting.house.place import filled_path

    try:
        return filled_path(output, notes)
    except ReviewError as error:
        raise ReviewError(error.message, Place(source.path), error.hint) from None


def _stem(file: Path) -> str:
    return file.stem.removesuffix(".notes")

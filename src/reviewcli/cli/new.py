"""`review new`: notes to drafts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from reviewcli.cli._completing import template_names
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.cli._progress import with_progress
from reviewcli.cli._saying import hand_out, say
from reviewcli.drafting.house.drafted import Form, Wishes, drafted, read_notes
from reviewcli.drafting.house.place import configured_output, file_of_draft
from reviewcli.exchange.publish.forms import in_form
from reviewcli.settings.finding import Configs
from reviewcli.settings.inputs import notes_asked_for
from reviewcli.texts.errors import Place, ReviewError
from reviewcli.texts.files import STDIN, Source, exists, is_folder, read_source
from reviewcli.texts.writing import make_folder, write_whole


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
    configs = options.configs()
    paths, errors = notes_asked_for(notes, configs)
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
        several=len(paths) > 1 or any(is_folder(Path(path)) for path in notes),
        brief=len(paths) > 1 and sys.stderr.isatty() and not options.quiet,
        lint=lint,
        options=options,
        configs=configs,
        written=set(),
        made=[],
    )
    if lint and to is Form.HTML:
        raise ReviewError("lint reads drafts in Markdown or text.", hint="Leave --to html or --lint out.")
    for path, inside in with_progress(paths, called="Drafting", options=options, fewest=2):
        errors += _problems_of(path, inside, run)
    if run.brief:
        options.tell(f"{len(run.written)} of {len(paths)} drafted.")
    code = _lint(run) if lint and run.made else 0
    if errors:
        raise ExceptionGroup("new", errors)
    raise typer.Exit(code)


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
    from reviewcli.formats import FormatOptions, summary_line, write_as
    from reviewcli.linting.linter import Linter
    from reviewcli.linting.run import Levels
    from reviewcli.settings.flags import LintOptions

    options, levels = run.options, Levels(run.configs)
    stream = sys.stdout if run.written else sys.stderr
    with Linter(run.configs, LintOptions(), options.tell, options.explain) as linter:
        found = [(source, linter.lint(source)) for source in run.made]
    reports = [levels.shown(source, report) for source, report in found]
    write_as("text")(reports, stream, FormatOptions(color=options.colors(stream)))
    errors = dict.fromkeys(report.error for report in reports if report.error)
    for error in errors:
        say(str(error))
    options.tell(summary_line(reports))
    return 2 if errors else int(any(levels.fails(source, report) for source, report in found))


def _draft_one(path: str, inside: Path, run: _Run) -> None:
    """Draft one file of notes, which lies in this folder inside the one that was named."""
    source = read_source(path, pipes=True)
    config = run.configs.for_file(source.file)
    notes = read_notes(source, run.wishes.changes, config, run.options.tell)
    output = run.output if run.output is not None else configured_output(config)
    target = file_of_draft(output, source, notes, run.to, several=run.several, inside=inside)
    if target and run.output is None:
        config.within_reach(target, "output")
    if target and (target in run.written or (exists(target) and not run.force)):
        hint = (
            "Two notes of one name give one draft."
            if target in run.written
            else "Pass --force to write over it."
        )
        raise ReviewError("already exists.", Place(str(target)), hint)
    text = drafted(notes, source, target, run.wishes, config)
    text = in_form(text, run.to, notes, width=run.width, language=config.config.dialect)
    if target is None:
        hand_out(text)
    else:
        _write(target, text, source, run)
    if run.lint:
        run.made.append(Source(str(target or STDIN), text, target))


def _write(target: Path, text: str, source: Source, run: _Run) -> None:
    make_folder(target.parent)
    write_whole(target, text, force=run.force)
    run.written.add(target)
    if not run.brief:
        run.options.tell(f"{target}: drafted from {source.path}.")

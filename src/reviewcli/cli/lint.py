"""`review lint`: what an editor would mark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from reviewcli.cli._completing import profile_names, rule_names
from reviewcli.cli._options import global_options
from reviewcli.cli._output_format import OutputFormat
from reviewcli.linting import early_harper
from reviewcli.reading.dialects import Dialect
from reviewcli.settings.flags import LintOptions
from reviewcli.settings.values import FailOn, Grammar
from reviewcli.texts.findings import Level

if TYPE_CHECKING:
    from reviewcli.texts.store import Store


def lint(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output_format: OutputFormat = "text",
    output_file: Annotated[
        Path | None, typer.Option("--output-file", "-o", metavar="FILE", help="Print into this file instead.")
    ] = None,
    select: Annotated[
        str,
        typer.Option(
            metavar="IDS",
            autocompletion=rule_names,
            help="Only these rules or groups, by comma: facts,cliche.",
        ),
    ] = "",
    ignore: Annotated[
        str, typer.Option(metavar="IDS", autocompletion=rule_names, help="Not these rules or groups.")
    ] = "",
    extend_select: Annotated[
        str, typer.Option(metavar="IDS", autocompletion=rule_names, help="These rules or groups as well.")
    ] = "",
    profile: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FILE",
            autocompletion=profile_names,
            help="What is asked of the review: capsule, short, standard, long, academic, blog or a file of "
            "your own.  [default: none]",
        ),
    ] = None,
    min_severity: Annotated[
        Level | None, typer.Option(help="Show nothing below this.  [default: suggestion]")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 from this severity up.  [default: error]")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    grammar: Annotated[
        Grammar | None,
        typer.Option(help="Which grammar engines run; our own rules always do.  [default: auto]"),
    ] = None,
    languagetool_url: Annotated[
        str | None, typer.Option(metavar="URL", help="A LanguageTool server to ask.")
    ] = None,
    dialect: Annotated[
        Dialect | None,
        typer.Option(help="Which English is right.  [default: any]"),
    ] = None,
    notes: Annotated[
        Path | None,
        typer.Option(
            "--notes",
            metavar="PATH",
            help="The notes, or a folder of notes.  [default: found beside the draft]",
        ),
    ] = None,
    no_notes: Annotated[bool, typer.Option("--no-notes", help="Use no notes at all.")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option(metavar="NAME", help="What standard input is called in reports.")
    ] = None,
    show_all: Annotated[
        bool, typer.Option("--all", help="Show every finding; text folds a rule after five.")
    ] = False,
    for_writer: Annotated[
        bool, typer.Option("--for-writer", help="What goes back with a proof: the ten that matter most.")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Fix what cannot change the meaning; - prints the text.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Fix what may change the meaning as well.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="With --fix: ask about each finding.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Print what --fix would change, and change nothing.")
    ] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Report only what is not known from this file.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found into this file, as known.")
    ] = None,
    changed: Annotated[
        str | None, typer.Option(metavar="REF", help="Only lines that changed since a Git revision.")
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Print counts by rule in place of findings.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Lint again at every save of a draft, its notes or the config.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="How many drafts at once; all cores by default.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep results of runs.")
    ] = False,
) -> None:
    """Read drafts and say what an editor would mark.

    Example: review lint her.md, or: review new her.yaml | review lint -
    """
    options = global_options(ctx)
    if watch:
        from reviewcli.cli import _watching

        _watching.watch(paths, notes, options)
    flags = LintOptions(
        profile=profile,
        select=_ids(select),
        ignore=_ids(ignore),
        extend_select=_ids(extend_select),
        grammar=grammar,
        languagetool_url=languagetool_url,
        dialect=dialect,
        notes=notes,
        use_notes=not no_notes,
    )
    store = None if no_cache else _store()
    drafts = paths or ([stdin_filename] if stdin_filename else None)
    early_harper.load_for(drafts, flags, store, config=options.config, isolated=options.isolated)
    from reviewcli.cli._linting import Wants, linted

    wants = Wants(
        output_format=output_format,
        output_file=output_file,
        statistics=statistics,
        show_all=show_all,
        for_writer=for_writer,
        min_severity=min_severity,
        fail_on="never" if exit_zero else fail_on,
        fix=fix,
        unsafe_fixes=unsafe_fixes,
        diff=diff,
        interactive=interactive,
        baseline=baseline,
        write_baseline=write_baseline,
        changed=changed,
        jobs=jobs,
    )
    raise typer.Exit(linted(paths, stdin_filename, flags, wants, options, store))


def _store() -> Store | None:
    from reviewcli.texts.store import Store

    return Store.of_user()


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split())

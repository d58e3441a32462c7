"""`review lint`: what an editor would mark."""

from __future__ import annotations

import functools
import itertools
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from reviewcli.choices import Dialect, FailOn, Format, Grammar, Level
from reviewcli.cli._completing import profile_names, rule_names
from reviewcli.cli._looking import Looking, load_harper_meanwhile
from reviewcli.cli._options import GlobalOptions, global_options
from reviewcli.errors import Place, ReviewError
from reviewcli.lint_options import LintOptions
from reviewcli.sources import STDIN, find_drafts

if TYPE_CHECKING:
    from reviewcli.cache import Store
    from reviewcli.cli._fixing import Fixing
    from reviewcli.cli._narrowing import Narrowing
    from reviewcli.cli._showing import Seen
    from reviewcli.config import Config
    from reviewcli.formats import Format as Writing
    from reviewcli.formats import FormatOptions
    from reviewcli.report import FileReport


def lint(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATHS]...", help="Drafts and folders of drafts; - is standard input."),
    ] = None,
    output_format: Annotated[
        Format, typer.Option("--output-format", "--format", help="How to print what is found.")
    ] = "text",
    output_file: Annotated[
        Path | None, typer.Option("--output-file", "-o", help="Print into this file instead.")
    ] = None,
    select: Annotated[
        str,
        typer.Option(metavar="IDS", autocompletion=rule_names, help="Only these rules or groups, by comma."),
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
            autocompletion=profile_names, help="What is asked of the review: capsule, short, standard, long."
        ),
    ] = None,
    min_severity: Annotated[Level | None, typer.Option(help="Show nothing below this.")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="Exit with 1 from this severity up.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    grammar: Annotated[
        Grammar | None, typer.Option(help="Which grammar engines run; our own rules always do.")
    ] = None,
    languagetool_url: Annotated[
        str | None, typer.Option(metavar="URL", help="A LanguageTool server to ask.")
    ] = None,
    dialect: Annotated[Dialect | None, typer.Option(help="Which English is right.")] = None,
    notes: Annotated[
        Path | None, typer.Option("--notes", metavar="PATH", help="The notes, or a folder of notes.")
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
    load_harper_meanwhile(options, flags, paths or _standard_input(stdin_filename), store)
    from reviewcli.cli._drafts import asked_for, drafts_of
    from reviewcli.cli._judging import Judging
    from reviewcli.cli._linting import Thresholds
    from reviewcli.config import Configs
    from reviewcli.formats import FORMATS, FormatOptions, tally_line
    from reviewcli.report import Tally

    configs = Configs(options.config, isolated=options.isolated)
    config = configs.for_file(None).config
    asked = asked_for(paths, config, "lint")
    fixing = _fixing(asked, fix=fix, unsafe=unsafe_fixes, diff=diff, interactive=interactive)
    narrowing = _narrowing(baseline, write_baseline, changed)
    tell = functools.partial(_tell_once, options, set())
    write = _statistics(output_format) if statistics else FORMATS[output_format]
    thresholds = Thresholds(configs, min_severity, "never" if exit_zero else fail_on)
    tally = Tally()
    with Looking(configs, flags, options, tell, store, jobs=1 if fixing else jobs) as looking:
        seen = _seen() if output_format == "html" else None
        look = seen.watching(looking.look) if seen else looking.look
        look = narrowing.narrowed(look) if narrowing else look
        fixer = fixing.fixer(look, thresholds.shown, looking.forget_words, options) if fixing else None
        judging = Judging(fixer.fixed if fixer else look, thresholds, narrowing, for_writer=for_writer)
        drafts = drafts_of(asked, config, stdin_filename)
        stream = tally.of(_with_progress(judging.reports(looking, drafts), asked, config, options))
        # What is only known in the end keeps all reports until then; else each is printed and forgotten.
        reports = list(stream) if fixer or narrowing or seen else _begun(stream)
        if narrowing:
            narrowing.finish(options.tell)
        is_fixed_text = fixer is not None and STDIN in asked  # it has taken standard output
        out = sys.stderr if is_fixed_text else sys.stdout
        documents = seen.documents(configs, flags) if seen else {}
        form = FormatOptions(options.colors(out), show_all, for_writer=for_writer, documents=documents)
        if not (fixer and fixer.print_instead(options)) or output_file:
            _print(reports, write, output_file or out, form)
    for failure in dict.fromkeys(map(str, judging.failures)):  # what fails every draft is told once
        sys.stderr.write(f"{failure}\n")
    if fixer:
        options.tell(fixer.summary(reports))
    if not diff:
        options.tell(tally_line(tally, judging.hidden))
    fails = fixer.would_change if diff and fixer else judging.fails
    raise typer.Exit(2 if judging.failures else int(fails))


def _begun(reports: Iterator[FileReport]) -> Iterable[FileReport]:
    """The reports, the first of them at hand: what is wrong with the flags is told before anything is printed."""
    first = list(itertools.islice(reports, 1))
    return itertools.chain(first, reports)


def _with_progress(
    reports: Iterator[FileReport], asked: Sequence[str], config: Config, options: GlobalOptions
) -> Iterator[FileReport]:
    """The reports, with a bar on a terminal where they are many; found out only there, by a walk of its own."""
    if options.quiet or options.verbose or sys.stderr is None or not sys.stderr.isatty() or STDIN in asked:
        return reports
    from reviewcli.cli._progress import with_progress

    total = sum(1 for named in asked if named for _ in _walked(named, config))
    return with_progress(reports, total)


def _walked(named: str, config: Config) -> Iterable[str]:
    try:
        return list(find_drafts([named], config.exclude))
    except ReviewError:  # told where it is read
        return [named]


def _fixing(asked: Sequence[str], **flags: bool) -> Fixing | None:
    if not any(flags.values()):
        return None
    from reviewcli.cli._fixing import Fixing

    return Fixing(**flags).checked(asked)


def _seen() -> Seen:
    from reviewcli.cli._showing import Seen

    return Seen()


def _store() -> Store | None:
    from reviewcli.cache import Store

    return Store.of_user()


def _standard_input(name: str | None) -> list[str] | None:
    return [name] if name else None


def _narrowing(baseline: Path | None, write: Path | None, changed: str | None) -> Narrowing | None:
    if baseline is None and write is None and changed is None:
        return None
    from reviewcli.cli._narrowing import Narrowing

    return Narrowing(baseline, write, changed)


def _ids(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.replace(",", " ").split())


def _tell_once(options: GlobalOptions, told: set[str], text: str) -> None:
    if text not in told:
        told.add(text)
        options.tell(text)


def _statistics(form: Format) -> Writing:
    from reviewcli.formats.statistics import statistics_as

    return statistics_as(form)


def _print(
    reports: Iterable[FileReport], write: Writing, target: Path | TextIO, options: FormatOptions
) -> None:
    if not isinstance(target, Path):
        write(reports, target, options)
        return
    import io

    from reviewcli.sources import write_whole

    names: set[str] = set()
    text = io.StringIO()
    write(_named(reports, names), text, options)
    if target.exists() and any(_is_same(target, name) for name in names):
        raise ReviewError("was read in this run.", Place(str(target)), "Name another file for the report.")
    write_whole(target, text.getvalue(), force=True)


def _named(reports: Iterable[FileReport], names: set[str]) -> Iterator[FileReport]:
    for report in reports:
        names.update(name for name in (report.path, report.notes) if name)
        yield report


def _is_same(file: Path, name: str) -> bool:
    return Path(name).exists() and file.samefile(name)

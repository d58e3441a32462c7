"""One run of `review lint` as its flags want it: what is printed where, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from reviewcli.cli._options import GlobalOptions
from reviewcli.cli._saying import say
from reviewcli.formats import FormatOptions, Write, tally_line, write_as
from reviewcli.linting.report import FileReport
from reviewcli.linting.reporter import Reporter
from reviewcli.linting.run import Levels, Outcome, Run, lint_drafts
from reviewcli.linting.seen import Shown
from reviewcli.settings.inputs import asked_for, drafts_of
from reviewcli.settings.values import FailOn
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.files import STDIN, find_drafts
from reviewcli.texts.findings import Level
from reviewcli.texts.printable import escaped

if TYPE_CHECKING:
    from reviewcli.linting.fixer import Fixer
    from reviewcli.linting.narrowing import Narrowing
    from reviewcli.linting.seen import Seen
    from reviewcli.linting.visit import Person, Walker
    from reviewcli.settings.config import Config
    from reviewcli.settings.flags import LintOptions
    from reviewcli.texts.store import Store


class Wants(NamedTuple):
    """What the flags of the run ask for beside its rules, by their names."""

    output_format: str
    output_file: Path | None
    statistics: bool
    show_all: bool
    for_writer: bool
    min_severity: Level | None
    fail_on: FailOn | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    interactive: bool
    baseline: Path | None
    write_baseline: Path | None
    changed: str | None
    jobs: int | None

    @property
    def mends(self) -> bool:
        """Whether a flag is given that is about changing drafts."""
        return self.fix or self.unsafe_fixes or self.diff or self.interactive

    @property
    def prints_findings(self) -> bool:
        """Whether the findings are printed, or a person has seen what there is to see."""
        return self.output_file is not None or not (self.diff or self.interactive)


def linted(
    paths: Sequence[str] | None,
    stdin_name: str | None,
    flags: LintOptions,
    wants: Wants,
    options: GlobalOptions,
    store: Store | None,
) -> int:
    """Lint drafts, print what is found, and give the exit code.

    Raises:
        ReviewError: there is nothing to read, flags do not go together, or a file cannot be written.
    """
    narrowing = _narrowing(wants, options)
    write = _format(wants)
    configs = options.configs()
    config = configs.for_file(None).config
    asked = asked_for(paths, config, "lint")
    _check_mending(wants, asked)
    levels = Levels(configs, wants.min_severity, wants.fail_on)
    explain = options.explain if options.verbose else None
    seen = _seen(wants)
    with Reporter(configs, flags, _once(options.tell), explain, store) as reporter:
        mender = _mender(wants, levels, reporter, options) if wants.mends else None
        # A draft from standard input that was fixed has taken standard output.
        stream = sys.stderr if mender and STDIN in asked else sys.stdout
        jobs = 1 if mender else wants.jobs
        run = Run(levels, narrowing, mender, seen, for_writer=wants.for_writer, jobs=jobs)

        def printed(reports: Iterable[FileReport]) -> None:
            if mender and wants.diff:
                _print_diffs(mender.diffs, options)
            if wants.prints_findings:
                shown = seen.shown(configs, flags, with_praise=wants.for_writer) if seen else Shown()
                _print(reports, write, wants, stream, options, shown)

        progress = partial(_with_progress, asked=asked, config=config, options=options)
        outcome = lint_drafts(drafts_of(asked, config, stdin_name), reporter, run, printed, progress)
    return _concluded(outcome, mender, wants, options)


def _print(
    reports: Iterable[FileReport],
    write: Write,
    wants: Wants,
    stream: TextIO,
    options: GlobalOptions,
    shown: Shown,
) -> None:
    how = FormatOptions(
        options.colors(stream),
        wants.show_all,
        for_writer=wants.for_writer,
        documents=shown.documents,
        praise=shown.praise,
    )
    if wants.output_file is None:
        write(reports, stream, how)
        return
    from reviewcli.formats.into_file import into_file

    into_file(wants.output_file, reports, write, how)


def _concluded(outcome: Outcome, mender: Fixer | Walker | None, wants: Wants, options: GlobalOptions) -> int:
    """Say in the end what came of it, and give the exit code."""
    for failure in dict.fromkeys(map(str, outcome.failures)):  # what fails every draft is said once
        say(str(failure))
    fails = outcome.fails
    if mender:
        options.tell(mender.summary(outcome.reports))
    if mender and wants.diff:
        fails = any(mender.diffs)
    else:
        options.tell(tally_line(outcome.tally, outcome.hidden))
    return 2 if outcome.failures else int(fails)


def _once(tell: Callable[[str], None]) -> Callable[[str], None]:
    """The same, that says nothing twice."""
    told: set[str] = set()

    def tell_once(text: str) -> None:
        if text not in told:
            told.add(text)
            tell(text)

    return tell_once


def _with_progress(
    reports: Iterator[FileReport], asked: Sequence[str], config: Config, options: GlobalOptions
) -> Iterator[FileReport]:
    """The reports, with a bar on a terminal where they are many; found out only there, by a walk of its own."""
    if options.quiet or options.verbose or sys.stderr is None or not sys.stderr.isatty() or STDIN in asked:
        return reports
    from reviewcli.cli._progress import reports_with_progress

    total = sum(1 for _ in find_drafts(asked, config.exclude, lambda _: None))
    return reports_with_progress(reports, total)


def _narrowing(wants: Wants, options: GlobalOptions) -> Narrowing | None:
    if wants.baseline is None and wants.write_baseline is None and wants.changed is None:
        return None
    from reviewcli.linting.narrowing import Narrowing

    return Narrowing(wants.baseline, wants.write_baseline, wants.changed, options.tell)


def _format(wants: Wants) -> Write:
    if not wants.statistics:
        return write_as(wants.output_format)
    from reviewcli.formats.statistics import statistics_as

    return statistics_as(wants.output_format)


def _seen(wants: Wants) -> Seen | None:
    if not (wants.output_format == "html" or (wants.output_format == "text" and wants.for_writer)):
        return None
    from reviewcli.linting.seen import Seen

    return Seen()


def _check_mending(wants: Wants, asked: Sequence[str]) -> None:
    """Raise if a flag stands without the one that it belongs to."""
    if wants.unsafe_fixes and not (wants.fix or wants.diff):
        raise ReviewError("--unsafe-fixes says what --fix and --diff may do.", hint="Add one of them.")
    if wants.interactive and (wants.diff or not wants.fix):
        raise ReviewError("--interactive goes with --fix.", hint="review lint --fix --interactive her.md")
    if wants.interactive:
        from reviewcli.cli._terminal import is_terminal

        if STDIN in asked or not is_terminal():
            message = "--interactive asks questions, which takes a terminal and drafts in files."
            raise ReviewError(message, hint="Use --fix alone, or --diff.")


def _mender(wants: Wants, levels: Levels, reporter: Reporter, options: GlobalOptions) -> Fixer | Walker:
    if not wants.interactive:
        from reviewcli.linting.fixer import Fixer

        return Fixer(unsafe=wants.unsafe_fixes, shows=wants.diff, tell=options.tell, write_out=_write_bytes)
    from reviewcli.linting.visit import Walker

    return Walker(_person(options), levels.shown, reporter.forget_words)


def _person(options: GlobalOptions) -> Person:
    from reviewcli.cli._terminal import ask_line, open_editor
    from reviewcli.formats.findings.text import WIDTH, write_finding
    from reviewcli.linting.visit import Person

    color = options.colors(sys.stderr)

    def said(text: str) -> None:
        say(text, end="")
        sys.stderr.flush()

    return Person(
        ask_line,
        said,
        lambda path, finding: write_finding(path, finding, sys.stderr, WIDTH, color=color),
        lambda file, line: open_editor(file, "The draft is kept", line),
    )


def _print_diffs(diffs: Iterable[str], options: GlobalOptions) -> None:
    text = "".join(diffs)
    if sys.stdout.isatty():
        text = escaped(text)
    if options.colors(sys.stdout):
        text = "".join(_colored(f"{line}\n") for line in text.split("\n")[:-1])
    _write_bytes(text.encode("utf-8"))


def _write_bytes(data: bytes) -> None:
    # Bytes, so that no line end is changed on the way.
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _colored(line: str) -> str:
    paint = {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    bare = line.rstrip("\r\n")
    return f"\x1b[{paint}m{bare}\x1b[0m{line[len(bare) :]}" if paint else line

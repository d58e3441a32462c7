"""One run of lint: drafts → documents → findings → what is new and not silenced → reports → format."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

import msgspec

from reviewcli.linting.many import Draft, Report, in_order
from reviewcli.linting.report import FileReport, Tally, unread_file
from reviewcli.linting.reporter import Reporter
from reviewcli.settings.finding import Configs
from reviewcli.settings.values import FailOn
from reviewcli.texts.errors import ReviewError, each_error
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Level, Severity

if TYPE_CHECKING:
    from reviewcli.linting.narrowing import Narrowing
    from reviewcli.linting.seen import Seen

Reports = Iterator[FileReport]


class Levels(msgspec.Struct, frozen=True):
    """What is shown and what fails: by the flags, else by the config that governs the draft."""

    configs: Configs
    min_severity: Level | None = None
    fail_on: FailOn | None = None

    def shown(self, source: Source, report: FileReport) -> FileReport:
        """The report with what is to be shown of it."""
        least = self.min_severity or self.configs.for_file(source.place).config.min_severity
        return msgspec.structs.replace(report, findings=report.at_least(Severity(least)))

    def fails(self, source: Source, report: FileReport) -> bool:
        """Whether a draft does not pass."""
        fail_on = self.fail_on or self.configs.for_file(source.place).config.fail_on
        return fail_on != "never" and bool(report.at_least(Severity(fail_on)))


class Mender(Protocol):
    """Changes drafts by what is found in them."""

    def mended(self, source: Source, report: Report) -> FileReport:
        """Change a draft, and give what is still to say of it.

        Args:
            source: the draft.
            report: says what is found in it as it is then.

        Raises:
            ReviewError: it cannot be linted or written.
        """


class Run(msgspec.Struct, frozen=True):
    """What is done with the drafts of a run; None where nothing is.

    Args:
        levels: what is shown, and what fails.
        narrowing: what is left out.
        mender: what changes the drafts.
        seen: remembers the drafts for a format that shows them.
        for_writer: whether only what a writer should hear goes on.
        jobs: how many processes may work at once; None is as many as there are cores.
    """

    levels: Levels
    narrowing: Narrowing | None = None
    mender: Mender | None = None
    seen: Seen | None = None
    for_writer: bool = False
    jobs: int | None = 1


class Outcome:
    """What came of a run, counted while its reports pass.

    `failures` are why drafts cannot be read; `fails` is whether one did not pass; `hidden` counts the findings
    below what is shown, and `tally` those that are. `reports` are all of them where they were kept.
    """

    def __init__(self) -> None:
        self.failures: list[ReviewError] = []
        self.fails = False
        self.hidden = 0
        self.tally = Tally()
        self.reports: list[FileReport] = []


def lint_drafts(
    drafts: Iterable[Draft],
    reporter: Reporter,
    run: Run,
    write: Callable[[Iterable[FileReport]], None],
    progress: Callable[[Reports], Reports] = lambda reports: reports,
) -> Outcome:
    """Report on drafts, and give what came of it.

    Args:
        drafts: each by its name, a source or why it cannot be read.
        reporter: reports on one of them.
        run: what is done with them.
        write: is given the reports, most often as they come.
        progress: shows how far the reports have come.

    Raises:
        ReviewError: the flags or the config cannot be used, or a file cannot be written.
    """
    outcome = Outcome()
    reports = progress(outcome.tally.of(_reports(drafts, reporter, run, outcome)))
    # What is only known in the end keeps all reports until then; else each is printed and forgotten.
    if run.mender or run.narrowing or run.seen:
        outcome.reports += reports
    if run.narrowing:
        run.narrowing.finish()
    write(outcome.reports or _begun(reports))
    return outcome


def _reports(drafts: Iterable[Draft], reporter: Reporter, run: Run, outcome: Outcome) -> Reports:
    """What there is to say of each draft that is this run's business, in order."""
    concerns = run.narrowing.concerns if run.narrowing else lambda _: True
    for path, source, report in in_order(drafts, reporter, run.jobs, concerns):
        errors: list[ReviewError] = []
        try:
            if isinstance(source, ReviewError):
                raise source
            if not concerns(source):
                continue
            shown = _judged(source, _found(source, report, run), run, outcome)
        except* ReviewError as group:
            errors = list(each_error(group))
        if errors:
            outcome.failures += errors
            outcome.fails = True
            shown = unread_file(path, "\n".join(map(str, errors)))
        yield _for_writer(shown) if run.for_writer else shown


def _found(source: Source, report: Report, run: Run) -> FileReport:
    """What is found in a draft and not left out; in what it is changed to, where it is."""

    def narrowed(source: Source) -> FileReport:
        found = report(source)
        if run.seen:
            run.seen.see(source, found)
        return run.narrowing.narrowed(source, found) if run.narrowing else found

    return run.mender.mended(source, narrowed) if run.mender else narrowed(source)


def _judged(source: Source, found: FileReport, run: Run, outcome: Outcome) -> FileReport:
    """What is shown of a report; whether that passes is the outcome's."""
    if found.error:
        outcome.failures.append(ReviewError(found.error))
    report = run.narrowing.done(found) if run.narrowing else found
    fails = run.levels.fails(source, report)
    shown = run.levels.shown(source, report)
    outcome.fails |= fails
    outcome.hidden += len(report.findings) - len(shown.findings)
    return shown


def _for_writer(report: FileReport) -> FileReport:
    from reviewcli.linting.for_writer import for_writer

    return for_writer(report)


def _begun(reports: Reports) -> Iterable[FileReport]:
    """The reports, the first of them at hand: what is wrong with the flags is raised before anything is written."""
    first = list(itertools.islice(reports, 1))
    return itertools.chain(first, reports)

"""What `review lint` and `review new --lint` do alike: lint sources, and judge the reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TextIO

import msgspec

from reviewcli.cli._options import GlobalOptions
from reviewcli.linting.report import FileReport
from reviewcli.settings.finding import Configs
from reviewcli.settings.values import FailOn
from reviewcli.texts.files import Source
from reviewcli.texts.findings import Level, Severity


class Thresholds(NamedTuple):
    """What is shown and what fails: by the flags, else by the config that governs the draft."""

    configs: Configs
    min_severity: Level | None = None
    fail_on: FailOn | None = None

    def shown(self, source: Source, report: FileReport) -> FileReport:
        """The report with what is to be shown of it."""
        return self.judge(report, source.place)[0]

    def judge(self, report: FileReport, file: Path | None) -> tuple[FileReport, bool]:
        """The report with what is to be shown of it, and whether the draft fails."""
        config = self.configs.for_file(file).config
        fail_on = self.fail_on or config.fail_on
        fails = fail_on != "never" and bool(report.at_least(Severity(fail_on)))
        shown = report.at_least(Severity(self.min_severity or config.min_severity))
        return msgspec.structs.replace(report, findings=shown), fails


def lint_sources(sources: Iterable[Source], configs: Configs, options: GlobalOptions, stream: TextIO) -> int:
    """Print what lint finds in these drafts, and give the exit code that `review lint` would leave with."""
    from reviewcli.formats import FORMATS, FormatOptions, summary_line
    from reviewcli.linting.linter import Linter
    from reviewcli.settings.flags import LintOptions

    thresholds = Thresholds(configs)
    with Linter(configs, LintOptions(), options.tell, options.explain) as linter:
        judged = [thresholds.judge(linter.lint(source), source.place) for source in sources]
    reports = [report for report, _ in judged]
    FORMATS["text"](reports, stream, FormatOptions(color=options.colors(stream)))
    errors = dict.fromkeys(report.error for report in reports if report.error)
    for error in errors:
        sys.stderr.write(f"{error}\n")
    options.tell(summary_line(reports))
    return 2 if errors else int(any(fails for _, fails in judged))

"""Lint for commands that have drafts in hand, as config alone has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from reviewcli.cli._options import GlobalOptions
from reviewcli.config import Configs
from reviewcli.sources import Source


def lint_sources(sources: Iterable[Source], configs: Configs, options: GlobalOptions, stream: TextIO) -> int:
    """Print what lint finds in these drafts, and give the exit code that `review lint` would leave with."""
    from reviewcli.findings import Severity
    from reviewcli.formats import FORMATS, FormatOptions, summary_line
    from reviewcli.linter import Linter, LintOptions

    config = configs.for_file(None).config
    with Linter(configs, LintOptions(), options.tell) as linter:
        reports = [linter.lint(source) for source in sources]
    form = FormatOptions(color=options.colors(stream), min_severity=Severity(config.min_severity))
    FORMATS["text"](reports, stream, form)
    options.tell(summary_line(reports, form))
    if config.fail_on == "never":
        return 0
    least = Severity(config.fail_on).rank
    return int(any(found.severity.rank >= least for report in reports for found in report.findings))

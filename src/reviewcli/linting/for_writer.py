"""What goes back to the writer with a proof: what matters most of what was found, and not more than anyone can bear."""

from __future__ import annotations

from collections import Counter

import msgspec

from reviewcli.linting.report import FileReport, Located
from reviewcli.texts.findings import Severity

MOST = 10


def for_writer(report: FileReport) -> FileReport:
    """The report with its errors and warnings, ten at most, in the order of the text.

    Errors go before warnings, and the first that a rule found before its second: ten of one kind tell no more
    than two.
    """
    seen: Counter[str] = Counter()
    ranked: list[tuple[int, int, int, Located]] = []
    for number, finding in enumerate(report.at_least(Severity.WARNING)):
        ranked.append((-finding.severity.rank, seen[finding.rule], number, finding))
        seen[finding.rule] += 1
    chosen = sorted(sorted(ranked, key=lambda each: each[:3])[:MOST], key=lambda each: each[2])
    return msgspec.structs.replace(report, findings=tuple(finding for *_, finding in chosen))

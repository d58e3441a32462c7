"""What `--statistics` prints in place of findings: how many there are of each rule, and how many can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from reviewcli.formats import Write
from reviewcli.formats.findings.json import VERSION, line
from reviewcli.linting.report import FileReport
from reviewcli.texts.errors import ReviewError


class RuleCount(msgspec.Struct, frozen=True):
    """How often a rule found something, and what `--fix` and `--unsafe-fixes` would mend of it."""

    rule: str
    count: int
    fixable: int = 0
    unsafely_fixable: int = 0


def rule_counts(reports: Iterable[FileReport]) -> list[RuleCount]:
    """A count for each rule that found something, the most frequent first."""
    counts: dict[str, list[int]] = {}
    for report in reports:
        for finding in report.findings:
            of_rule = counts.setdefault(finding.rule, [0, 0, 0])
            of_rule[0] += 1
            if finding.fix:
                of_rule[1 if finding.fix.safe else 2] += 1
    made = [RuleCount(rule, *numbers) for rule, numbers in counts.items()]
    return sorted(made, key=lambda each: (-each.count, each.rule))


def statistics_as(form: str) -> Write:
    """How counts are written: as lines for `text` and `compact`, as `json` or as `jsonl`.

    Raises:
        ReviewError: the format is for places in files.
    """
    if form not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise ReviewError(f"--statistics cannot be printed as {form}.", hint=f"Ask for one of {known}.")
    return lambda reports, out, _: out.writelines(
        f"{each}\n" for each in _WRITERS[form](rule_counts(reports))
    )


def _lines(counts: Sequence[RuleCount]) -> Iterable[str]:
    digits = len(str(max((each.count for each in counts), default=0)))
    longest = max((len(each.rule) for each in counts), default=0)
    for each in counts:
        said = ", ".join(_fixes(each))
        yield f"{each.count:>{digits}}  {each.rule:<{longest}}  {said}".rstrip()


def _fixes(each: RuleCount) -> Iterable[str]:
    if each.fixable:
        yield f"{each.fixable} with --fix"
    if each.unsafely_fixable:
        yield f"{each.unsafely_fixable} with --unsafe-fixes"


_WRITERS: dict[str, Callable[[Sequence[RuleCount]], Iterable[str]]] = {
    "text": _lines,
    "compact": _lines,
    "json": lambda counts: [line({"version": VERSION, "rules": counts})],
    "jsonl": lambda counts: map(line, counts),
}

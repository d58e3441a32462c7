"""Run checks over a document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from reviewcli.document import Document
from reviewcli.document.ranges import Range, first_touching, outermost
from reviewcli.engines.engine import EngineError
from reviewcli.rules._rule import Check
from reviewcli.texts.findings import Finding, Severity


def lint(
    doc: Document, checks: Iterable[Check], failed: Callable[[EngineError], None] | None = None
) -> tuple[Finding, ...]:
    """What all the checks find, by place; the same rule speaks once of the same words.

    Where a rule finds something `instead_of` others, what they find of the same words is left out.

    Args:
        doc: the draft.
        checks: all are asked before the findings of the first are taken, so that a server works meanwhile.
        failed: is given the failure of an engine, whose findings are then left out; without it the failure
            is raised.
    """
    once: dict[tuple[object, str], Finding] = {}
    checks = list(checks)
    asked = [check.check(doc) for check in checks]
    for findings in asked:
        try:
            for finding in findings:
                once.setdefault((finding.span, finding.rule), finding)
        except EngineError as problem:
            if failed is None:
                raise
            failed(problem)
    kept = _most_special(once.values(), checks)
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.rule)))


def _most_special(findings: Collection[Finding], checks: Iterable[Check]) -> Iterable[Finding]:
    """The findings without those that share a letter with one of a rule that speaks instead of theirs."""
    instead_of = {getattr(check, "id", ""): getattr(check, "instead_of", ()) for check in checks}
    taken: dict[str, list[Range]] = {}
    for finding in findings:
        for rule in instead_of.get(finding.rule, ()):
            taken.setdefault(rule, []).append((finding.span.start, finding.span.end))
    if not taken:
        return findings
    ranges = {rule: outermost(spans) for rule, spans in taken.items()}
    kept: list[Finding] = []
    general: dict[str, list[Range]] = {}
    for finding in findings:
        if _touches(ranges.get(finding.rule, ()), finding):
            general.setdefault(finding.rule, []).append((finding.span.start, finding.span.end))
        else:
            kept.append(finding)
    spoken_for = {rule: outermost(spans) for rule, spans in general.items()}
    return [_for_the_general(finding, instead_of.get(finding.rule, ()), spoken_for) for finding in kept]


def _for_the_general(
    finding: Finding, rules: Iterable[str], spoken_for: Mapping[str, Sequence[Range]]
) -> Finding:
    """The finding with the rules that found its words too; an error speaks for itself alone."""
    found = tuple(rule for rule in rules if _touches(spoken_for.get(rule, ()), finding))
    if not found or finding.severity is Severity.ERROR:
        return finding
    return msgspec.structs.replace(finding, speaks_for=found)


def _touches(ranges: Sequence[Range], finding: Finding) -> bool:
    return first_touching(ranges, finding.span.start, finding.span.end) is not None

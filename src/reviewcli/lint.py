"""Run checks over a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from reviewcli.document import Document
from reviewcli.findings import Finding
from reviewcli.grammar import EngineError


class Check(Protocol):
    """Whatever finds something: a rule of ours, or a whole engine."""

    def check(self, doc: Document) -> Iterable[Finding]:
        """Everything that it finds, in any order."""


def lint(
    doc: Document, checks: Iterable[Check], failed: Callable[[EngineError], None] | None = None
) -> tuple[Finding, ...]:
    """What all the checks find, by place; the same rule speaks once of the same words.

    Args:
        doc: the draft.
        checks: all are asked before the findings of the first are taken, so that a server works meanwhile.
        failed: is given the failure of an engine, whose findings are then left out; without it the failure
            is raised.
    """
    once: dict[tuple[object, str], Finding] = {}
    asked = [check.check(doc) for check in checks]
    for findings in asked:
        try:
            for finding in findings:
                once.setdefault((finding.span, finding.rule), finding)
        except EngineError as problem:
            if failed is None:
                raise
            failed(problem)
    return tuple(sorted(once.values(), key=lambda finding: (finding.span, finding.rule)))

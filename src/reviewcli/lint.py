"""Run checks over a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from reviewcli.document import Document
from reviewcli.findings import Finding


class Check(Protocol):
    """Whatever finds something: a rule of ours, or a whole engine."""

    def check(self, doc: Document) -> Iterable[Finding]:
        """Everything that it finds, in any order."""


def lint(doc: Document, checks: Iterable[Check]) -> tuple[Finding, ...]:
    """What all the checks find, by place; the same rule speaks once of the same words."""
    once: dict[tuple[object, str], Finding] = {}
    for check in checks:
        for finding in check.check(doc):
            once.setdefault((finding.span, finding.rule), finding)
    return tuple(sorted(once.values(), key=lambda finding: (finding.span, finding.rule)))

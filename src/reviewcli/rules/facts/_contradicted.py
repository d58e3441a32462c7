"""Findings from claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from reviewcli.document import Document
from reviewcli.texts.findings import Edit, Finding, Fix, Severity

if TYPE_CHECKING:
    from reviewcli.reading.claims import Claim
    from reviewcli.rules._rule import Rule


def contradicted(doc: Document, kind: str) -> Iterator[Claim]:
    """The claims of a kind that the notes contradict; none without notes that hold such a fact."""
    from reviewcli.reading.claims import Status, can_contradict, claims_of

    if not can_contradict(doc, kind):
        return
    for claim in claims_of(doc, kind):
        if claim.status is Status.CONTRADICTED and not doc.source.startswith(
            (" [sic]", "[sic]"), claim.span.end
        ):
            yield claim


def found_claim(rule: Rule, claim: Claim) -> Finding:
    """The finding of a claim. One replacement is a fix; text or notes may be wrong, so it is no safe one."""
    severity = Severity.SUGGESTION if claim.hint else Severity.WARNING if claim.doubtful else None
    finding = rule.found(
        claim.span, claim.message, replacements=claim.replacements, severity=severity, notes=claim.rests_on
    )
    if len(claim.replacements) != 1:
        return finding
    return msgspec.structs.replace(finding, fix=Fix((Edit(claim.span, claim.replacements[0]),), safe=False))

"""Leaves out what the writer has silenced: directives, `review.ignore` in front matter, and [sic]."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from reviewcli.document import Document
from reviewcli.document.directives import ENABLE, front_matter_names
from reviewcli.linting.useful_names import UsefulNames
from reviewcli.rules._reach import Reach, holds, reach_of
from reviewcli.texts.findings import Finding

if TYPE_CHECKING:
    from reviewcli.rules import Rule
    from reviewcli.rules._choice import Choice

UNUSED = "unused-directive"
_SIC = frozenset({"spelling", "grammar", "names"})


class RunScope(msgspec.Struct, frozen=True):
    """What was asked in a run: of a directive for others nobody knows whether it is of use.

    Args:
        choice: which rules run.
        rules: the rules that did.
        engines: the names of the engines that did.
        has_notes: whether there were notes.
    """

    choice: Choice
    rules: Mapping[str, Rule]
    engines: Collection[str]
    has_notes: bool

    def __call__(self, name: str) -> bool:
        """Whether a rule ran, or all of a group; for an empty name whether all did."""
        if name in self.rules:
            return self.has_notes or not self.rules[name].needs_notes
        if "/" in name:
            runs = self.choice.admits(name, "grammar") and self.choice.admits(name, "spelling")
            return runs and name.partition("/")[0] in self.engines
        is_whole = not self.choice.select and not any(holds(name, it) for it in self.choice.ignore)
        needs_engine = name in ("", "grammar", "spelling")
        needs_notes = name in ("facts", "names", "spoilers", "notes")
        return is_whole and bool(not needs_engine or self.engines) and (self.has_notes or not needs_notes)


def silenced(
    doc: Document, findings: Sequence[Finding], asked: Callable[[str], bool] = lambda _: True
) -> tuple[Finding, ...]:
    """The findings without those that the draft silences.

    The rule `unused-directive` finds every name of every directive; those that did silence something are left
    out here.

    Args:
        doc: the draft.
        findings: all that was found in it.
        asked: see `RunScope`.
    """
    ignored = {name.text for name in front_matter_names(doc)}
    reach = reach_of(doc)
    useful = UsefulNames(reach.useful)
    kept = [it for it in findings if it.rule != UNUSED and not _is_silenced(doc, it, reach, useful)]
    judged = {
        name.span for it in reach.directives for name in it.names if it.kind == ENABLE or asked(name.text)
    }
    kept += _unused([it for it in findings if it.rule == UNUSED and it.span in judged], useful, reach)
    loud = (finding for finding in kept if not _is_ignored(finding, ignored))
    return tuple(sorted(loud, key=lambda finding: (finding.span, finding.rule)))


def _is_silenced(doc: Document, finding: Finding, reach: Reach, useful: UsefulNames) -> bool:
    """Whether a directive silences a finding, or `[sic]` behind it; the names that are about it are of use."""
    runs = reach.about(finding)
    for run in runs:
        useful.add(run)
    return not all(run.is_choice for run in runs) or _has_sic(doc.source, finding)


def _unused(findings: Iterable[Finding], useful: UsefulNames, reach: Reach) -> list[Finding]:
    """What is found of names in directives that are of no use; `useful` are those that are."""
    unused: list[Finding] = []
    for finding in findings:
        if finding.span not in useful:
            # A directive that silences everything says nothing of itself.
            others = [useful.add(run, finding.span) for run in reach.silencing(finding)]
            unused += [] if any(others) else [finding]
    return [finding for finding in unused if finding.span not in useful]


def _is_ignored(finding: Finding, names: Container[str]) -> bool:
    return finding.rule in names or finding.group in names


def _has_sic(source: str, finding: Finding) -> bool:
    """Whether [sic] stands behind the words: they are so in what is quoted."""
    return finding.group in _SIC and _sic_pattern().match(source, finding.span.end) is not None


@cache
def _sic_pattern() -> re.Pattern[str]:
    return re.compile(r"[*_\"”’']*\s?\[[*_]*sic[*_]*[.!]?\]", re.IGNORECASE)

"""Puts texts in quotation marks where YAML would take them apart; no word is changed."""

from __future__ import annotations

import msgspec

from reviewcli.findings import Edit, Fix
from reviewcli.marked_yaml import place_at
from reviewcli.notes.parsing import parse_notes

_MOST_ROUNDS = 100  # a fix may bring to light what stood behind it


class Change(msgspec.Struct, frozen=True):
    """A text that was put in quotation marks, at its line in the notes as they were then."""

    line: int
    text: str


def mended(source: str) -> tuple[str, tuple[Change, ...]]:
    """The notes with every safe fix applied, again until there is none, and what was changed."""
    changes: list[Change] = []
    seen = {source}
    for _ in range(_MOST_ROUNDS):
        _, findings = parse_notes(source, "")
        fixes = _apart([finding.fix for finding in findings if finding.fix and finding.fix.safe])
        edits = [edit for fix in fixes for edit in fix.edits]
        text = _applied(source, edits)
        if text in seen:
            break
        seen.add(text)
        changes += [Change(place_at(source, edit.span.start, "").line or 1, edit.text) for edit in edits]
        source = text
    return source, tuple(changes)


def _apart(fixes: list[Fix]) -> list[Fix]:
    """The fixes that touch nothing that an earlier one touches."""
    chosen: list[Fix] = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        taken = [edit.span for other in chosen for edit in other.edits]
        if not any(edit.span.overlaps(span) for edit in fix.edits for span in taken):
            chosen.append(fix)
    return chosen


def _applied(source: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source

"""Puts texts in quotation marks where YAML would take them apart; no word is changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from reviewcli.linting.fix import apart, fix_text
from reviewcli.notes.parsing import parse_notes
from reviewcli.texts.findings import Edit, Fix, Span
from reviewcli.texts.yaml.nodes import place_at


class Change(msgspec.Struct, frozen=True):
    """A text that was put in quotation marks, at its line in the notes as they were then."""

    line: int
    text: str


def mended(source: str) -> tuple[str, tuple[Change, ...]]:
    """The notes with every safe fix applied, again until there is none, and what was changed.

    What is in quotation marks by one fix is never put into them again by the next: that would go on for ever.
    """
    changes: list[Change] = []
    settled: list[Span] = []

    def fixes_of(text: str) -> list[Fix]:
        _, findings = parse_notes(text)
        safe = [finding.fix for finding in findings if finding.fix and finding.fix.safe]
        fixes = apart([fix for fix in safe if not _touches(fix, settled)], text)
        edits = sorted((edit for fix in fixes for edit in fix.edits), key=lambda edit: edit.span)
        changes.extend(Change(place_at(text, edit.span.start, "").line or 1, edit.text) for edit in edits)
        settled[:] = _after(settled, edits)
        return fixes

    return fix_text(source, fixes_of).text, tuple(changes)


def _touches(fix: Fix, settled: Sequence[Span]) -> bool:
    """Whether a fix would change one of these spans, which are apart and in order."""
    for edit in fix.edits:
        at = bisect_left(settled, edit.span.start, key=lambda span: span.end)
        if at < len(settled) and edit.span.overlaps(settled[at]):
            return True
    return False


def _after(settled: Sequence[Span], edits: Sequence[Edit]) -> list[Span]:
    """Where these spans, and what the edits put in, lie in the text when the edits are done."""
    places = [(span.start, span.end, span.end - span.start) for span in settled]
    places += [(edit.span.start, edit.span.end, len(edit.text)) for edit in edits]
    found: list[Span] = []
    moved = 0
    for start, end, length in sorted(places):
        found.append(Span(start + moved, start + moved + length))
        moved += length - (end - start)
    return found

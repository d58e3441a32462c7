"""Puts texts in quotation marks where YAML would take them apart; no word is changed."""

from __future__ import annotations

import msgspec

from reviewcli.linting.fix import apart, fix_text
from reviewcli.notes.parsing import parse_notes
from reviewcli.texts.findings import Fix
from reviewcli.texts.yaml.nodes import place_at


class Change(msgspec.Struct, frozen=True):
    """A text that was put in quotation marks, at its line in the notes as they were then."""

    line: int
    text: str


def mended(source: str) -> tuple[str, tuple[Change, ...]]:
    """The notes with every safe fix applied, again until there is none, and what was changed."""
    changes: list[Change] = []

    def fixes_of(text: str) -> list[Fix]:
        _, findings = parse_notes(text)
        fixes = apart([finding.fix for finding in findings if finding.fix and finding.fix.safe], text)
        changes.extend(
            Change(place_at(text, edit.span.start, "").line or 1, edit.text)
            for fix in fixes
            for edit in fix.edits
        )
        return fixes

    return fix_text(source, fixes_of).text, tuple(changes)

"""Notes from a text of YAML that a test writes."""

from __future__ import annotations

from reviewcli.notes import Notes, parse_notes


def noted(source: str) -> Notes:
    """The notes, which may have faults that do not keep them from being read."""
    notes, problems = parse_notes(source)
    assert notes is not None, problems
    return notes


def faultless(source: str) -> Notes:
    """Notes that `review check` finds nothing in."""
    notes, problems = parse_notes(source)
    assert notes is not None, problems
    assert problems == ()
    return notes

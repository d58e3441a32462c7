"""What a check says: frozen values, complete when they are made."""

from __future__ import annotations

import enum
from typing import Literal

import msgspec

# Engines by the beginning of their findings' ids, and how people are told of them.
ENGINES = {"harper": "Harper", "languagetool": "LanguageTool"}
Level = Literal["error", "warning", "suggestion"]


class Span(msgspec.Struct, frozen=True, order=True):
    """A piece of a source, in code points from 0; `end` is the first one after it."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or are the same empty span."""
        return (self.start < other.end and other.start < self.end) or self == other


class Edit(msgspec.Struct, frozen=True):
    """Replace what the span holds by this text."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that belong together; `safe` when they cannot change the meaning."""

    edits: tuple[Edit, ...]
    safe: bool


class Severity(enum.Enum):
    """How much a finding matters. An error may stop a script; taste never is one."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a suggestion, 1 for a warning, 2 for an error."""
        return _RANKS[self.value]


_RANKS = {"suggestion": 0, "warning": 1, "error": 2}


class Noted(msgspec.Struct, frozen=True):
    """What the notes say that a finding rests on: its place there, its key with items counted from 1, its text."""

    line: int
    column: int
    key: str
    text: str


class Finding(msgspec.Struct, frozen=True):
    """One thing that an editor would mark.

    `rule` is our rule's id or `engine/RuleName`; `replacements` each stand for what `span` holds, the best
    first; `fix` is there only where something can be applied without a person choosing. `speaks_for` are the
    more general rules that found the same words: who silences one of them means this as well. `notes` is what it
    rests on in the notes.
    """

    rule: str
    group: str
    severity: Severity
    message: str
    span: Span
    engine: str = "review"
    replacements: tuple[str, ...] = ()
    fix: Fix | None = None
    speaks_for: tuple[str, ...] = ()
    notes: Noted | None = None

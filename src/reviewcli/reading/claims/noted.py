"""What the notes hold of the things that only some kinds of work have."""

from __future__ import annotations

from typing import Any

from reviewcli.notes.kinds import KEYS, KINDS
from reviewcli.notes.model import Notes


def noted(notes: Notes, claim: str) -> Any:
    """The value of the key against which claims of this kind are held; None where the notes have none."""
    values = (notes.fact(name) for name, key in KEYS.items() if key.claim == claim)
    return next((value for value in values if value), None)


def may_claim(notes: Notes, claim: str) -> bool:
    """Whether a text of this kind of work makes such claims, or the notes hold what they would be held against."""
    return any(key.claim == claim for key in KINDS[notes.kind].keys.values()) or bool(noted(notes, claim))

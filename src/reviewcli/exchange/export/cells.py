"""Cells of a CSV that no spreadsheet takes for a formula, as OWASP advises against CSV injection."""

from __future__ import annotations

from typing import Any

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: Any) -> str:
    """A cell that no spreadsheet executes: one that would begin a formula has an apostrophe in front."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text

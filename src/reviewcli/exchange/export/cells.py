"""Cells of a CSV that no spreadsheet takes for a formula, as OWASP advises against CSV injection."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def guarded(value: Any) -> str:
    """A cell that no spreadsheet executes: one that would begin a formula has an apostrophe in front."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) else text


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """A CSV of such cells, each row by the names of its columns, which all rows share."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows(map(guarded, row.values()) for row in rows)
    return out.getvalue()

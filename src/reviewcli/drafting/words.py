"""The word lists of the draft's grammar, read from `words.txt` when first asked for."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def words(*names: str) -> frozenset[str]:
    """The words of these lists."""
    return frozenset().union(*(_lists()[name] for name in names))


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    text = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = lists.setdefault(line.strip("[] "), [])
        elif not line.startswith("#"):
            current += line.split()
    return {name: frozenset(entries) for name, entries in lists.items()}

"""The closed classes: determiners, prepositions, numbers, and the lists of nouns that keep their own counsel."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def words(name: str) -> frozenset[str]:
    """The words of a list in closed.txt."""
    return _lists()[name]


@functools.cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("closed.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            lists[name] = []
        elif not line.startswith("#"):
            lists[name].extend(line.split())
    return {name: frozenset(found) for name, found in lists.items()}

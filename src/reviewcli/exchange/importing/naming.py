"""File names for notes: the title's slug; with the year, the day or a number where two would be the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewcli.exchange.importing.entry import Entry
from reviewcli.notes.slugs import slug_of


def named(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry, str | None]]:
    """Each entry with its file's stem, and the stem of the notes of the same work before it.

    The first of a name keeps the bare slug, so that an export of next month names the same files: Dune (1984) is
    `dune`, Dune (2021) is `dune-2021`, and a second viewing of that is `dune-2021-2024-03-01`.
    """
    taken: set[str] = set()
    first: dict[tuple[str, ...], str] = {}
    for entry in entries:
        stem = _free(entry, taken, first.get(entry.work))
        yield stem, entry, first.get(entry.work)
        taken.add(stem)
        first.setdefault(entry.work, stem)


def _free(entry: Entry, taken: set[str], first: str | None) -> str:
    slug = slug_of(entry.title)
    year = entry.values.get("year")
    stem = first or (f"{slug}-{year}" if slug in taken and year else slug)
    if stem in taken and entry.day:
        stem = f"{stem}-{slug_of(entry.day)}"
    number = 2
    free = stem
    while free in taken:
        free = f"{stem}-{number}"
        number += 1
    return free

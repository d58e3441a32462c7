"""Several rows about one work: viewings each on their own, a rating or a text beside the viewing it belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from reviewcli.exchange.importing.entry import Entry, Values


def joined(viewings: Iterable[Entry], others: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    """The viewings with what others say of them, and others that speak of no viewing; and what was left out.

    What names a day goes to the viewing of that day. What names none goes to the last viewing, if no viewing of the
    work has such a value yet.
    """
    entries: list[Entry] = list(viewings)
    of_work: dict[tuple[str, ...], list[int]] = {}
    for number, entry in enumerate(entries):
        of_work.setdefault(entry.work, []).append(number)
    differing: list[str] = []
    for other in others:
        numbers = of_work.setdefault(other.work, [])
        same_day = [number for number in numbers if entries[number].day == other.day]
        if not numbers or (other.day and not same_day):
            numbers.append(len(entries))
            entries.append(other)
            continue
        seen = [entries[each] for each in numbers]
        if not other.day and _differs(other, seen):
            differing.append(other.label)
        number = (same_day if other.day else numbers)[-1]
        entries[number] = _with(entries[number], other, seen)
    return entries, _told(differing)


def _differs(other: Entry, viewings: list[Entry]) -> bool:
    """Whether it has another score than every viewing that has one."""
    score = other.values.get("score")
    scores = {each.values.get("score") for each in viewings} - {None}
    return score is not None and bool(scores) and score not in scores


def _with(entry: Entry, other: Entry, viewings: list[Entry]) -> Entry:
    """The entry with what only the other one says; numbers in databases of both."""
    taken = {key for each in viewings for key in each.values if key not in ("ids", "extra") and not other.day}
    added = {
        key: value for key, value in other.values.items() if key not in entry.values and key not in taken
    }
    both: Values = {**other.values.get("ids", {}), **entry.values.get("ids", {})}
    values = entry.values | added | ({"ids": both} if both else {})
    places = {key: other.places.get(key, other.place) for key in added}
    return Entry(values=values, place=entry.place, places={**entry.places, **places})


def _told(differing: list[str]) -> list[str]:
    if not differing:
        return []
    shown = ", ".join(differing[:3]) + (", …" if len(differing) > 3 else "")
    count = len(differing)
    return [f"{count} rating{'' if count == 1 else 's'} left out, the diary has another: {shown}."]

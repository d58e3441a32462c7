"""Who made the work, in a sentence; each kind of review has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reviewcli.drafting.english import listed, stopped
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes, Person
from reviewcli.notes.values import plain_names

Naming = Callable[[Person], str]


def made_by(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    """`Spike Jonze wrote and directed *Her* (2013).`, or as much of it as the notes hold.

    Args:
        notes: of any kind.
        name: how the next mention has a person's name.
        title: how the next mention has the work's title.
    """
    told = _of_kind(notes, name, title)
    return stopped(told) if told else ""


def _of_kind(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    """`Small Hours made *Lantern Deep* (2023); Kei Mori wrote and directed it`, as the kind has it."""
    first, *others = KINDS[notes.kind].makers or (None,)
    makers = _people(notes, first.keys) if first else ()
    if first is None or not makers:
        return _directed(notes, name, title)
    told = f"{_listed(makers, name)} {first.verb} {title()}"
    done: dict[tuple[str, ...], tuple[list[Person], list[str]]] = {}
    for maker in others:
        people = [each for each in _people(notes, maker.keys) if each.name not in plain_names(makers)]
        if people:
            done.setdefault(tuple(plain_names(people)), (people, []))[1].append(maker.verb)
    parts = [f"{_listed(people, name)} {' and '.join(verbs)} it" for people, verbs in done.values()]
    return "; ".join([told, listed(parts)] if parts else [told])


def _directed(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    """`Peter Weir directed *Witness* (1985) from a screenplay by William Kelley`."""
    directors, writers = plain_names(notes.directors), plain_names(notes.writers)
    if not directors and not writers:
        return ""
    first = _listed(notes.directors or notes.writers, name)
    if set(directors) == set(writers):
        return f"{first} wrote and directed {title()}"
    if not writers or not directors:
        return f"{first} {'directed' if directors else 'wrote'} {title()}"
    if set(directors) < set(writers):
        others = [person for person in notes.writers if person.name not in directors]
        return f"{first} directed {title()} and wrote it with {_listed(others, name)}"
    return f"{first} directed {title()}{KINDS[notes.kind].script} {_listed(notes.writers, name)}"


def _people(notes: Notes, keys: str) -> tuple[Person, ...]:
    return next((people for key in keys.split() if (people := notes.fact(key))), ())


def _listed(people: Iterable[Person], name: Naming) -> str:
    return listed([name(person) for person in people])

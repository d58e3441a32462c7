"""Who made the work, in a sentence; each kind of review has its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from reviewcli.drafting.english import listed, stopped
from reviewcli.notes.model import Notes, Person, names_of

Naming = Callable[[Person], str]


def made_by(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    """`Spike Jonze wrote and directed *Her* (2013).`, or as much of it as the notes hold.

    Args:
        notes: of any kind.
        name: how the next mention has a person's name.
        title: how the next mention has the work's title.
    """
    told = _SENTENCES.get(notes.kind, _screen)(notes, name, title)
    return stopped(told) if told else ""


def _screen(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    directors, writers = names_of(notes.directors), names_of(notes.writers)
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
    return f"{first} directed {title()} from a screenplay by {_listed(notes.writers, name)}"


def _stage(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    directors, writers = names_of(notes.directors), names_of(notes.writers)
    if not directors or not writers or set(directors) <= set(writers):
        return _screen(notes, name, title)
    return f"{_listed(notes.directors, name)} directed {title()}, written by {_listed(notes.writers, name)}"


def _book(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    authors = people_of(notes, "authors") or notes.writers
    if not authors:
        return ""
    told = f"{_listed(authors, name)} wrote {title()}"
    translators = people_of(notes, "translators")
    return f"{told}; {_listed(translators, name)} translated it" if translators else told


def _made(field: str) -> Callable[[Notes, Naming, Callable[[], str]], str]:
    def told(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
        makers = people_of(notes, field)
        return f"{_listed(makers, name)} made {title()}" if makers else ""

    return told


def _game(notes: Notes, name: Naming, title: Callable[[], str]) -> str:
    """`Small Hours made *Lantern Deep* (2023); Kei Mori wrote and directed it`."""
    developers = people_of(notes, "developers")
    if not developers:
        return _screen(notes, name, title)
    told = f"{_listed(developers, name)} made {title()}"
    done: dict[tuple[str, ...], str] = {}
    for verb, people in (("wrote", notes.writers), ("directed", notes.directors)):
        others = tuple(each for each in names_of(people) if each not in names_of(developers))
        if others:
            done[others] = f"{done[others]} and {verb}" if others in done else verb
    called = {person.name: person for person in (*notes.writers, *notes.directors)}
    parts = [f"{_listed([called[each] for each in names], name)} {verbs} it" for names, verbs in done.items()]
    return "; ".join([told, listed(parts)] if parts else [told])


def _nobody(notes: Notes, name: Naming, title: Callable[[], str]) -> str:  # noqa: ARG001 — like the others
    return ""


_SENTENCES: Mapping[str, Callable[[Notes, Naming, Callable[[], str]], str]] = {
    "theatre": _stage,
    "book": _book,
    "game": _game,
    "album": _made("artists"),
    "restaurant": _nobody,
}


def people_of(notes: Notes, field: str) -> tuple[Person, ...]:
    """The people of a field that only some kinds have."""
    held = getattr(notes, field, None) or ()
    return tuple(each if isinstance(each, Person) else Person(name=str(each)) for each in held)


def _listed(people: Iterable[Person], name: Naming) -> str:
    return listed([name(person) for person in people])

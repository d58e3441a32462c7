"""The notes as values: what a critic wrote down, read and checked.

Every field but `title` may be absent: `None`, an empty text or an empty tuple. Texts stand as the critic
wrote them. `notes.parsing` makes these from YAML; nothing changes them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from reviewcli.notes.kinds import DEFAULT, OWN_KEYS
from reviewcli.notes.marked import UNMARKED, Marked
from reviewcli.notes.people import PERSONS
from reviewcli.notes.shape import Key
from reviewcli.notes.values import (
    Award,
    BasedOn,
    CastMember,
    Comparison,
    Critique,
    Evidence,
    Franchise,
    Person,
    Point,
    Points,
    Quote,
    Score,
    Seen,
    Spoiler,
    Visits,
)

__all__ = [
    "Award",
    "BasedOn",
    "CastMember",
    "Comparison",
    "Critique",
    "Evidence",
    "Franchise",
    "Notes",
    "Person",
    "Point",
    "Points",
    "Quote",
    "Score",
    "Seen",
    "Spoiler",
    "Visits",
]


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """One review's notes; the keys are those of the YAML file.

    Written here are the keys that several kinds of review have. Those of one kind alone are fields as well, which
    `fact` gives. `marked` is no key: it knows where everything stands.
    """

    title: str
    kind: str = DEFAULT
    original_title: str | None = None
    year: int | None = None
    directors: tuple[Person, ...] = ()
    writers: tuple[Person, ...] = ()
    cast: tuple[CastMember, ...] = ()
    crew: dict[str, tuple[Person, ...]] = {}
    narrator: tuple[Person, ...] = ()
    based_on: BasedOn | None = None
    franchise: Franchise | None = None
    runtime: int | None = None  # minutes
    version: str | None = None
    certificate: str | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    distributor: str | None = None
    release: str | None = None
    awards: tuple[Award, ...] = ()
    ids: dict[str, str] = {}
    seen: Seen | None = None
    headline: str | None = None
    standfirst: str | None = None
    opening: str | None = None
    context: Points = ()
    synopsis: Points = ()
    performances: dict[str, Points] = {}
    craft: dict[str, Points] = {}
    themes: Points = ()
    critique: Critique = Critique()
    comparisons: tuple[Comparison, ...] = ()
    quotes: tuple[Quote, ...] = ()
    spoilers: tuple[Spoiler, ...] = ()
    verdict: Points = ()
    score: Score | None = None
    audience: str | None = None
    content_note: str | None = None
    names: tuple[str, ...] = ()
    jottings: tuple[str, ...] = ()
    author: str | None = None
    date: str | None = None
    slug: str | None = None
    tags: tuple[str, ...] = ()
    extra: dict[str, Any] = {}
    marked: Marked = UNMARKED

    def people(self) -> Iterator[Person]:
        """Everybody that the notes credit, cast first; a person with two jobs comes twice."""
        yield from self.cast
        yield from self.directors
        yield from self.writers
        for members in self.crew.values():
            yield from members
        yield from self.narrator
        for key, value in self.own():
            if key.shape is PERSONS:
                yield from value
        if self.based_on:
            yield from self.based_on.author

    def fact(self, key: str) -> Any:
        """The value of a key, whatever kind has it."""
        return getattr(self, key)

    def own(self) -> Iterator[tuple[Key, Any]]:
        """The keys that one kind alone has, with their values where there are any."""
        yield from ((key, value) for name, key in OWN_KEYS.items() if (value := self.fact(name)))

    def named(self, what: str = "") -> Iterator[tuple[str, Points]]:
        """The names that one kind alone has, each with its points; `what` they are of, or all."""
        for key, value in self.own():
            if key.names and what in ("", key.names):
                yield from value.items()


def _empty(key: Key) -> Any:
    """What a field holds where the notes have nothing under its key."""
    return {"names": (), "lines": (), "by name": {}}.get(key.shape.form)


if not TYPE_CHECKING:
    Notes = msgspec.defstruct(
        "Notes",
        [(name, Any, _empty(key)) for name, key in OWN_KEYS.items()],
        bases=(Notes,),
        module=__name__,
        frozen=True,
        kw_only=True,
    )

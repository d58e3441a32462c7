"""The notes as values: what a critic wrote down, read and checked.

Every field but `title` may be absent: `None`, an empty text or an empty tuple. Texts stand as the critic
wrote them. `notes.parsing` makes these from YAML; nothing changes them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

import msgspec


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody by name. `short` is the form after the first mention; `aka` are other right spellings."""

    name: str
    short: str | None = None
    aka: tuple[str, ...] = ()
    pronoun: str | None = None


class CastMember(Person, frozen=True, kw_only=True):
    """An actor and what they play. `spoiler` keeps them out of every credit."""

    roles: tuple[str, ...] = ()
    voice: bool = False
    lead: bool = False
    spoiler: bool = False


def names_of(people: Iterable[Person]) -> list[str]:
    """The names alone."""
    return [person.name for person in people]


class Evidence(msgspec.Struct, frozen=True):
    """What a point rests on: a scene, a time (`0:58`), or words of the work, here without quotation marks."""

    text: str
    kind: Literal["scene", "time", "quote"] = "scene"


class Point(msgspec.Struct, frozen=True):
    """One thing that the critic has to say, without its `[evidence]`. A spoiler is not drafted."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    spoiler: bool = False


Points = tuple[Point, ...]


class Award(msgspec.Struct, frozen=True, kw_only=True):
    """A prize: `result` is `won`, `nominated` or as written."""

    name: str
    category: str | None = None
    year: int | None = None
    result: str | None = None
    person: str | None = None


class BasedOn(msgspec.Struct, frozen=True, kw_only=True):
    """The work that this one comes from."""

    title: str | None = None
    author: tuple[Person, ...] = ()
    year: int | None = None


class Franchise(msgspec.Struct, frozen=True, kw_only=True):
    """The series that a film belongs to, which part it is, and the film before it."""

    name: str | None = None
    part: str | None = None
    after: str | None = None


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """When, where and how the critic met the work, and what readers should know about that."""

    date: str | None = None
    where: str | None = None
    format: str | None = None
    rewatch: bool = False
    disclosure: str | None = None


class Critique(msgspec.Struct, frozen=True, kw_only=True):
    """What holds and what does not."""

    strengths: Points = ()
    weaknesses: Points = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Another work, and why it comes to mind."""

    title: str
    year: int | None = None
    why: str | None = None


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the work, and who says them."""

    text: str
    speaker: str | None = None


class Spoiler(msgspec.Struct, frozen=True, kw_only=True):
    """What must not be told; `keywords` are words that give it away."""

    text: str
    keywords: tuple[str, ...] = ()


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """A mark as the critic wrote it. `value` out of `scale` where it is a number; a letter has neither."""

    text: str
    value: float | None = None
    scale: float | None = None


class Visits(msgspec.Struct, frozen=True, kw_only=True):
    """How often the critic ate somewhere, and on which days where they are noted."""

    count: int
    dates: tuple[str, ...] = ()


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """One review's notes (the keys are those of the YAML file; which a kind has, `notes.kinds` says)."""

    title: str
    kind: str = "film"
    original_title: str | None = None
    year: int | None = None
    directors: tuple[Person, ...] = ()
    writers: tuple[Person, ...] = ()
    cast: tuple[CastMember, ...] = ()
    crew: dict[str, tuple[Person, ...]] = {}
    narrator: tuple[Person, ...] = ()
    authors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    artists: tuple[Person, ...] = ()  # people and bands
    developers: tuple[Person, ...] = ()  # people and studios
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
    seasons: str | None = None  # as written: 4 (so many), Season 2, 1-3
    episodes_seen: str | None = None  # as written: 8, 8 of 10, all
    network: str | None = None
    publisher: str | None = None
    pages: int | None = None
    isbn: str | None = None  # as written; its check digit is right
    publishers: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    hours_played: int | float | None = None
    label: str | None = None
    venue: str | None = None
    company: str | None = None
    performance_date: str | None = None
    address: str | None = None
    cuisine: tuple[str, ...] = ()
    price: str | None = None  # as written, with its currency
    visits: Visits | None = None
    seen: Seen | None = None
    headline: str | None = None
    standfirst: str | None = None
    opening: str | None = None
    context: Points = ()
    synopsis: Points = ()
    performances: dict[str, Points] = {}
    subjects: dict[str, Points] = {}  # of a documentary, by name; a bare name has no points
    tracks: dict[str, Points] = {}  # of an album, by title, in its order
    dishes: dict[str, Points] = {}  # of a restaurant, by name
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

    def people(self) -> Iterator[Person]:
        """Everybody that the notes credit, cast first; a person with two jobs comes twice."""
        yield from self.cast
        yield from self.directors
        yield from self.writers
        for members in self.crew.values():
            yield from members
        yield from self.narrator
        for others in (self.authors, self.translators, self.artists, self.developers):
            yield from others
        if self.based_on:
            yield from self.based_on.author

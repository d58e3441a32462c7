"""What notes are made of: people, points, works, scores.

Texts stand as the critic wrote them. The shapes of keys make these from YAML; nothing changes them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

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


def plain_names(people: Iterable[Person]) -> list[str]:
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

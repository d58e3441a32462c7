"""What the notes have to say in prose, point by point."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from reviewcli.notes.kinds import OWN_KEYS
from reviewcli.notes.model import Notes, Points
from reviewcli.notes.points import NAMED

# The keys of single kinds that hold points by name.
NAMED_KEYS = {name: key for name, key in OWN_KEYS.items() if key.shape is NAMED}
BY_NAME = ("performances", *NAMED_KEYS, "craft")


class Said(msgspec.Struct, frozen=True):
    """Something that the notes say: in which section, of whom or what, the words, and what they rest on."""

    section: str
    text: str
    who: str = ""
    evidence: str = ""

    @property
    def shown(self) -> str:
        """The whole as a line of notes."""
        text = " ".join(f"{self.text} {self.evidence}".split())
        return f"{self.who}: {text}" if self.who else text


def points_of(notes: Notes, *, spoilers: bool = False) -> Iterator[Said]:
    """Everything in the notes that is to be told in prose, in the order of a review."""
    yield from _texts("standfirst", notes.standfirst)
    yield from _texts("opening", notes.opening)
    for section in ("context", "synopsis"):
        yield from _points(section, getattr(notes, section), spoilers)
    for section in BY_NAME:
        for who, points in getattr(notes, section).items():
            yield from _points(section, points, spoilers, who)
    yield from _points("themes", notes.themes, spoilers)
    yield from _points("strengths", notes.critique.strengths, spoilers)
    yield from _points("weaknesses", notes.critique.weaknesses, spoilers)
    for work in notes.comparisons:
        yield Said("comparisons", work.why or work.title, work.title if work.why else "")
    yield from _points("verdict", notes.verdict, spoilers)
    for section in ("audience", "content_note"):
        yield from _texts(section, getattr(notes, section))


def without_points(notes: Notes) -> Notes:
    """The same notes with their facts alone."""
    empty = type(notes)(title=notes.title)
    plain = {
        name: getattr(empty, name)
        for name in "standfirst opening context synopsis performances craft themes critique comparisons spoilers"
        " verdict audience content_note quotes".split()
    }
    named: dict[str, dict[str, Points]] = {
        name: dict.fromkeys(getattr(notes, name), ()) for name in NAMED_KEYS
    }
    return msgspec.structs.replace(notes, **plain, **named)


def _points(section: str, points: Points, spoilers: bool, who: str = "") -> Iterator[Said]:
    for point in points:
        if spoilers or not point.spoiler:
            evidence = ", ".join(each.text for each in point.evidence)
            yield Said(section, point.text, who, f"[{evidence}]" if evidence else "")


def _texts(section: str, text: str | None) -> Iterator[Said]:
    if text:
        yield Said(section, text)

"""Filters for prose: the writer's points as paragraphs, people and titles in running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jinja2 import pass_context
from jinja2.runtime import Context

from reviewcli.drafting import english
from reviewcli.drafting.grammar import Shape, shape_of
from reviewcli.drafting.makers import made_by as made
from reviewcli.drafting.pen import pen_of
from reviewcli.drafting.themes import about
from reviewcli.drafting.things import dish_called, track_called, work_called
from reviewcli.drafting.words import words
from reviewcli.notes.model import Comparison, Notes, Person, Point


@pass_context
def possessive(context: Context, text: str | None) -> str:
    """A name or a title with its 's, which stays outside the italics.

    Example: `{{ "Her" | italic | possessive }}` gives `*Her*'s`
    Example: `{{ "Joaquin Phoenix" | possessive }}` gives `Joaquin Phoenix's`
    """
    return english.possessive(text, pen_of(context).apostrophe) if text else ""


@pass_context
def names(context: Context, people: Iterable[Person] | None) -> str:
    """People in running text: full names at the first mention, then the short form.

    Example: `{{ notes.directors | names }}, then {{ notes.directors | names }}` gives
    `Spike Jonze, then Jonze`
    """
    pen = pen_of(context)
    shown = [person for person in people or () if not getattr(person, "spoiler", False)]
    return english.listed([pen.mentions.name(person) for person in shown])


@pass_context
def prose(context: Context, text: str | None) -> str:
    """The writer's own words, closed with a stop; a role gets its actor at the first mention.

    Example: `{{ "Samantha never sleeps" | prose }}` gives
    `Samantha (voiced by Scarlett Johansson) never sleeps.`
    """
    return pen_of(context).prose(text) if text else ""


@pass_context
def paragraph(
    context: Context,
    points: Iterable[Point],
    performer: str = "",
    department: str = "",
    work: str = "",
    label: str = "",
    dish: str = "",
    track: str = "",
    premise: str = "",
) -> str:
    """Points joined into a paragraph.

    A verb phrase gets its subject: the performer, the department, the dish, the track, or what `work` says.
    A sentence stays as it is, and so does a fragment; the first one gets the name, or the `label`, and a colon.
    With `premise` only what works do has it before it: “follows …”, “opens …”.

    Example: `{{ notes.performances["Phoenix"] | paragraph(performer="Phoenix") }}` gives
    `Joaquin Phoenix mumbles.`
    Example: `{{ notes.craft["music"] | paragraph(department="music") }}` gives
    `Arcade Fire's music: one tune.`
    Example: `{{ notes.verdict | paragraph(work="The film") }}` gives `The film earns its ending.`
    Example: `{{ notes.verdict | paragraph(dish="duck") }}` gives `The duck earns its ending.`
    Example: `{{ notes.verdict | paragraph(track="Reunion") }}` gives `"Reunion" earns its ending.`
    """
    pen = pen_of(context)
    if performer:
        return pen.performance(points, performer)
    if department:
        return pen.craft(points, department)
    subject = None
    if dish:
        subject = dish_called(dish)
    elif track:
        subject = track_called(track, pen.apostrophe)
    elif work:
        subject = work_called(work, label)
    return pen.points(points, subject, premise)


@pass_context
def themes(context: Context, points: Iterable[Point], work: str) -> str:
    """Themes as a paragraph: things are what the work is about, sentences stay as they are.

    Example: `{{ notes.themes | themes("The film") }}` gives `The film is about shame, and about translation.`
    """
    return about(points, work, pen_of(context).mentions)


@pass_context
def compared(context: Context, comparisons: Iterable[Comparison]) -> str:
    """Other works, with the reason where there is one.

    Example: `{{ notes.comparisons | compared }}` gives `Compare *Lost in Translation* (2003).`
    """
    pen = pen_of(context)
    told: list[str] = []
    bare: list[str] = []
    for work in comparisons:
        title = pen.title(work.title, work.year)
        if work.why:
            told.append(f"{title}: {pen.mentions.read(work.why.strip())}")
        else:
            bare.append(title)
    return _compared([*told, english.listed(bare)] if bare else told)


@pass_context
def for_whom(context: Context, audience: str | None) -> str:
    """For whom it is: with “For” where the notes do not begin with a word of the kind.

    Example: `{{ "people who cry at trains" | for_whom }}` gives `For people who cry at trains.`
    Example: `{{ "not for children" | for_whom }}` gives `Not for children.`
    """
    if not audience:
        return ""
    text = audience.strip()
    first = text.split()[0].lower().strip(",")
    has_own = first in words("prepositions") | words("subordinators") | {"not", "only", "best", "ideal"}
    is_whole = has_own or shape_of(text) is not Shape.FRAGMENT
    return pen_of(context).prose(english.capital(text) if is_whole else f"For {text}")


@pass_context
def title_of_work(context: Context, title: str) -> str:
    """The title in italics, with the year of the notes at the first mention.

    Example: `{{ notes.title | title_of_work }} and {{ notes.title | title_of_work }}` gives
    `*Her* (2013) and *Her*`
    """
    pen = pen_of(context)
    return pen.title(title, pen.notes.year if title == pen.notes.title else None)


@pass_context
def made_by(context: Context, notes: Notes) -> str:
    """Who directed and who wrote the work, in a sentence.

    Example: `{{ notes | made_by }}` gives `Spike Jonze wrote and directed *Her* (2013).`
    """
    pen = pen_of(context)
    work = pen.notes
    return made(work, pen.mentions.name, lambda: pen.title(work.title, work.year)) if notes else ""


_LONGEST = 40  # words in a sentence of comparisons


def _compared(works: Sequence[str]) -> str:
    """`Compare A: why; B: why; C.`: one sentence while it is short and none of its parts has stops inside."""
    sentences: list[str] = []
    for index, work in enumerate(works):
        last = sentences[-1] if sentences else ""
        is_short = len(f"{last} {work}".split()) <= _LONGEST
        if last and is_short and not english.is_closed(last) and not _has_stops(works[index - 1 : index + 1]):
            sentences[-1] += f"; {work}"
        else:
            sentences.append(f"Compare {'also ' if last else ''}{work}")
    return " ".join(english.stopped(sentence) for sentence in sentences)


def _has_stops(works: Sequence[str]) -> bool:
    return any(mark in work for work in works for mark in (";", ". ", "? ", "! "))

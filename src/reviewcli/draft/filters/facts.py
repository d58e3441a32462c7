"""Filters for facts: credit lines, lists, titles, the score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reviewcli.draft import english
from reviewcli.notes.model import BasedOn, Person, Score


def italic(title: str | None) -> str:
    """A title in italics.

    Example: `{{ "Her" | italic }}` gives `*Her*`
    """
    return english.italic(title) if title else ""


def title_in_heading(title: str, year: int | None = None) -> str:
    """The title in italics with its year, as a heading has it: the text still names the year once more.

    Example: `{{ "Her" | title_in_heading(2013) }}` gives `*Her* (2013)`
    """
    return f"{english.italic(title)} ({year})" if year else english.italic(title)


def listed(items: Sequence[str] | None) -> str:
    """A list as prose has it.

    Example: `{{ ["English", "Japanese"] | listed }}` gives `English and Japanese`
    Example: `{{ ["war", "drama", "music"] | listed }}` gives `war, drama and music`
    """
    return english.listed([english.escaped(item) for item in items or ()])


def full_names(people: Iterable[Person] | None) -> str:
    """People by their full names, as in credits; whom the cast marks `spoiler` is left out.

    Example: `{{ notes.cast | full_names }}` gives `Joaquin Phoenix and Scarlett Johansson`
    """
    shown = [person for person in people or () if not getattr(person, "spoiler", False)]
    return english.listed([english.escaped(person.name) for person in shown])


def fact(text: str | int | None, before: str = "", after: str = "") -> str:
    """A fact as a sentence of a credit line; nothing where the notes have none.

    Example: `{{ notes.runtime | fact(after="minutes") }}` gives `126 minutes.`
    Example: `{{ "Spike Jonze" | fact("Directed by") }}` gives `Directed by Spike Jonze.`
    """
    if text is None or text == "":
        return ""
    if text == 1:
        after = after.removesuffix("s")
    return english.stopped(english.capital(" ".join(part for part in (before, str(text), after) if part)))


def source(work: BasedOn | None) -> str:
    """What the work comes from, as far as the notes say it.

    Example: `{{ notes.based_on | source }}` gives `*The Seed* by Laurens van der Post (1963)`
    """
    if work is None or not (work.title or work.author):
        return ""
    author = full_names(work.author)
    parts = (english.italic(work.title) if work.title else "a work", f"by {author}" if author else "")
    year = f" ({work.year})" if work.year else ""
    return " ".join(part for part in parts if part) + year


def one_line(text: str) -> str:
    r"""What the block holds on one line; empty lines are gone.

    Example: `{% filter one_line %}126 minutes.{{ "\n\n" }}R.{% endfilter %}` gives `126 minutes. R.`
    """
    return " ".join(text.split())


def score(mark: Score | None) -> str:
    """The score in bold, in the critic's own scale.

    Example: `{{ notes.score | score }}` gives `**4.5/5**`
    """
    return f"**{english.escaped(mark.text)}**" if mark else ""


def same_people_as(people: Iterable[Person], others: Iterable[Person]) -> bool:
    """A test: whether two lists name the same people, and anybody at all.

    Example: `{{ notes.directors is same_people_as(notes.writers) }}` gives `True`
    """
    one, other = {person.name for person in people}, {person.name for person in others}
    return bool(one) and one == other

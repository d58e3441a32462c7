"""Filters for facts: credit lines, lists, titles, the score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import pass_context
from jinja2.runtime import Context

from reviewcli.drafting import english
from reviewcli.drafting.pen import pen_of
from reviewcli.notes.model import Award, BasedOn, CastMember, Person, Point, Score


def italic(title: str | None) -> str:
    """A title in italics.

    Example: `{{ "Her" | italic }}` gives `*Her*`
    """
    return english.italic(title) if title else ""


@pass_context
def title_in_heading(context: Context, title: str, year: int | None = None) -> str:
    """The title as a heading has it, with its year: the text still names the year once more.

    Example: `{{ "Her" | title_in_heading(2013) }}` gives `*Her* (2013)`
    """
    name = pen_of(context).in_type(title)
    return f"{name} ({year})" if year else name


def listed(items: Sequence[str] | None) -> str:
    """A list as prose has it.

    Example: `{{ ["English", "Japanese"] | listed }}` gives `English and Japanese`
    Example: `{{ ["war", "drama", "music"] | listed }}` gives `war, drama and music`
    """
    return english.listed([english.escaped(item) for item in items or ()])


def full_names(people: Iterable[Person | str] | None) -> str:
    """People by their full names, as in credits; whom the cast marks `spoiler` is left out.

    Example: `{{ notes.cast | full_names }}` gives `Joaquin Phoenix and Scarlett Johansson`
    """
    shown = [person for person in people or () if not getattr(person, "spoiler", False)]
    return english.listed([english.escaped(_name(person)) for person in shown])


def with_roles(cast: Iterable[CastMember]) -> str:
    """The cast with whom they play; whom the cast marks `spoiler` is left out.

    Example: `{{ notes.cast | with_roles }}` gives
    `Joaquin Phoenix (Theodore Twombly) and Scarlett Johansson (voice of Samantha)`
    """
    return english.listed([_with_roles(member) for member in cast if not member.spoiler])


def departments(crew: Mapping[str, Iterable[Person]]) -> str:
    """The crew, a department after the other.

    Example: `{{ notes.crew | departments }}` gives `Music: Arcade Fire.`
    Example: `{{ {"dop": ["Hoyte van Hoytema"]} | departments }}` gives `DoP: Hoyte van Hoytema.`
    """
    return " ".join(
        fact(full_names(people), f"{english.escaped(_SHORT_FOR.get(name.casefold(), name))}:")
        for name, people in crew.items()
    )


def prizes(awards: Iterable[Award]) -> str:
    """Awards as a list of facts.

    Example: `{{ notes.awards | prizes }}` gives `Academy Award, Best Original Screenplay, 2014 (won)`
    """
    return "; ".join(_prize(award) for award in awards)


def fact(text: str | float | None, before: str = "", after: str = "") -> str:
    """A fact as a sentence of a credit line; nothing where the notes have none.

    Example: `{{ notes.runtime | fact(after="minutes") }}` gives `126 minutes.`
    Example: `{{ "Spike Jonze" | fact("Directed by") }}` gives `Directed by Spike Jonze.`
    """
    if text is None or text == "":
        return ""
    if str(text) == "1":
        after = after.removesuffix("s")
    return english.stopped(english.capital(" ".join(part for part in (before, str(text), after) if part)))


def counted(text: str | None, thing: str) -> str:
    """A number with what it counts; a text that says it itself stays.

    Example: `{{ "4" | counted("season") }}` gives `4 seasons`
    Example: `{{ "Season 2" | counted("season") }}` gives `Season 2`
    Example: `{{ "1-3" | counted("season") }}` gives `seasons 1-3`
    """
    if not text:
        return ""
    if text.isdigit():
        return f"{text} {thing}" if text == "1" else f"{text} {thing}s"
    return text if any(char.isalpha() for char in text) else f"{thing}s {text}"


def day(date: str | None) -> str:
    """A date as prose has it; what is no date stays as it is.

    Example: `{{ "2026-03-01" | day }}` gives `1 March 2026`
    """
    parts = (date or "").split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date or ""
    return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"


def without_points(groups: Mapping[str, Sequence[Point]]) -> list[str]:
    """The names that stand bare in the notes, with nothing said of them.

    Example: `{{ {"duck": [], "rice": [1]} | without_points | listed }}` gives `duck`
    """
    return [name for name, points in groups.items() if not points]


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


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _name(person: Person | str) -> str:
    return person if isinstance(person, str) else person.name


def _with_roles(member: CastMember) -> str:
    name = english.escaped(member.name)
    if not member.roles:
        return name
    voice = "voice of " if member.voice and not set(member.roles) & _NO_CHARACTERS else ""
    return f"{name} ({voice}{english.listed([english.escaped(role) for role in member.roles])})"


_NO_CHARACTERS = {"narrator", "himself", "herself", "themself", "themselves", "voice"}


def _prize(award: Award) -> str:
    facts = (award.name, award.category, award.person, str(award.year) if award.year else None)
    told = ", ".join(english.escaped(each) for each in facts if each)
    return f"{told} ({english.escaped(award.result)})" if award.result else told


# Departments that are letters, as credits write them.
_SHORT_FOR = {"dop": "DoP"} | {name: name.upper() for name in ("dp", "vfx", "sfx", "cgi", "ost", "ad", "fx")}

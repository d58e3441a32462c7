"""The filters of templates. Each is small, does one thing, and shows it in its docstring (which is tested).

Those that need to know what the draft has said before take Jinja's context and find the `Pen` in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context

from reviewcli.draft import english
from reviewcli.draft.grammar import Shape, shape_of
from reviewcli.draft.pen import Pen
from reviewcli.draft.words import words
from reviewcli.errors import ReviewError
from reviewcli.notes.model import BasedOn, Comparison, Notes, Person, Point, Score


def italic(title: str | None) -> str:
    """A title in italics.

    Example: `{{ "Her" | italic }}` gives `*Her*`
    """
    return english.italic(title) if title else ""


@pass_context
def possessive(context: Context, text: str | None) -> str:
    """A name or a title with its 's, which stays outside the italics.

    Example: `{{ "Her" | italic | possessive }}` gives `*Her*'s`
    Example: `{{ "Joaquin Phoenix" | possessive }}` gives `Joaquin Phoenix's`
    """
    return english.possessive(text, _pen(context).apostrophe) if text else ""


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


@pass_context
def names(context: Context, people: Iterable[Person] | None) -> str:
    """People in running text: full names at the first mention, then the short form.

    Example: `{{ notes.directors | names }}, then {{ notes.directors | names }}` gives
    `Spike Jonze, then Jonze`
    """
    pen = _pen(context)
    shown = [person for person in people or () if not getattr(person, "spoiler", False)]
    return english.listed([pen.mentions.name(person) for person in shown])


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


@pass_context
def prose(context: Context, text: str | None) -> str:
    """The writer's own words, closed with a stop; a role gets its actor at the first mention.

    Example: `{{ "Samantha never sleeps" | prose }}` gives
    `Samantha (voiced by Scarlett Johansson) never sleeps.`
    """
    return _pen(context).prose(text) if text else ""


@pass_context
def paragraph(
    context: Context,
    points: Iterable[Point],
    performer: str = "",
    department: str = "",
    work: str = "",
    label: str = "",
) -> str:
    """Points joined into a paragraph.

    A verb phrase gets its subject: the performer, the department, or what `work` says. A sentence stays as it
    is, and so does a fragment; the first one gets the name, or the `label`, and a colon.

    Example: `{{ notes.performances["Phoenix"] | paragraph(performer="Phoenix") }}` gives
    `Joaquin Phoenix mumbles.`
    Example: `{{ notes.craft["music"] | paragraph(department="music") }}` gives
    `Arcade Fire's music: one tune.`
    Example: `{{ notes.verdict | paragraph(work="The film") }}` gives `The film earns its ending.`
    """
    pen = _pen(context)
    if performer:
        return pen.performance(points, performer)
    if department:
        return pen.craft(points, department)
    if work:
        return pen.about_work(points, work, label)
    return pen.points(points)


@pass_context
def themes(context: Context, points: Iterable[Point], work: str) -> str:
    """Themes as a paragraph: things are what the work is about, sentences stay as they are.

    Example: `{{ notes.themes | themes("The film") }}` gives `The film is about shame, and about translation.`
    """
    return _pen(context).themes(points, work)


@pass_context
def compared(context: Context, comparisons: Iterable[Comparison]) -> str:
    """Other works, with the reason where there is one.

    Example: `{{ notes.comparisons | compared }}` gives `Compare *Lost in Translation* (2003).`
    """
    return _pen(context).compared(comparisons)


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
    return _pen(context).prose(english.capital(text) if is_whole else f"For {text}")


@pass_context
def title_of_work(context: Context, title: str) -> str:
    """The title in italics, with the year of the notes at the first mention.

    Example: `{{ notes.title | title_of_work }} and {{ notes.title | title_of_work }}` gives
    `*Her* (2013) and *Her*`
    """
    pen = _pen(context)
    return pen.title(title, pen.notes.year if title == pen.notes.title else None)


@pass_context
def section(context: Context, body: str, name: str, todo: str | None = None) -> str:
    """A section: its heading, then what the block holds.

    Where it holds nothing, a marker says what to write; without `todo` there is no section then.

    Example: `{% filter section("Verdict", "for whom") %}{% endfilter %}` gives
    `<!-- review-todo verdict: for whom -->`
    """
    return _pen(context).section(name, body, todo)


@pass_context
def or_todo(context: Context, text: str, section: str, what: str) -> str:
    """The text, or a marker that says what to write.

    Example: `{{ "" | or_todo("opening", "a first line") }}` gives
    `<!-- review-todo opening: a first line -->`
    """
    return text.strip() or _pen(context).todo(section, what)


def title_in_heading(title: str, year: int | None = None) -> str:
    """The title in italics with its year, as a heading has it: the text still names the year once more.

    Example: `{{ "Her" | title_in_heading(2013) }}` gives `*Her* (2013)`
    """
    return f"{english.italic(title)} ({year})" if year else english.italic(title)


@pass_context
def made_by(context: Context, notes: Notes) -> str:
    """Who directed and who wrote the work, in a sentence.

    Example: `{{ notes | made_by }}` gives `Spike Jonze wrote and directed *Her* (2013).`
    """
    return _pen(context).made_by() if notes else ""


def then(text: str, more: str) -> str:
    """Two texts as one paragraph; a marker stays by itself.

    Example: `{{ "Java, 1942." | then("Rain.") }}` gives `Java, 1942. Rain.`
    """
    between = "\n\n" if text.endswith("-->") or "\n\n" in text else " "
    return between.join(part for part in (text.strip(), more.strip()) if part)


def paragraphs(text: str, longest: int = 120) -> str:
    r"""Short paragraphs of the block joined into longer ones, each at most so many words.

    Example: `{% filter paragraphs %}One.{{ "\n\n" }}Two.{% endfilter %}` gives `One. Two.`
    """
    out: list[str] = []
    for part in (part.strip() for part in text.split("\n\n")):
        if out and part and len(out[-1].split()) + len(part.split()) <= longest:
            out[-1] += f" {part}"
        elif part:
            out.append(part)
    return "\n\n".join(out)


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


TESTS: Mapping[str, Callable[..., bool]] = {"same_people_as": same_people_as}
_STATELESS = (italic, listed, full_names, fact, source, one_line, title_in_heading, then, paragraphs, score)
_WITH_THE_PEN = (
    possessive, names, prose, paragraph, themes, compared, for_whom, title_of_work, made_by, section, or_todo,
)  # fmt: skip
FILTERS: Mapping[str, Callable[..., Any]] = {
    function.__name__: function for function in (*_STATELESS, *_WITH_THE_PEN)
}


def _pen(context: Context) -> Pen:
    pen = context.get("pen")
    if not isinstance(pen, Pen):
        raise ReviewError(
            "a template that was imported does not know the notes.",
            hint="Write “import … with context”, or “include”.",
        )
    return pen

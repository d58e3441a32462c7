"""The pen that writes one draft: what it knows of the notes, and what it has put down so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2.runtime import Context

from reviewcli.drafting.english import capital, escaped, italic, line_start, stopped
from reviewcli.drafting.joining import paragraph
from reviewcli.drafting.mentions import Mentions
from reviewcli.drafting.subjects import department, performers
from reviewcli.drafting.things import Subject
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import Notes, Point
from reviewcli.notes.performers import who
from reviewcli.texts.errors import ReviewError


class Pen:
    """Writes one draft, from its first line to its last.

    It is the one thing in a template that changes: it remembers who has been named, which years have been
    told, and which sections were left empty.
    """

    def __init__(self, notes: Notes, *, headings: bool = True, spoiler_mark: str | None = None) -> None:
        self.notes = notes
        self.headings = headings
        self.spoiler_mark = spoiler_mark
        self.missing: list[str] = []
        self.mentions = Mentions(notes)
        self.apostrophe = _apostrophe(notes)
        self._dated: set[str] = set()

    def title(self, title: str, year: int | None) -> str:
        """A work's title in italics, its year with the first mention."""
        name = self.in_type(title)
        if year is None or title in self._dated:
            return name
        self._dated.add(title)
        return f"{name} ({year})"

    def in_type(self, title: str) -> str:
        """A title as this kind of review sets it: in italics, or a place's name in plain type."""
        return italic(title) if KINDS[self.notes.kind].in_italics else escaped(title)

    def prose(self, text: str) -> str:
        """The writer's own words as a paragraph; a name that begins small stays (`bell hooks`)."""
        text = text.strip()
        text = text if self.mentions.opens(text) else capital(text)
        return line_start(stopped(self.mentions.read(text)))

    def points(self, points: Iterable[Point], subject: Subject | None = None, premise: str = "") -> str:
        """Points as a paragraph about a subject; `premise` is what a work is called that “follows” somebody."""
        return paragraph(points, subject, self.mentions, premise)

    def performance(self, points: Iterable[Point], key: str, *, tells: bool = False) -> str:
        """What is said of a performer, or of several; of one that the cast hides only where the draft `tells`."""
        if not any(tells or not point.spoiler for point in points) or (not tells and self.is_hidden(key)):
            return ""
        return self.points(points, performers(self.notes, key, self.mentions))

    def is_hidden(self, key: str) -> bool:
        """Whether a key of `performances` names somebody whom the cast hides."""
        hidden = self.mentions.hidden
        return bool(hidden) and any(member.name in hidden for member in who(self.notes, key))

    def craft(self, points: Iterable[Point], key: str) -> str:
        """What is said of a department."""
        return self.points(points, department(self.notes, key, self.mentions, self.apostrophe))

    def section(self, name: str, body: str, todo: str | None) -> str:
        """A heading and what stands under it; a marker where there is nothing; nothing if `todo` is None."""
        body = body.strip()
        if not body:
            if todo is None:
                return ""
            body = self.todo(name, todo)
        return f"## {name}\n\n{body}" if self.headings else body

    def todo(self, section: str, what: str) -> str:
        """The marker of an empty section, which says what to write."""
        self.missing.append(section.lower())
        return f"<!-- review-todo {section.lower()}: {what} -->"


def pen_of(context: Context) -> Pen:
    """The pen in the context of a template.

    Raises:
        ReviewError: the template was imported without its context.
    """
    pen = context.get("pen")
    if not isinstance(pen, Pen):
        raise ReviewError(
            "a template that was imported does not know the notes.",
            hint="Write “import … with context”, or “include”.",
        )
    return pen


def _apostrophe(notes: Notes) -> str:
    """The apostrophe that the writer uses, so that a draft does not mix two."""
    texts = list(_texts(notes))
    curly = any("’" in text for text in texts)
    return "’" if curly and not any("'" in text for text in texts) else "'"


def _texts(notes: Notes) -> Iterator[str]:
    groups = (
        notes.context,
        notes.synopsis,
        *notes.performances.values(),
        *notes.craft.values(),
        notes.themes,
        notes.critique.strengths,
        notes.critique.weaknesses,
        notes.verdict,
    )
    yield from (point.text for group in groups for point in group)
    yield notes.title
    yield notes.opening or ""
    yield notes.audience or ""

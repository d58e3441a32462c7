"""Notes and a template to a draft in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from reviewcli.notes.model import Notes
from reviewcli.settings.front_matter import MatterRules
from reviewcli.texts.errors import ReviewError

if TYPE_CHECKING:
    from reviewcli.drafting.templates import Template

__all__ = ["Settings", "draft"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a draft is to be made.

    Args:
        notes_path: the notes' path as seen from the draft, if they have one.
        record: what else its front matter says under `review`, so that the draft can be made again.
        title_heading: whether the draft opens with its title; else the headline stands in the front matter.
        matter: what the house wants of the front matter.
    """

    headings: bool = True
    front_matter: bool = True
    strict: bool = False
    spoilers: bool = False
    spoiler_mark: str = "callout"
    notes_path: str | None = None
    profile: str | None = None
    record: dict[str, Any] = {}
    title_heading: bool = True
    matter: MatterRules = MatterRules()


def draft(notes: Notes, template: Template, settings: Settings | None = None) -> str:
    """The draft of these notes: the same notes, template and settings give the same text.

    Raises:
        ReviewError: the template is at fault, or `strict` is set and a section has no notes.
    """
    from reviewcli.drafting.front_matter import front_matter
    from reviewcli.drafting.pen import Pen

    settings = settings or Settings()
    pen = Pen(
        notes, headings=settings.headings, spoiler_mark=settings.spoiler_mark if settings.spoilers else None
    )
    made = template.rendered(notes=notes, headings=settings.headings, spoilers=settings.spoilers, pen=pen)
    body = _tidy(made.text)
    if settings.strict and pen.missing:
        raise ReviewError(
            f"there are no notes for {', '.join(pen.missing)}.",
            hint="Write some, or draft without --strict to get a marker there.",
        )
    if not settings.title_heading:
        body = _without_title(body)
    if not (settings.front_matter and made.front_matter):
        return body
    head = front_matter(
        notes,
        notes_path=settings.notes_path,
        profile=settings.profile,
        record=settings.record,
        headline=None if settings.title_heading else notes.headline,
        rules=settings.matter,
    )
    return f"{head}\n{body}"


def _tidy(text: str) -> str:
    """One empty line between paragraphs, one line end at the end."""
    lines: list[str] = []
    for line in text.strip().split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line if line.strip() else "")
    return "\n".join(lines) + "\n"


def _without_title(body: str) -> str:
    """The draft without the heading of level 1 that opens it, for sites that print front matter's title."""
    heading = re.match(r"(?:[ \t]*\n)*#[ \t]+[^\n]*(?:\n|\Z)(?:[ \t]*\n)*", body)
    return body[heading.end() :] if heading else body

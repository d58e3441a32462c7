"""What gives the work away, for a review that tells it: in a block that readers can pass over."""

from __future__ import annotations

import msgspec
from jinja2 import pass_context
from jinja2.runtime import Context

from reviewcli.drafting.english import capital, line_start, stopped
from reviewcli.drafting.pen import Pen, pen_of
from reviewcli.drafting.themes import about
from reviewcli.drafting.things import dish_called, track_called, work_called
from reviewcli.notes.model import Notes, Points


@pass_context
def spoilers(context: Context, notes: Notes, work: str) -> str:
    """What gives the work away, in a block that is marked; nothing without `--spoilers`.

    Example: `{{ "Nothing." ~ (notes | spoilers("The film")) }}` gives `Nothing.`
    """
    pen = pen_of(context)
    if not notes or pen.spoiler_mark is None:
        return ""
    text = "\n\n".join(part for part in _paragraphs(pen, work) if part)
    return _MARKS[pen.spoiler_mark](text) if text else ""


def _paragraphs(pen: Pen, work: str) -> list[str]:
    notes, the_work = pen.notes, work_called(work)
    parts = [pen.points(_told(notes.context)), pen.points(_told(notes.synopsis))]
    for key, points in notes.performances.items():
        parts.append(pen.performance(_told(points, whole=pen.is_hidden(key)), key, tells=True))
    parts += [pen.performance(_told(points), key, tells=True) for key, points in notes.named("people")]
    for key, points in notes.named("titles"):
        parts.append(pen.points(_told(points), track_called(key, pen.apostrophe)))
    parts += [pen.points(_told(points), dish_called(key)) for key, points in notes.named("things")]
    parts += [pen.craft(_told(points), key) for key, points in notes.craft.items()]
    parts.append(about(_told(notes.themes), work, pen.mentions))
    for points in (notes.critique.strengths, notes.critique.weaknesses, notes.verdict):
        parts.append(pen.points(_told(points), the_work))
    parts.append(" ".join(stopped(pen.mentions.read(capital(each.text.strip()))) for each in notes.spoilers))
    return [line_start(part) for part in parts]


def _told(points: Points, *, whole: bool = False) -> Points:
    """The points that are spoilers, as points that may be told; all of them if the `whole` group is one."""
    return tuple(msgspec.structs.replace(point, spoiler=False) for point in points if whole or point.spoiler)


def _callout(text: str) -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"> [!spoiler]\n{quoted}"


def _details(text: str) -> str:
    return f"<details>\n<summary>Spoilers</summary>\n\n{text}\n\n</details>"


def _shortcode(text: str) -> str:
    return f"{{{{< spoiler >}}}}\n{text}\n{{{{< /spoiler >}}}}"


_MARKS = {"callout": _callout, "details": _details, "shortcode": _shortcode}

"""What gives the work away, for a review that tells it: in a block that readers can pass over."""

from __future__ import annotations

from typing import Any

import msgspec

from reviewcli.drafting.english import capital, line_start, stopped
from reviewcli.drafting.pen import Pen
from reviewcli.notes.model import Point, Points


def spoiler_block(pen: Pen, work: str) -> str:
    """Every spoiler of the notes in a marked block; nothing unless the writer asks for them.

    Args:
        pen: of the draft.
        work: what a draft calls the work: “The film”.
    """
    if pen.spoiler_mark is None:
        return ""
    text = "\n\n".join(part for part in _paragraphs(pen, work) if part)
    return _MARKS[pen.spoiler_mark](text) if text else ""


def _paragraphs(pen: Pen, work: str) -> list[str]:
    notes = pen.notes
    parts = [pen.points(_told(notes.context)), pen.points(_told(notes.synopsis))]
    for key, points in notes.performances.items():
        parts.append(pen.performance(_told(points, whole=pen.is_hidden(key)), key, tells=True))
    parts += [pen.performance(_told(points), key, tells=True) for key, points in notes.named("people")]
    parts += [pen.about_thing(_told(points), "", title) for title, points in notes.named("titles")]
    parts += [pen.about_thing(_told(points), thing, "") for thing, points in notes.named("things")]
    parts += [pen.craft(_told(points), key) for key, points in notes.craft.items()]
    parts.append(pen.themes(_told(notes.themes), work))
    for points in (notes.critique.strengths, notes.critique.weaknesses, notes.verdict):
        parts.append(pen.about_work(_told(points), work, ""))
    parts.append(" ".join(stopped(pen.mentions.read(capital(each.text.strip()))) for each in notes.spoilers))
    return [line_start(part) for part in parts]


def _told(points: Any, *, whole: bool = False) -> Points:
    """The points that are spoilers, as points that may be told; all of them if the `whole` group is one."""
    if not isinstance(points, tuple):
        return ()
    return tuple(
        msgspec.structs.replace(point, spoiler=False)
        for point in points
        if isinstance(point, Point) and (whole or point.spoiler)
    )


def _callout(text: str) -> str:
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    return f"> [!spoiler]\n{quoted}"


def _details(text: str) -> str:
    return f"<details>\n<summary>Spoilers</summary>\n\n{text}\n\n</details>"


def _shortcode(text: str) -> str:
    return f"{{{{< spoiler >}}}}\n{text}\n{{{{< /spoiler >}}}}"


_MARKS = {"callout": _callout, "details": _details, "shortcode": _shortcode}

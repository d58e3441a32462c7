"""The pen of the draft that a filter works for."""

from __future__ import annotations

from jinja2.runtime import Context

from reviewcli.drafting.pen import Pen
from reviewcli.texts.errors import ReviewError


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

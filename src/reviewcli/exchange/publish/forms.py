"""The forms that a draft can take, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewcli.notes import Notes


def in_form(
    text: str, form: str, notes: Notes | None, *, width: int = 80, language: str | None = None
) -> str:
    """A draft in Markdown as `markdown`, `html` or `text`; the notes are for the facts that HTML tells."""
    if form == "html":
        from reviewcli.exchange.publish.html import to_html

        return to_html(text, notes, language=language or "en")
    if form == "text":
        from reviewcli.exchange.publish.text import to_text

        return to_text(text, width=width)
    return text

"""A post for Jekyll: `YYYY-MM-DD-slug.md`, with layout, title, date, author, categories and tags.

A review with sections still to be written is `published: false`. Liquid is switched off where the words hold its marks.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.page import day, holds_liquid, is_day, page, site_facts
from reviewcli.notes.slugs import slug_of_notes


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    (review,) = reviews
    notes = review.notes
    values = {
        "layout": "post",
        "title": review.title,
        "date": day(notes.date),
        "author": notes.author,
        "excerpt": notes.standfirst,
        "categories": ["reviews"],
        "tags": list(notes.tags),
        "published": False if review.todos else None,
        "render_with_liquid": False if holds_liquid(review.body) else None,
        **site_facts(review),
    }
    return page(values, review.body)


def _file_name(review: Reviewed) -> str:
    date = review.notes.date
    return f"{date}-{slug_of_notes(review.notes)}" if is_day(date) else slug_of_notes(review.notes)


FORMAT = Format(ending=".md", write=_write, file_name=_file_name, house_keys=True)

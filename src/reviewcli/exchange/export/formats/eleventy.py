"""A page for Eleventy: title, date, and `tags` that put it into the collection `reviews` beside your own.

Eleventy runs Markdown through Liquid; where the words hold Liquid's marks, `templateEngineOverride: md` keeps it off.
A review with sections still to be written is `draft: true`, as Eleventy's page on drafts has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.page import day, holds_liquid, page, site_facts


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    (review,) = reviews
    notes = review.notes
    values = {
        "title": review.title,
        "date": day(notes.date),
        "author": notes.author,
        "description": notes.standfirst,
        "tags": list(dict.fromkeys(["reviews", *notes.tags])),
        "draft": True if review.todos else None,
        "templateEngineOverride": "md" if holds_liquid(review.body) else None,
        **site_facts(review),
    }
    return page(values, review.body)


FORMAT = Format(ending=".md", write=_write, house_keys=True)

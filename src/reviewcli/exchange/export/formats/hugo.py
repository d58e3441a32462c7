"""A page for Hugo: its own keys (title, date, draft, slug, tags), and the facts as parameters of the page.

`kind` is Hugo's own, and `series` and `images` mean something to its templates: none of them is written. A review with
sections still to be written is `draft: true`, which Hugo leaves out of a site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.export.page import day, page, site_facts


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    (review,) = reviews
    notes = review.notes
    values = {
        "title": review.title,
        "date": day(notes.date),
        "draft": True if review.todos else None,
        "slug": notes.slug,
        "author": notes.author,
        "summary": notes.standfirst,
        "tags": list(notes.tags),
        **site_facts(review),
    }
    return page(values, _without_shortcodes(review.body))


def _without_shortcodes(body: str) -> str:
    """Words that Hugo would take for a shortcode, in its way of showing one; the fold of a spoiler stays."""
    if "{{" not in body:
        return body
    return re.sub(r"\{\{(?!<\s*/?\s*spoiler)([<%])(.*?)([>%])\}\}", r"{{\1/*\2*/\3}}", body, flags=re.DOTALL)


FORMAT = Format(ending=".md", write=_write, house_keys=True)

"""An h-review of microformats2: an article to put into a page of your own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewcli.exchange.export._format import Asked, Format, Reviewed
from reviewcli.exchange.publish.html import to_article


def _write(reviews: Sequence[Reviewed], asked: Asked) -> str:  # noqa: ARG001 — as every format's
    return "".join(to_article(_markdown(each), each.notes, each.title) for each in reviews)


def _markdown(review: Reviewed) -> str:
    """The body as Markdown; of plain text, whose marks are no markup, every one is kept from being some."""
    return re.sub(r"([\\`*_{}\[\]<>#+\-!|&~.])", r"\\\1", review.body) if review.plain else review.body


FORMAT = Format(ending=".html", write=_write, collects=True)

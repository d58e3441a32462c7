"""Two ways of writing one thing in one text, or a way that is not the house's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import msgspec

from reviewcli.document import Document, Passage
from reviewcli.texts.findings import Edit, Finding, Fix


class Use(msgspec.Struct, frozen=True):
    """A place where a thing is written in one of its forms."""

    form: str
    place: Passage


def odd_ones(uses: Sequence[Use], style: str | None, fewest: int = 3) -> tuple[str, list[Use]]:
    """The right form here, and the places that have another.

    Right is the house's, else what most places have; with fewer than `fewest` places a text has no habit yet.
    """
    if style is None:
        counts = Counter(use.form for use in uses)
        if len(counts) < 2 or len(uses) < fewest:
            return "", []
        style = counts.most_common(1)[0][0]
    return style, [use for use in uses if use.form != style]


def with_edits(finding: Finding, uses: Sequence[Use], right: str | Callable[[Use], str | None]) -> Finding:
    """The finding with one fix for all the places, where each can be mended."""
    edits = [
        (use.place, right if isinstance(right, str) else right(use)) for use in uses if use.place.is_verbatim
    ]
    made = tuple(Edit(place.span, text) for place, text in edits if text is not None)
    return msgspec.structs.replace(finding, fix=Fix(made, safe=True)) if made else finding


def matches(doc: Document, pattern: str, *marks: str) -> Iterator[Passage]:
    """Every match in prose that is nobody's quotation in a block; nothing is compiled where no mark occurs."""
    import re

    if marks and not any(mark in doc.source for mark in marks):
        return
    compiled = re.compile(pattern)
    for block in doc.prose:
        if not block.in_quote:
            for match in compiled.finditer(block.text):
                yield Passage(block, *match.span())

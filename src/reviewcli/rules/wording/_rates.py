"""How often a thing may be: a number alone says little of a long text, a rate alone little of a short one."""

from __future__ import annotations

from reviewcli.document import Document


def is_dense(count: int, doc: Document, fewest: int, rate: float) -> bool:
    """Whether there are so many, and more than `rate` in a thousand words."""
    return count >= fewest and 1000 * count > rate * len(doc.words)

"""The outline of a review: which paragraph is which section, which sentence tells the plot and which judges.

Rules ask `outline_of(doc)`.
"""

from __future__ import annotations

from reviewcli.document import Document, once
from reviewcli.reading.outline.outline import KINDS, Outline, OutlinedSentence, Paragraph
from reviewcli.reading.outline.sections import OUTLINE_SECTIONS

__all__ = ["KINDS", "OUTLINE_SECTIONS", "Outline", "OutlinedSentence", "Paragraph", "outline_of"]


@once
def outline_of(doc: Document) -> Outline:
    """The outline of a document, with its notes where it has any."""
    return Outline(doc)

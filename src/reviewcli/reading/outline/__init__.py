"""The outline of a review: which paragraph is which section, which sentence tells the plot and which judges.

Rules ask `outline_of(doc)`; it is worked out once a document.
"""

from __future__ import annotations

import functools
import weakref
from typing import TYPE_CHECKING

from reviewcli.reading.outline.outline import KINDS, Outline, OutlinedSentence, Paragraph
from reviewcli.reading.outline.sections import OUTLINE_SECTIONS

if TYPE_CHECKING:
    from reviewcli.document import Document

__all__ = ["KINDS", "OUTLINE_SECTIONS", "Outline", "OutlinedSentence", "Paragraph", "outline_of"]


def outline_of(doc: Document) -> Outline:
    """The outline of a document, with its notes where it has any."""
    found = _outlines().get(doc)
    if found is None:
        found = Outline(doc)
        _outlines()[doc] = found
    return found


@functools.cache
def _outlines() -> weakref.WeakKeyDictionary[Document, Outline]:
    return weakref.WeakKeyDictionary()

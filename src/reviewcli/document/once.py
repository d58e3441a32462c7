"""Once a document: what a function says of a document is kept on that document, and goes when it goes.

A function that asks for notes or names is marked `@once`. One that needs the text alone is marked `@once_a_text`: it is
given the document without its notes, so that it cannot read any, and the same text with other notes need not ask again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, Self, TypeVar, TypeVarTuple

Kept = dict[tuple[object, ...], Any]


class Keeping(Protocol):
    """A document, as far as it is asked here: what it keeps, and itself without notes."""

    kept: Kept
    kept_of_text: Kept

    @property
    def bare(self) -> Self:
        """The same document without notes."""


Doc = TypeVar("Doc", bound=Keeping)
Further = TypeVarTuple("Further")
Answer = TypeVar("Answer")


def once(function: Callable[[Doc, *Further], Answer]) -> Callable[[Doc, *Further], Answer]:
    """Keep what the function says of a document, and of what else it is asked with, on the document."""

    @wraps(function)
    def kept(doc: Doc, *further: *Further) -> Answer:
        asked = (function, *further)
        if asked not in doc.kept:
            doc.kept[asked] = function(doc, *further)
        answer: Answer = doc.kept[asked]
        return answer

    return kept


def once_a_text(function: Callable[[Doc], Answer]) -> Callable[[Doc], Answer]:
    """Keep what the function says of a document's text for every document of that text, whatever its notes."""

    @wraps(function)
    def kept(doc: Doc) -> Answer:
        asked = (function,)
        if asked not in doc.kept_of_text:
            doc.kept_of_text[asked] = function(doc.bare)
        answer: Answer = doc.kept_of_text[asked]
        return answer

    return kept

"""A review as a whole: where to point at it, whether it is finished, its score and its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.reading.outline import Paragraph, outline_of

_LETTERS = dict(
    zip(
        "A A- B+ B B- C+ C C- D+ D D- F".split(),
        (100, 91, 83, 75, 67, 58, 50, 42, 33, 25, 16, 0),
        strict=True,
    )
)


def has_markers(doc: Document) -> bool:
    """Whether something is still to write: rules about the whole are then silent. A note in the margin is not."""
    return any(comment.is_todo for comment in doc.comments)


def opening_of(doc: Document) -> Passage | None:
    """Where a finding about the whole stands: the title, or else the first sentence."""
    if doc.title:
        return doc.title.whole
    return doc.sentences[0] if doc.sentences else doc.blocks[0].whole if doc.blocks else None


def score_share(doc: Document) -> float | None:
    """The score of the notes from 0 to 1; None where there is none that is a number or a letter."""
    score = doc.notes.score if doc.notes else None
    if score is None:
        return None
    if score.value is not None and score.scale:
        return score.value / score.scale
    letter = score.text.strip().upper().replace("−", "-").replace("–", "-")
    share = 100 if letter == "A+" else _LETTERS.get(letter)
    return None if share is None else share / 100


def last_paragraphs(doc: Document, number: int = 2) -> Iterator[Paragraph]:
    """The paragraphs that end the review, without quotations and footnotes, in order."""
    own = [each for each in outline_of(doc).paragraphs if not each.block.in_quote]
    return iter(own[-number:])


def is_named(doc: Document, forms: tuple[str, ...]) -> bool:
    """Whether any of these forms of a name stands in the text, headings and captions included."""
    from reviewcli.notes.surnames import fold_name

    text = f" {' '.join(_named_texts(doc))} "
    return any(f" {fold_name(form)} " in text for form in forms if form)


def _named_texts(doc: Document) -> Iterator[str]:
    import re

    from reviewcli.notes.surnames import fold_name

    for block in doc.blocks:
        yield " ".join(fold_name(re.sub(r"['’]s?\b|[^\w\s.'’-]", " ", block.text)).split())

"""What a review does well, as far as that can be measured. Nothing is praised that was not looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewcli.document import Document

_FEWEST_WORDS = 80  # of a text of which anything can be said
_PLOT = (0.1, 0.4)  # shares of plot that tell enough and leave room to judge
_EASY = (6, 12)  # school grades of prose that most readers read with ease


def kind_words(doc: Document, clean: Collection[str]) -> tuple[str, ...]:
    """A sentence for each thing that holds, the weightiest first.

    Args:
        doc: the draft with its notes.
        clean: the rules that it passes.
    """
    if len(doc.words) < _FEWEST_WORDS:
        return ()
    return (*_of_facts(doc, clean), *_of_sections(doc), *_of_style(doc, clean))


def _of_facts(doc: Document, clean: Collection[str]) -> Iterator[str]:
    """What holds against the notes; without notes nobody can say."""
    if doc.notes is None:
        return
    from reviewcli.reading.claims import Status
    from reviewcli.reading.claims.sheet import sheet

    claims = [row.claim for row in sheet(doc)]
    names = [claim for claim in claims if claim.kind == "name"]
    right = sum(claim.status is Status.CONFIRMED for claim in names)
    if right > 1 and "name-misspelt" in clean:
        yield f"All {right} names that the notes know are spelt as they are there."
    others = [claim for claim in claims if claim.kind != "name"]
    held = sum(claim.status is Status.CONFIRMED for claim in others)
    if held > 1 and all(claim.status is not Status.CONTRADICTED for claim in others):
        yield f"{held} facts agree with the notes, and none contradicts them."
    if doc.notes.spoilers and "spoiler-from-notes" in clean:
        yield "It gives away nothing that a reader should find out alone."


def _of_sections(doc: Document) -> Iterator[str]:
    from reviewcli.reading.outline import outline_of

    outline = outline_of(doc)
    present = [name for name in ("performances", "craft", "themes") if name in outline.sections]
    if len(present) > 1:
        yield f"It has something to say of {' and '.join(_listed(present))}, not of the plot alone."
    if "verdict" in outline.sections:
        yield "It says in the end what it thinks."
    if _PLOT[0] <= outline.plot_share <= _PLOT[1]:
        yield f"The plot has {outline.plot_share:.0%} of the words: enough to follow, with room left to judge."


def _listed(names: Sequence[str]) -> tuple[str, str]:
    return ", ".join(names[:-1]), names[-1]


def _of_style(doc: Document, clean: Collection[str]) -> Iterator[str]:
    from reviewcli.reading.readability.measuring import metrics

    grade = metrics(doc).flesch_kincaid_grade
    if grade is not None and _EASY[0] <= grade <= _EASY[1]:
        yield "It reads with ease."
    if "even-rhythm" in clean and _has_rhythm(doc):
        yield "Short and long sentences take turns."
    if "cliche" in clean and "blurb-talk" in clean:
        yield "The words are the writer’s own: there is no stock phrase in it."


def _has_rhythm(doc: Document) -> bool:
    lengths = [len(sentence.words) for sentence in doc.sentences]
    return len(lengths) >= 8 and min(lengths) <= 8 and max(lengths) >= 22

"""Measures a document, a part of it, or what was counted of either."""

from __future__ import annotations

from reviewcli.document import Block, Document, once_a_text
from reviewcli.reading.readability import formulas
from reviewcli.reading.readability.counts import Counts, count
from reviewcli.reading.readability.metrics import FEWEST_WORDS, Metrics


@once_a_text
def metrics(doc: Document) -> Metrics:
    """The prose of a document in numbers."""
    return measure(count(doc.prose))


def section_metrics(doc: Document) -> dict[str, Metrics]:
    """Each section of a document in numbers, by its name, in the order of the text.

    Sections of one name are measured together; what has no name of its own is `other`.
    """
    return {name: measure(count(blocks)) for name, blocks in prose_by_section(doc).items()}


def prose_by_section(doc: Document) -> dict[str, list[Block]]:
    """The prose of each section, by its name."""
    found: dict[str, list[Block]] = {}
    for block in doc.prose:
        found.setdefault(block.section or "other", []).append(block)
    return found


def measure(counts: Counts) -> Metrics:
    """The metrics that these counts give."""
    words, sentences, all_syllables = counts.words, counts.sentences, counts.syllables
    minutes = round(formulas.reading_minutes(counts), 1)
    if words < FEWEST_WORDS:
        return Metrics(words, sentences, all_syllables, minutes)
    return Metrics(
        words,
        sentences,
        all_syllables,
        minutes,
        flesch_reading_ease=round(formulas.flesch_reading_ease(counts), 1),
        flesch_kincaid_grade=round(formulas.flesch_kincaid_grade(counts), 1),
        gunning_fog=round(formulas.gunning_fog(counts), 1),
        smog_index=round(formulas.smog_index(counts), 1),
        dale_chall=round(formulas.dale_chall(counts), 1),
    )

"""Paragraphs with their sections, sentences with their kinds, and the shares of both."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

from reviewcli.reading.outline.sections import OUTLINE_SECTIONS
from reviewcli.reading.outline.sentence_kinds import plot_probabilities

if TYPE_CHECKING:
    from reviewcli.document import Block, Document, Sentence

Kind = Literal["plot", "opinion"]
KINDS: tuple[Kind, ...] = ("plot", "opinion")


class OutlinedSentence(msgspec.Struct, frozen=True):
    """A sentence, how probable it is that it tells the plot, and its words."""

    sentence: Sentence
    plot: float
    words: int

    @property
    def kind(self) -> Kind:
        """What it does, more likely than not."""
        return "plot" if self.plot > 0.5 else "opinion"

    @property
    def confidence(self) -> float:
        """How sure that is, from 0.5 to 1."""
        return max(self.plot, 1 - self.plot)


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph, item or footnote with its section."""

    block: Block
    section: str
    confidence: float
    sentences: tuple[OutlinedSentence, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(each.words for each in self.sentences)


class Outline:
    """What a review is made of, worked out when it is first asked for."""

    def __init__(self, doc: Document) -> None:
        # The document keeps its outline: to hold it here would be a circle, which memory is slow to let go.
        self._blocks = doc.prose
        self._has_headings = any(section.heading for section in doc.sections)
        self._kinds = plot_probabilities(doc)
        self._sections = _sections(doc, self._kinds)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The prose in order."""
        return tuple(
            Paragraph(
                block,
                section,
                confidence,
                tuple(
                    OutlinedSentence(sentence, plot, len(sentence.words))
                    for sentence, plot in zip(block.sentences, kinds, strict=True)
                ),
            )
            for block, kinds, (section, confidence) in zip(
                self._blocks, self._kinds, self._sections, strict=True
            )
        )

    @cached_property
    def sentences(self) -> tuple[OutlinedSentence, ...]:
        """The sentences of the prose in order."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @cached_property
    def words(self) -> int:
        """The words of the prose."""
        return sum(paragraph.words for paragraph in self.paragraphs)

    @property
    def plot_share(self) -> float:
        """The share of the words that stands in sentences of plot; 0 of an empty text."""
        return sum(each.words for each in self.sentences if each.kind == "plot") / max(self.words, 1)

    @cached_property
    def sections(self) -> dict[str, float]:
        """The share of the words of each section that there is, in the order of a review."""
        counts = dict.fromkeys(OUTLINE_SECTIONS, 0)
        for paragraph in self.paragraphs:
            counts[paragraph.section] += paragraph.words
        return {name: count / max(self.words, 1) for name, count in counts.items() if count}

    @property
    def has_headings(self) -> bool:
        """Whether headings part the text, beside its title."""
        return self._has_headings


def _sections(doc: Document, kinds: list[list[float]]) -> list[tuple[str, float]]:
    from reviewcli.reading.outline.sections import sections_of

    return sections_of(doc, kinds)

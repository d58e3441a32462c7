"""Where a review names people, and whether it does so in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.reading.claims.credit_lines import is_credit_line
from reviewcli.reading.facts.mentions import Mention, mentions_in


def places_named(doc: Document, blocks: Iterable[Block]) -> Iterator[tuple[Passage, Mention]]:
    """Every name in the blocks, known or not, with its place."""
    for block in blocks:
        for mention in mentions_in(doc, block):
            yield Passage(block, mention.start, mention.end), mention


def in_own_words(place: Passage) -> bool:
    """Whether it stands in a sentence of the review's own: no heading, line of credits, quotation or title."""
    if not place.block.is_prose or is_credit_line(place.block):
        return False
    return not place.is_quoted and not place.is_emphasised


def words_of_others(doc: Document) -> set[str]:
    """The words of names that are nobody's in the notes."""
    return {
        word
        for _, mention in places_named(doc, doc.blocks)
        if not mention.people and len(mention.words) > 1
        for word in mention.words
    }

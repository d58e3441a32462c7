"""What the notes hold and a draft does not use."""

from __future__ import annotations

from reviewcli.document import Document
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims import every_claim
from reviewcli.reading.facts.index import Fact, index_of, telling
from reviewcli.reading.outline.content_words import content_words
from reviewcli.texts.findings import Noted

# What a draft need not tell, or must not.
_ASIDE = frozenset(
    "spoilers names seen audience content_note jottings release date headline standfirst extra".split()
)
_ENOUGH = 0.5  # of the telling words of a point, in one paragraph


def unused(doc: Document) -> tuple[Noted, ...]:
    """The places of the facts that no claim rests on and that no paragraph tells, in the order of the notes."""
    index = index_of(doc)
    claims = [claim.rests_on for claim in every_claim(doc) if claim.rests_on]
    used = {(noted.line, noted.column) for noted in claims}
    lines = {noted.line for noted in claims}
    text = fold(doc.source[doc.front_matter.span.end if doc.front_matter else 0 :])
    paragraphs = [telling(block.text) for block in doc.blocks]
    found: dict[tuple[int, int], Noted] = {}
    for fact in index.facts:
        noted = index.noted(fact)
        if noted is None or fact.top in _ASIDE or fact.type in ("name", "spoiler"):
            continue
        if fact.type == "number" and noted.line in lines:
            continue  # the year of a title that is told
        if (
            (noted.line, noted.column) not in used
            and fold(fact.text) not in text
            and not _is_told(fact, paragraphs)
        ):
            found.setdefault((noted.line, noted.column), noted)
    return tuple(found.values())


def _is_told(fact: Fact, paragraphs: list[frozenset[str]]) -> bool:
    """Whether a paragraph has most of the words that carry a fact."""
    words = content_words(fact.text).values()
    least = max(1, _ENOUGH * len(words))
    return any(sum(1 for stems in words if stems & paragraph) >= least for paragraph in paragraphs)

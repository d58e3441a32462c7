"""Claims of what the work is called: its title where it is marked as one, and what is nearly its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, BlockKind, Document, Passage
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import blocks_of
from reviewcli.reading.claims.works import is_near, other_titles, title_key
from reviewcli.texts.findings import Span

_ARTICLES = frozenset(("the", "a", "an"))
# A title in front of which a determiner stands may leave its own article away: Kubrick's *Shining*.
_DETERMINER = (
    r"(?:\b(?:the|an?|this|that|his|her|its|their|my|our|your|own|of|\d{4})|['’]s?|[-–])\s*[“\"‘']?$"
)


def find(doc: Document) -> Iterator[Claim]:
    """The work's title in italics, in quotation marks, in headings and in the front matter, and near misses of it."""
    notes = doc.notes
    if notes is None:
        return
    named = [title for title in (notes.title, notes.original_title) if title]
    titles = {
        key: title for title in named if (key := title_key(title))
    }  # of signs only, as ÷, none is a slip
    others = other_titles(notes)
    yield from _in_front_matter(doc, titles, others)
    seen = False
    for block in blocks_of(doc):
        for place in _marked(block):
            key = title_key(place.text)
            if key in titles and not seen:
                seen = True
                yield Claim(kind="title", span=place.span, text=place.text, status=Status.CONFIRMED)
            elif key not in others and (right := _nearly(place, key, titles)):
                yield _slip(place.span, place.text, right)


def _marked(block: Block) -> Iterator[Passage]:
    text = block.text
    for start, end in (*block.emphasis, *block.quotations):
        inside = text[start:end]
        bare = inside.strip("“”\"'‘’ ").rstrip(",.;:")
        if bare:
            at = start + inside.index(bare)
            yield Passage(block, at, at + len(bare))
    if block.kind is BlockKind.HEADING and not block.emphasis and not block.quotations:
        bare = re.sub(r"\s*\(\d{4}\).*$", "", text).strip()
        if bare:
            yield Passage(block, text.index(bare), text.index(bare) + len(bare))


def _nearly(place: Passage, key: str, titles: dict[str, str]) -> str | None:
    """The title that a text misses by a slip of the hand or an article."""
    if not key or not place.text[0].isalnum() or key in titles:
        return None
    before = place.block.text[max(place.start - 12, 0) : place.start]
    for own, title in titles.items():
        mine, right = key.split(), own.split()
        if is_near(key, own) or (mine[0] in _ARTICLES and mine[1:] == _bare(right)):
            return title
        is_cut = right[0] in _ARTICLES and right[1:] == mine and len(mine) > 1
        if is_cut and not re.search(_DETERMINER, before, re.IGNORECASE):
            return None  # critics cut articles; a house may mind, the facts do not
    return None


def _bare(words: list[str]) -> list[str]:
    return words[1:] if words[0] in _ARTICLES else words


def _in_front_matter(doc: Document, titles: dict[str, str], others: frozenset[str]) -> Iterator[Claim]:
    matter = doc.front_matter
    if matter is None:
        return
    for match in re.finditer(r"^title[ \t]*[:=][ \t]*[\"']?([^\"'\n]+)", matter.text, re.MULTILINE):
        text = re.sub(r"\s*\(\d{4}\)$", "", match[1].strip())
        start = matter.text_start + match.start(1)
        span = Span(start, start + len(text))
        key = title_key(text)
        right = next(
            (title for own, title in titles.items() if key not in others and is_near(key, own)), None
        )
        if right and key not in titles:
            yield _slip(span, text, right)


def _slip(span: Span, text: str, right: str) -> Claim:
    return Claim(
        kind="title",
        span=span,
        text=text,
        status=Status.CONTRADICTED,
        noted=right,
        message=f"The notes call it “{right}”.",
        replacements=(right,),
    )

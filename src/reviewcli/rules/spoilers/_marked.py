"""Which parts of a draft are marked as spoilers, in every form that sites and editors know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, BlockKind, Document, Sentence, once_a_text
from reviewcli.texts.findings import Span

_BETWEEN = (
    r"\|\|(?!\s*\|)[^|\n](?:(?!\n\s*\n)[^|]|\|(?!\|))*\|\|",  # Discord
    r">!(?:(?!\n\s*\n).)*?!<",  # Reddit
    r"<details\b.*?(?:</details>|\Z)",
    r"<spoiler\b.*?</spoiler>",
    r"<(span|div|section|p|aside)\b[^>]*class=[\"'][^\"'>]*spoiler[^>]*>.*?</\1>",
    r"\[spoilers?(?:=[^\]]*)?\].*?\[/spoilers?\]",
    r"\{\{[<%]\s*spoilers?\b[^}]*\}\}.*?\{\{[<%]\s*/\s*spoilers?\s*[%>]\}\}",
    r"\{%-?\s*spoilers?\b[^}]*%\}.*?\{%-?\s*endspoilers?\s*-?%\}",
    r"^:::+\s*(?:\{[^}]*)?spoilers?\b.*?^:::+\s*$",
)
_WARNING = (
    r"\bspoilers?\b[^.]{0,30}\b(?:ahead|follow\w*|below|warning|alert|from here|beyond|within|inside|start|begin)\b"
    r"|\b(?:warning|beware|caution|alert|contains?|containing|here be|full of|major|heavy|mild|minor|with)\b[^.]{0,24}"
    r"\bspoilers?\b|^\W*(?:the )?spoilers?\W*(?:section|zone|territory)?\W*$"
    r"|\b(?:stop(?: reading)?|turn back|look away|read no further)(?: here| now)?,? (?:if|unless) you\b"
)
_NONE = r"\b(?:no|not|without|free of|zero|avoid\w*|few)\b[^.]{0,24}\bspoil|\bspoilers?[- ]free\b|\bun-?spoil"
_LONGEST_WARNING = 16  # words: a longer sentence speaks of spoilers and announces none


def is_marked(doc: Document, span: Span) -> bool:
    """Whether a place stands in a part that is marked."""
    return any(marked.start <= span.start < marked.end for marked in marked_spans(doc))


def warns(doc: Document) -> bool:
    """Whether any line of the draft warns of spoilers."""
    return next(_warnings(doc), None) is not None


@once_a_text
def marked_spans(doc: Document) -> tuple[Span, ...]:
    """The marked parts of the source."""
    return tuple(_find(doc))


def _find(doc: Document) -> Iterator[Span]:
    start = doc.front_matter.span.end if doc.front_matter else 0
    if re.search(r"spoiler|\|\||>!|<details", doc.source, re.IGNORECASE):
        for pattern in _BETWEEN:
            for match in re.compile(pattern, re.IGNORECASE | re.DOTALL | re.MULTILINE).finditer(
                doc.source, start
            ):
                yield Span(*match.span())
    for block in doc.blocks:
        if block.callout and block.callout.startswith("spoiler"):
            yield block.span
    for begin, block in _warnings(doc):
        yield Span(begin, _next_heading(doc, block))


def _warnings(doc: Document) -> Iterator[tuple[int, Block]]:
    for block in doc.blocks:
        if "poiler" not in block.text and "POILER" not in block.text and "if you" not in block.text:
            continue
        yield from ((sentence.span.start, block) for sentence in block.sentences if _is_warning(sentence))


def _is_warning(sentence: Sentence) -> bool:
    if len(sentence.words) > _LONGEST_WARNING or not re.search(_WARNING, sentence.text, re.IGNORECASE):
        return False
    return not re.search(_NONE, sentence.text, re.IGNORECASE)


def _next_heading(doc: Document, block: Block) -> int:
    """Where the next heading stands, or the end; behind a heading one of its level or above."""
    level = block.level if block.kind is BlockKind.HEADING else 6
    if block is doc.title:
        return len(doc.source)
    for other in doc.blocks:
        later = other.span.start > block.span.start
        if later and other.kind is BlockKind.HEADING and other.level <= level:
            return other.span.start
    return len(doc.source)

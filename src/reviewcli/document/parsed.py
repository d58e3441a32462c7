"""A block as a parser finds it, and what a word of it is."""

from __future__ import annotations

import enum
import re
from functools import cache

import msgspec

from reviewcli.document.ranges import Range
from reviewcli.document.source_map import SourceMap


class BlockKind(enum.Enum):
    """What a block is. Paragraphs, items and footnotes are prose; headings and table cells are not."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    FOOTNOTE = "footnote"
    TABLE = "table"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.FOOTNOTE})


class Parsed(msgspec.Struct, frozen=True):
    """A block as a parser finds it; ranges are of its text."""

    kind: BlockKind
    text: str
    source_map: SourceMap
    level: int = 0
    emphasis: tuple[Range, ...] = ()
    strong: tuple[Range, ...] = ()
    links: tuple[Range, ...] = ()
    in_quote: bool = False
    callout: str | None = None


@cache
def word_pattern() -> re.Pattern[str]:
    """What a word is: letters and digits with their accents, joined by apostrophes, hyphens and ampersands.

    A number keeps its points, commas and colons (3.5, 1,000, 1:02:30), an abbreviation its dots (U.S., a.m.).
    """
    # \w knows no combining marks: an accent on its own, vowel signs, the joiners of some scripts.
    marks = (
        "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
        "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
        "\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u2060"
    )
    letters = rf"[^\W_]++(?:[{marks}]++[^\W_]*+)*+"
    number = r"\d+(?:[.,:]\d+)+"
    dotted = r"(?:[^\W\d_]\.){2,}(?![^\W_])"
    part = rf"(?:{number}|{dotted}|{letters})"
    return re.compile(rf"{part}(?:[-'’ʼ‐‑&]{part})*")

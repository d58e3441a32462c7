"""The blocks of a document: headings, paragraphs, items."""

from __future__ import annotations

import enum
import re
from functools import cache, cached_property

import msgspec

from reviewcli.document.passages import Passage, Sentence, Word
from reviewcli.document.ranges import Range
from reviewcli.document.source_map import SourceMap
from reviewcli.texts.findings import Span


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


class Block:
    """A run of text without its markup, and the way back to the source.

    In `text` a line break of the source is a space, a break that shows (two spaces or a backslash at the line's
    end) is a newline, and inline code, an address or a variable is one U+FFFC. `level` is a heading's, `callout`
    the kind of a callout (`> [!spoiler]`), which is no quotation. `emphasis`, `strong` and `links` are ranges of
    the text. A table's cell is a block.
    """

    def __init__(self, parsed: Parsed, section: str | None = None) -> None:
        self.kind = parsed.kind
        self.text = parsed.text
        self.level = parsed.level
        self.section = section
        self.in_quote = parsed.in_quote
        self.callout = parsed.callout
        self.emphasis = parsed.emphasis
        self.strong = parsed.strong
        self.links = parsed.links
        self.source_map = parsed.source_map

    @property
    def is_prose(self) -> bool:
        """Whether its sentences are among the document's."""
        return self.kind in PROSE

    @cached_property
    def span(self) -> Span:
        """Where its text stands in the source, without the markup at its ends."""
        return self.source_map.span(0, len(self.text))

    def span_of(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the source."""
        return self.source_map.span(start, end)

    @cached_property
    def whole(self) -> Passage:
        """All of its text as a passage."""
        return Passage(self, 0, len(self.text))

    @cached_property
    def quotations(self) -> tuple[Range, ...]:
        """The quoted ranges of the text, quotation marks included, in order, none inside another."""
        from reviewcli.document.quotations import find_quotations

        return find_quotations(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; what is no prose is one."""
        if not self.is_prose:
            return (Sentence(self, 0, len(self.text)),)
        from reviewcli.document.sentences import split_sentences

        ranges = split_sentences(self.text, emphasis=self.emphasis, quotations=self.quotations)
        return tuple(Sentence(self, start, end) for start, end in ranges)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and numbers, in order."""
        return tuple([Word(self, *match.span()) for match in word_pattern().finditer(self.text)])

    @cached_property
    def lowered(self) -> str:
        """Its text in small letters, to be asked for a word before a pattern is."""
        return self.text.lower()

    @cached_property
    def plain_words(self) -> tuple[str, ...]:
        """Its words in small letters and with straight apostrophes, as tables have them."""
        if "’" in self.text:
            return tuple([word.lower.replace("’", "'") for word in self.words])
        return tuple([word.lower for word in self.words])

    @cached_property
    def word_bounds(self) -> tuple[list[int], list[int]]:
        """Where its words begin and where they end, each in order."""
        return [word.start for word in self.words], [word.end for word in self.words]

    def __repr__(self) -> str:
        return f"Block({self.kind.value}, {self.text[:40]!r})"


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

"""The blocks of a document (headings, paragraphs, items), and pieces of their text that know where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from reviewcli.document.parsed import PROSE, Parsed, word_pattern
from reviewcli.document.quotations import find_quotations
from reviewcli.document.ranges import Range, first_touching
from reviewcli.document.sentences import split_sentences
from reviewcli.texts.expressions import Expression
from reviewcli.texts.findings import Span


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
        return find_quotations(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences; what is no prose is one."""
        if not self.is_prose:
            return (Sentence(self, 0, len(self.text)),)
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


class Passage:
    """A piece of a block's text, `block.text[start:end]`."""

    __slots__ = ("block", "end", "start")

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.block = block
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """The prose, without markup."""
        return self.block.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands in the source."""
        return self.block.span_of(self.start, self.end)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that lie wholly inside."""
        words = self.block.words
        starts, ends = self.block.word_bounds
        first = bisect_left(starts, self.start)
        return words[first : bisect_right(ends, self.end, lo=first)]

    @property
    def sentence(self) -> Sentence:
        """The sentence that it begins in."""
        sentences = self.block.sentences
        return sentences[max(bisect_right(sentences, self.start, key=_start) - 1, 0)]

    @property
    def is_quoted(self) -> bool:
        """Whether any of it is somebody else's words: in quotation marks or in a block quote."""
        return self.block.in_quote or first_touching(self.block.quotations, self.start, self.end) is not None

    @property
    def is_emphasised(self) -> bool:
        """Whether any of it is in italics, as titles are."""
        return first_touching(self.block.emphasis, self.start, self.end) is not None

    @property
    def is_verbatim(self) -> bool:
        """Whether the source holds it letter by letter, so that a fix that replaces it eats no markup."""
        span = self.span
        return span.end - span.start == self.end - self.start

    @property
    def before(self) -> str:
        """The text of its sentence in front of it."""
        return self.block.text[self.sentence.start : self.start]

    @property
    def after(self) -> str:
        """The text of its sentence behind it."""
        return self.block.text[self.end : max(self.sentence.end, self.end)]

    def find(
        self, pattern: str | re.Pattern[str] | Expression, flags: int = re.IGNORECASE, group: int | str = 0
    ) -> Iterator[Passage]:
        """Every match inside, or its `group`.

        Word boundaries and lookbehind see the text around it; `^` matches at the start of the block only.

        Empty matches and groups that took no part are left out.
        """
        compiled = re.compile(pattern, flags) if isinstance(pattern, str) else pattern
        for match in compiled.finditer(self.block.text, self.start, self.end):
            if match.start(group) < match.end(group):
                yield Passage(self.block, match.start(group), match.end(group))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Passage):
            return NotImplemented
        return (self.block, self.start, self.end) == (other.block, other.start, other.end)

    def __hash__(self) -> int:
        return hash((id(self.block), self.start, self.end))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.text!r})"


class Sentence(Passage):
    """One sentence, from its first letter or mark to its last."""

    __slots__ = ("_words", "text")

    text: str

    def __init__(self, block: Block, start: int, end: int) -> None:
        super().__init__(block, start, end)
        self.text = block.text[start:end]
        self._words: tuple[Word, ...] | None = None

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that lie wholly inside."""
        if self._words is None:
            self._words = super().words
        return self._words

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self

    @property
    def is_quoted(self) -> bool:
        """Whether all of it is somebody else's words; another passage is quoted when any of it is."""
        if self.block.in_quote:
            return True
        if not self.block.quotations:
            return False
        words = self.words if super().is_quoted else ()
        return bool(words) and all(word.is_quoted for word in words)


class Word(Passage):
    """A word or a number: “don't”, “well-known”, “Jonze’s”, “U.S.”, “3.5” are one each.

    `lower` is the word in small letters. Every rule asks for it, so it is made once.
    """

    __slots__ = ("lower", "text")

    text: str

    def __init__(self, block: Block, start: int, end: int) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.text = text = block.text[start:end]
        self.lower = text.lower()

    @property
    def is_capitalised(self) -> bool:
        """Whether its first letter is a capital."""
        return self.block.text[self.start].isupper()

    @property
    def is_number(self) -> bool:
        """Whether it begins with a digit or a fraction, as 1984, 3.5 and 70mm do."""
        first = self.block.text[self.start]
        return first.isnumeric() and not first.isalpha()

    @property
    def opens_sentence(self) -> bool:
        """Whether it is the first word of its sentence."""
        words = self.sentence.words
        return bool(words) and words[0].start == self.start


def _start(passage: Passage) -> int:
    return passage.start

"""The prose of a document as an engine is given it, and the way back to the source."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from reviewcli.engines.words import words_in

if TYPE_CHECKING:
    from reviewcli.document import Block, Document

# What the document puts where inline code stood.
CODE = "\ufffc"
# Longer ones are no words, and edit distance to them is slow.
LONGEST_WORD = 45
_LONGEST_TITLE, _SHORT_TITLE, _SMALL_WORD = 16, 5, 4
BETWEEN_BLOCKS = "\n\n"
# Cells of tables are credits and figures.
_KINDS = ("heading", "paragraph", "item", "footnote")


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of one block: `start` and `end` in `block.text`."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words, as they stand in the block."""
        return self.block.text[self.start : self.end]


class Prose:
    """A document's blocks in one text for an engine.

    The text is as long as the blocks are, so offsets need no table. Titles, addresses and monsters of words
    stand in it as one capitalised dummy word of the same length: no rule for pronouns trips over *Her*, no
    sentence ends inside *Airplane!*, and nothing inside them is ever marked.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.blocks = tuple(
            block for block in doc.blocks if block.kind.value in _KINDS and block.text.strip()
        )
        self._starts = list(_starts(self.blocks))

    @cached_property
    def written(self) -> str:
        """The text as it stands in the blocks, soft line breaks as spaces."""
        return BETWEEN_BLOCKS.join(_smooth(block.text) for block in self.blocks)

    @cached_property
    def text(self) -> str:
        """The text for an engine: `written` with dummies for what is no English."""
        return _with_dummies(self.written, self.dummies)

    @cached_property
    def dummies(self) -> tuple[tuple[int, int], ...]:
        """Where the dummies stand, in order and apart."""
        places = [*self._titles(), *_addresses(self.written), *_monsters(self.written)]
        return tuple(_merged(sorted(places)))

    @cached_property
    def dummy_words(self) -> frozenset[str]:
        """The dummies themselves, which an engine should know as words."""
        return frozenset(self.text[start:end] for start, end in self.dummies)

    def piece(self, start: int, end: int) -> Stretch | None:
        """What stands between these offsets, or None when that is more than one block holds."""
        index = max(bisect.bisect_right(self._starts, start) - 1, 0)
        if not self.blocks:
            return None
        block, first = self.blocks[index], self._starts[index]
        if end - first > len(block.text):
            return None
        return Stretch(block, start - first, end - first)

    def portions(self, size: int) -> Iterator[tuple[int, str]]:
        """The text in portions of whole blocks, about that many code points each, with where each begins."""
        first, end = 0, 0
        for start, block in zip(self._starts, self.blocks, strict=True):
            if start > first and start + len(block.text) - first > size:
                yield first, self.text[first:end]
                first = start
            end = start + len(block.text)
        if end > first:
            yield first, self.text[first:end]

    def is_touched(self, start: int, end: int) -> bool:
        """Whether a dummy or a piece of code lies, wholly or in part, between these offsets."""
        index = bisect.bisect_left(self.dummies, (start, start))
        beside = self.dummies[max(index - 1, 0) : index + 1]
        return any(a < end and start < b for a, b in beside) or CODE in self.text[start:end]

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The words of the names that the document knows, and of its front matter's `review: words`."""
        listed = self.doc.review_settings.get("words")
        further = [word for word in listed if isinstance(word, str)] if isinstance(listed, list) else []
        return frozenset(part for word in (*self.doc.names.words, *further) for part in words_in(word))

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """Quotations and emphasised words: where a foreign language may stand."""
        return tuple(
            (first + start, first + end)
            for block, first in zip(self.blocks, self._starts, strict=True)
            for start, end in (*block.quotations, *block.emphasis)
        )

    def _titles(self) -> Iterator[tuple[int, int]]:
        """The document's own title, titles that the notes name, and capitalised words in italics."""
        for block, first in zip(self.blocks, self._starts, strict=True):
            if block is self.doc.title:
                yield (first, first + len(block.text))
            for start, end in block.emphasis:
                if _looks_like_a_title(block.text[start:end]):
                    yield (first + start, first + end)
        known = tuple(title for title in self.doc.names.titles if title.strip())
        if known:
            yield from (match.span() for match in _any_of(known).finditer(self.written))


def _starts(blocks: tuple[Block, ...]) -> Iterator[int]:
    at = 0
    for block in blocks:
        yield at
        at += len(block.text) + len(BETWEEN_BLOCKS)


def _smooth(text: str) -> str:
    """Without line breaks and without the halves of a character, which no engine can read."""
    if text.isascii():
        return text.replace("\n", " ").replace("\r", " ")
    smooth = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return _pattern(r"[\n\r\x0b\x0c\x85\u2028\u2029]").sub(" ", smooth)


def _with_dummies(text: str, places: tuple[tuple[int, int], ...]) -> str:
    parts, at = [], 0
    for start, end in places:
        parts += [text[at:start], dummy(end - start)]
        at = end
    return "".join([*parts, text[at:]])


def dummy(length: int) -> str:
    """A word of that many letters that stands for something else."""
    return "X" + "x" * (length - 1)


def _looks_like_a_title(text: str) -> bool:
    """Whether emphasised words are a title: they open with a capital and are few, or capitals throughout."""
    words = text.split()
    first = text.lstrip("“‘\"'¡¿[(")[:1]
    if not (first.isupper() or first.isdigit()) or len(words) > _LONGEST_TITLE:
        return False
    return len(words) <= _SHORT_TITLE or all(word[:1].isupper() for word in words if len(word) > _SMALL_WORD)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    if "://" in text or "www." in text or "@" in text:
        pattern = r"(?:https?|ftp)://[^\s<>]*[^\s<>.,;:!?)\]”’\"']|www\.\S*[\w/]|[\w.+-]+@[\w-]+\.[\w.-]*\w|(?<!\w)@\w+"
        yield from (match.span() for match in _pattern(pattern).finditer(text))


def _monsters(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _pattern(rf"\w{{{LONGEST_WORD},}}").finditer(text))


def _merged(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in order, those that overlap as one."""
    current: tuple[int, int] | None = None
    for start, end in places:
        if end <= start:
            continue
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _any_of(titles: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these texts as whole words, the longest first, whichever apostrophe they are written with."""
    longest_first = sorted(titles, key=len, reverse=True)
    choices = (re.escape(title).replace("'", "['’]").replace("’", "['’]") for title in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(choices)})(?!\w)")


@functools.cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)

"""A sentence as tokens: its words, what parts them, and titles and quotations as one opaque piece each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Sequence

from reviewcli.document.blocks import Passage, Sentence, Word
from reviewcli.document.ranges import Range
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.reading.tagging.words import words

OPAQUE = "\ufffc"  # a title or a quotation: some noun or other, of unknown number


class Token(Passage):
    """A word with what it may be.

    `lower` is in small letters with straight apostrophes; `kinds` what the lexicon says, the likeliest first;
    `is_opaque` whether it stands for a title or a quotation; `gap` is what stands between it and the token before:
    a space for nothing but space, else the marks; `is_name` whether it opens the sentence and has its capital
    elsewhere too.
    """

    __slots__ = ("gap", "is_capitalised", "is_name", "is_opaque", "kinds", "lower")

    def __init__(
        self, word: Passage, text: str, gap: str, *, is_opaque: bool = False, is_name: bool = False
    ) -> None:
        self.block = word.block
        self.start = word.start
        self.end = word.end
        self.lower = lower = OPAQUE if is_opaque else text.lower().replace("’", "'")
        self.kinds = "" if is_opaque else kinds_of(lower)
        self.gap = gap
        self.is_capitalised = not is_opaque and text[0].isupper()
        self.is_opaque = is_opaque
        self.is_name = is_name

    @property
    def is_adverb(self) -> bool:
        """Whether it may stand between a subject and its verb: never, quietly."""
        lower = self.lower
        return lower in words("adverbs") or (
            lower.endswith("ly") and lower not in words("not adverbs") and "b" not in self.kinds
        )


def next_word(tokens: Sequence[Token], at: int) -> Token | None:
    """The token right behind a place; None where a mark parts the two, or the sentence ends."""
    return tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].gap == " " else None


def word_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The token right in front of a place; None where a mark parts the two, or the sentence begins."""
    return tokens[at - 1] if at and tokens[at].gap == " " else None


def place_past(tokens: Sequence[Token], at: int, is_passed: Callable[[Token], bool]) -> int | None:
    """The first place from `at` on that is not passed; None where a mark or the sentence's end comes first."""
    for place in range(at, len(tokens)):
        if tokens[place].gap != " ":
            return None
        if not is_passed(tokens[place]):
            return place
    return None


def is_adverb(token: Token) -> bool:
    """Whether a token may stand between a subject and its verb, to be passed over."""
    return token.is_adverb


def tokens_of(sentence: Sentence, names: Container[str] = ()) -> tuple[Token, ...]:
    """The tokens of a sentence; a short aside in brackets behind a name is left out."""
    block = sentence.block
    text = block.text
    opaque = _opaque_ranges(text, block.emphasis, block.quotations)
    found: list[Token] = []
    skip_to, last = -1, sentence.start
    for word in _without_asides(sentence):
        start = word.start
        if start < skip_to:
            continue
        piece = _touching(opaque, word) if opaque else None
        between = text[last : min(start, piece[0]) if piece else start]
        written = word.text
        is_name = not found and word.lower in names
        gap = (" " if between == " " else _gap(between)) if found else "^"
        found.append(Token(word, written, gap, is_opaque=piece is not None, is_name=is_name))
        if piece:
            skip_to = piece[1]
        last = word.end if word.end > skip_to else skip_to
    return tuple(found)


def _opaque_ranges(text: str, emphasis: Sequence[Range], quotations: Sequence[Range]) -> list[Range]:
    """Quotations, and emphasis that opens with a capital or a figure or holds several words: titles."""
    titles = [r for r in emphasis if text[r[0] : r[0] + 1].isupper() or not text[r[0] : r[1]].isalpha()]
    return sorted([*titles, *quotations]) if titles or quotations else []


def _touching(ranges: list[Range], word: Word) -> Range | None:
    for start, end in ranges[: bisect_right(ranges, (word.end, 0))]:
        if start < word.end and word.start < end:
            return start, end
    return None


def _without_asides(sentence: Sentence) -> list[Word]:
    """The words without those in brackets after a word: Celliers (David Bowie) is, *Her* (2013) is."""
    if "(" not in sentence.text:
        return list(sentence.words)
    text = sentence.block.text
    asides = [
        match.span()
        for match in re.compile(r"(?<=\w)[^\w\s]? \([^()]{1,60}\)(?= \w)").finditer(
            text, sentence.start, sentence.end
        )
        if len(match.group().split()) <= 6
    ]
    return [w for w in sentence.words if not any(start <= w.start < end for start, end in asides)]


def _gap(between: str) -> str:
    bare = re.sub(r"\([^()]*\)", "", between) if "(" in between and ")" in between else between
    marks = "".join(bare.split()).replace("*", "").replace("_", "")
    return marks or (" " if between else "")


def capitals(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words that stand with a capital inside a sentence, in small letters."""
    return frozenset(
        word.lower.removesuffix("'s").removesuffix("’s")
        for sentence in sentences
        for word in sentence.words[1:]
        if word.text[0].isupper()
    )

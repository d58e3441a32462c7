"""A sentence as tokens: its words, what parts them, and titles and quotations as one opaque piece each."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import repeat

from reviewcli.document.blocks import Passage, Sentence, Word
from reviewcli.document.ranges import Range, first_touching, touching
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
    text = sentence.block.text
    found: list[Token] = []
    skip_to, last = -1, sentence.start
    for word, piece in _pieces(sentence):
        start = word.start
        if start < skip_to:
            continue
        between = text[last : min(start, piece[0]) if piece else start]
        written = word.text
        is_name = not found and word.lower in names
        gap = _gap(between) if found else "^"
        found.append(Token(word, written, gap, is_opaque=piece is not None, is_name=is_name))
        if piece:
            skip_to = piece[1]
        last = word.end if word.end > skip_to else skip_to
    return tuple(found)


def _pieces(sentence: Sentence) -> Iterator[tuple[Word, Range | None]]:
    """Each word with the title or the quotation that it stands in."""
    block = sentence.block
    words = _without_asides(sentence)
    quotations = touching(block.quotations, sentence.start, sentence.end)
    emphasis = touching(block.emphasis, sentence.start, sentence.end)
    titles = [range_ for range_ in emphasis if _may_be_title(block.text, range_)]
    if not (titles or quotations):
        return zip(words, repeat(None), strict=False)
    return ((word, _opaque(titles, quotations, word)) for word in words)


def _may_be_title(text: str, emphasis: Range) -> bool:
    """Whether emphasis opens with a capital or a figure, or holds several words."""
    start, end = emphasis
    return text[start : start + 1].isupper() or not text[start:end].isalpha()


def _opaque(titles: Sequence[Range], quotations: Sequence[Range], word: Word) -> Range | None:
    """The title or the quotation that a word stands in, the first of the two."""
    title = first_touching(titles, word.start, word.end)
    quotation = first_touching(quotations, word.start, word.end)
    return min(title, quotation) if title and quotation else title or quotation


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
    return [w for w in sentence.words if not first_touching(asides, w.start, w.start + 1)]


def _gap(between: str) -> str:
    if between == " ":
        return " "
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

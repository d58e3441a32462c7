"""The wider set of numbers that `review stats` gives: further indices, by textstat, and what they count.

textstat's formulas run on the document's words and sentences and on our syllables: it is handed the prose
with its sentences marked, and its own ways of counting those are put aside meanwhile. That also spares it the
second that it takes to load its dictionary.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from reviewcli.reading.readability.counts import count
from reviewcli.reading.readability.metrics import FEWEST_WORDS
from reviewcli.reading.readability.syllables import syllables

if TYPE_CHECKING:
    from reviewcli.document import Block, Sentence

_END = "\u2063"  # marks the end of a sentence: no letter, no blank, and in no text


class Wider(msgspec.Struct, frozen=True):
    """Further numbers of a text; the indices to one decimal, None under 100 words."""

    characters: int
    letters: int
    polysyllables: int
    difficult_words: int
    monosyllables: int
    long_words: int
    words_per_sentence: float
    syllables_per_word: float
    letters_per_word: float
    automated_readability_index: float | None = None
    coleman_liau_index: float | None = None
    linsear_write_formula: float | None = None
    lix: float | None = None
    rix: float | None = None
    mcalpine_eflaw: float | None = None
    spache_readability: float | None = None
    dale_chall_readability_score_v2: float | None = None
    text_standard: float | None = None


_INDICES = Wider.__struct_fields__[9:]


def wider_metrics(blocks: Sequence[Block]) -> Wider:
    """Further numbers of these blocks."""
    import textstat

    counts = count(blocks)
    text = _as_textstat_reads(sentence for block in blocks for sentence in block.sentences)
    with _our_counts():
        indices = {}
        if counts.words >= FEWEST_WORDS:
            indices = {name: round(_index(textstat, name, text), 1) for name in _INDICES}
        return Wider(
            characters=textstat.char_count(text),
            letters=textstat.letter_count(text),
            polysyllables=counts.polysyllables,
            difficult_words=counts.difficult_words,
            monosyllables=textstat.monosyllabcount(text),
            long_words=textstat.long_word_count(text),
            words_per_sentence=round(counts.words / counts.sentences, 1) if counts.sentences else 0.0,
            syllables_per_word=round(counts.syllables / counts.words, 2) if counts.words else 0.0,
            letters_per_word=round(textstat.letter_count(text) / counts.words, 2) if counts.words else 0.0,
            **indices,
        )


def _index(textstat: object, name: str, text: str) -> float:
    arguments = {"float_output": True} if name == "text_standard" else {}
    value: float = getattr(textstat, name)(text, **arguments)
    return value


def _as_textstat_reads(sentences: Iterable[Sentence]) -> str:
    """The sentences, marked at their ends, with a blank between the document's words and nowhere else."""
    return " ".join(_words(sentence) + _END for sentence in sentences)


def _words(sentence: Sentence) -> str:
    text = sentence.block.text
    starts = [word.start for word in sentence.words][1:]
    edges = [sentence.start, *starts, sentence.end]
    pieces = (text[start:end].replace(_END, "") for start, end in pairwise(edges))
    return " ".join("".join(piece.split()).replace("’", "'").replace("ʼ", "'") for piece in pieces)


def _count_sentences(text: str) -> int:
    whole = text.count(_END)
    return whole if text.endswith(_END) else whole + bool(text)


def _count_chars(text: str, ignore_spaces: bool) -> int:
    return len("".join(text.split()) if ignore_spaces else text) - text.count(_END)


def _count_syllables(text: str, lang: str) -> int:  # noqa: ARG001 — textstat's signature
    return sum(map(syllables, text.split()))


_OURS = {
    "count_sentences": _count_sentences,
    "count_chars": _count_chars,
    "count_syllables": _count_syllables,
}


@contextmanager
def _our_counts() -> Iterator[None]:
    """Let textstat count as the document does, in each of its modules that holds one of these functions."""
    theirs = [
        (module, name, getattr(module, name))
        for path, module in list(sys.modules.items())
        if path.startswith("textstat.backend")
        for name in _OURS
        if hasattr(module, name)
    ]
    for module, name, _ in theirs:
        setattr(module, name, _OURS[name])
    try:
        yield
    finally:
        for module, name, function in theirs:
            setattr(module, name, function)

"""The wider set of numbers that `review stats` gives: further indices, and what they count.

textstat counts characters, letters, long words and short ones. The indices are the same as textstat's functions of
the same names give for the same counts; the words, sentences and syllables are the document's, as everywhere.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from reviewcli.reading.readability import formulas
from reviewcli.reading.readability.counts import Counts, count
from reviewcli.reading.readability.metrics import FEWEST_WORDS
from reviewcli.reading.readability.syllables import syllables

if TYPE_CHECKING:
    from reviewcli.document import Block, Sentence


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


class Letters(msgspec.Struct, frozen=True):
    """What textstat counts: `long_words` have seven letters or more, `short_words` three or fewer."""

    characters: int
    letters: int
    long_words: int
    short_words: int


def wider_metrics(blocks: Sequence[Block]) -> Wider:
    """Further numbers of these blocks."""
    counts, letters = count(blocks), letters_of(blocks)
    indices = _indices(blocks, counts, letters) if counts.words >= FEWEST_WORDS else {}
    return Wider(
        characters=letters.characters,
        letters=letters.letters,
        polysyllables=counts.polysyllables,
        difficult_words=counts.difficult_words,
        monosyllables=counts.monosyllables,
        long_words=letters.long_words,
        words_per_sentence=round(counts.words / counts.sentences, 1) if counts.sentences else 0.0,
        syllables_per_word=round(counts.syllables / counts.words, 2) if counts.words else 0.0,
        letters_per_word=round(letters.letters / counts.words, 2) if counts.words else 0.0,
        **{name: round(value, 1) for name, value in indices.items()},
    )


def letters_of(blocks: Sequence[Block]) -> Letters:
    """What textstat counts in these blocks, read with a blank between the document's words and nowhere else."""
    import textstat

    text = " ".join(word for block in blocks for sentence in block.sentences for word in _words(sentence))
    return Letters(
        characters=textstat.char_count(text),
        letters=textstat.letter_count(text),
        long_words=textstat.long_word_count(text),
        short_words=textstat.miniword_count(text),
    )


def _words(sentence: Sentence) -> Iterator[str]:
    """The words with the marks that stand at them."""
    text = sentence.block.text
    starts = [word.start for word in sentence.words][1:]
    for start, end in pairwise([sentence.start, *starts, sentence.end]):
        yield "".join(text[start:end].split()).replace("’", "'").replace("ʼ", "'")


def _indices(blocks: Sequence[Block], counts: Counts, letters: Letters) -> dict[str, float]:
    ari = automated_readability_index(counts, letters)
    coleman_liau = coleman_liau_index(counts, letters)
    linsear = linsear_write_formula([sentence for block in blocks for sentence in block.sentences])
    return {
        "automated_readability_index": ari,
        "coleman_liau_index": coleman_liau,
        "linsear_write_formula": linsear,
        "lix": lix(counts, letters),
        "rix": rix(counts, letters),
        "mcalpine_eflaw": mcalpine_eflaw(counts, letters),
        "spache_readability": spache_readability(counts),
        "dale_chall_readability_score_v2": dale_chall_readability_score_v2(counts),
        "text_standard": text_standard(counts, ari=ari, coleman_liau=coleman_liau, linsear=linsear),
    }


def automated_readability_index(counts: Counts, letters: Letters) -> float:
    """The school grade that a text asks for, by the length of its words in characters.

    E. A. Smith and R. J. Senter, "Automated Readability Index", AMRL-TR-66-220 (1967).
    """
    return 4.71 * (letters.characters / counts.words) + 0.5 * (counts.words / counts.sentences) - 21.43


def coleman_liau_index(counts: Counts, letters: Letters) -> float:
    """The school grade that a text asks for, by its letters and sentences in a hundred words.

    Meri Coleman and T. L. Liau, "A Computer Readability Formula Designed for Machine Scoring", Journal of Applied
    Psychology 60 (1975). As in textstat, with 0.058 where they have 0.0588.
    """
    of_letters, of_sentences = letters.letters / counts.words * 100, counts.sentences / counts.words * 100
    return 0.058 * of_letters - 0.296 * of_sentences - 15.8


def linsear_write_formula(sentences: Sequence[Sentence]) -> float:
    """The school grade that the first hundred words ask for, where a word of three syllables weighs three.

    John O'Hayre, "Gobbledygook Has Gotta Go" (1966), which names it; no study of it is known.
    """
    left, weight, read = 100, 0, 0
    for sentence in sentences:
        lengths = [syllables(word.text) for word in sentence.words][:left]
        left -= len(lengths)
        weight += sum(3 if length >= 3 else int(length > 0) for length in lengths)
        read += 1
        if not left:
            break
    score = weight / read
    return (score - 2 if score <= 20 else score) / 2


def lix(counts: Counts, letters: Letters) -> float:
    """How hard a text is by its long words and sentences: 30 is easy, 60 very hard.

    C. H. Björnsson, "Läsbarhet" (1968).
    """
    return counts.words / counts.sentences + 100 * letters.long_words / counts.words


def rix(counts: Counts, letters: Letters) -> float:
    """The long words in a sentence.

    Jonathan Anderson, "Lix and Rix: Variations on a Little-Known Readability Index", Journal of Reading 26 (1983).
    """
    return letters.long_words / counts.sentences


def mcalpine_eflaw(counts: Counts, letters: Letters) -> float:
    """How hard a text is for who learnt English as a foreign language: up to 20 is very easy, above 29 confusing.

    Rachel McAlpine, "Global English for Global Business" (1997).
    """
    return (counts.words + letters.short_words) / counts.sentences


def spache_readability(counts: Counts) -> float:
    """The grade, up to the fourth, that a text asks for by its difficult words.

    George Spache, "A New Readability Formula for Primary-Grade Reading Materials", The Elementary School Journal 53
    (1953). As in textstat, with the words of two syllables or more that are not on the Dale-Chall list.
    """
    return (
        0.141 * (counts.words / counts.sentences) + 0.086 * (100 * counts.hard_words / counts.words) + 0.839
    )


def dale_chall_readability_score_v2(counts: Counts) -> float:
    """The formula of `formulas.dale_chall` as textstat has it a second time.

    There with the words of two syllables or more alone, and with what is added for a hard text added to each
    whose score is above 0.05.
    """
    share = 100 * counts.hard_words / counts.words
    score = 0.1579 * share + 0.0496 * (counts.words / counts.sentences)
    return score + 3.6365 if score > 0.05 else score


def text_standard(counts: Counts, *, ari: float, coleman_liau: float, linsear: float) -> float:
    """The grade that most indices agree on, as textstat asks them: each votes for its grade rounded three ways.

    Of those with as many votes, it is the one that was voted for first.
    """
    kincaid, *others = (
        formulas.flesch_kincaid_grade(counts),
        formulas.smog_index(counts),
        coleman_liau,
        ari,
        formulas.dale_chall(counts),
        linsear,
        formulas.gunning_fog(counts),
    )
    votes = [*_rounded(kincaid), *_grades_of_ease(formulas.flesch_reading_ease(counts))]
    for score in others:
        votes += _rounded(score)
    return float(Counter(votes).most_common(1)[0][0])


def _rounded(score: float) -> tuple[int, int, int]:
    return math.floor(score), math.ceil(score), round(score)


def _grades_of_ease(ease: float) -> tuple[int, ...]:
    grades = {9: (5,), 8: (6,), 7: (7,), 6: (8, 9), 5: (10,), 4: (11,), 3: (12,)}
    return grades.get(math.floor(ease / 10), (13,))

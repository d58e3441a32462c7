"""The readability formulas, each from the counts alone.

The same numbers as textstat's functions of the same names give for the same counts; 0 where there is nothing
to divide by, as there.
"""

from __future__ import annotations

from reviewcli.reading.readability.counts import Counts

WORDS_PER_MINUTE = 238


def flesch_reading_ease(counts: Counts) -> float:
    """How easily a text reads: about 60 is plain English, below 30 is hard, above 90 very easy.

    Rudolf Flesch, "A New Readability Yardstick", Journal of Applied Psychology 32 (1948).
    """
    if not (counts.words and counts.sentences and counts.syllables):
        return 0.0
    return 206.835 - 1.015 * _words_per_sentence(counts) - 84.6 * _syllables_per_word(counts)


def flesch_kincaid_grade(counts: Counts) -> float:
    """The American school grade that a text asks for.

    J. P. Kincaid and others, "Derivation of New Readability Formulas for Navy Enlisted Personnel" (1975).
    """
    if not (counts.words and counts.sentences and counts.syllables):
        return 0.0
    return 0.39 * _words_per_sentence(counts) + 11.8 * _syllables_per_word(counts) - 15.59


def gunning_fog(counts: Counts) -> float:
    """The years of schooling that a text asks for, by long sentences and hard long words.

    Robert Gunning, "The Technique of Clear Writing" (1952). As in textstat, a word on the Dale-Chall list of
    easy words is not hard, and names are not left out.
    """
    if not counts.words:
        return 0.0
    return 0.4 * (_words_per_sentence(counts) + 100 * counts.complex_words / counts.words)


def smog_index(counts: Counts) -> float:
    """The years of schooling that a text asks for, by the words of three syllables or more in a sentence.

    G. Harry McLaughlin, "SMOG Grading: A New Readability Formula", Journal of Reading 12 (1969).
    """
    if not counts.sentences:
        return 0.0
    root: float = (30 * (counts.polysyllables / counts.sentences)) ** 0.5
    return 1.043 * root + 3.1291


def dale_chall(counts: Counts) -> float:
    """How hard a text is by the share of words off the list of easy ones: under 5 is easy, 9 is for students.

    Edgar Dale and Jeanne Chall, "A Formula for Predicting Readability", Educational Research Bulletin 27
    (1948), with the list of 1995. As in textstat, inflections that are not on the list count as difficult.
    """
    if not counts.words:
        return 0.0
    share = 100 * counts.difficult_words / counts.words
    score = 0.1579 * share + 0.0496 * _words_per_sentence(counts)
    return score + 3.6365 if share > 5 else score


def reading_minutes(counts: Counts) -> float:
    """The minutes that an adult takes to read a text silently.

    238 words a minute: Marc Brysbaert, "How many words do we read per minute?", Journal of Memory and
    Language 109 (2019), for non-fiction in English.
    """
    return counts.words / WORDS_PER_MINUTE


def _words_per_sentence(counts: Counts) -> float:
    return counts.words / counts.sentences if counts.sentences else 0.0


def _syllables_per_word(counts: Counts) -> float:
    return counts.syllables / counts.words if counts.words else 0.0

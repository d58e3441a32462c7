"""What shape a critic's point has, so that it can be joined with others into a paragraph.

A small grammar of first words and word lists, not a parser. It is made to doubt: a point that it does not
know is a fragment, and a fragment is drafted as it was written.
"""

from __future__ import annotations

import enum
import functools

from reviewcli.drafting.verbs import (
    Token,
    auxiliaries,
    base_of,
    first_clause,
    has_verb_first,
    is_finite,
    is_lone_verb,
    plain_objects,
    without_adverbs,
)
from reviewcli.drafting.words import words


class Shape(enum.Enum):
    """How a point stands by itself."""

    SENTENCE = "sentence"  # has its own subject: “the accent is gone by the second half”
    PREDICATE = "predicate"  # wants one: “holds on faces after the line is over”
    CONTINUATION = "continuation"  # carries on from the point before: “but the stillness is frightening”
    FRAGMENT = "fragment"  # anything else: “too much mime”


@functools.lru_cache(maxsize=1024)  # a point is asked for several times while its paragraph is written
def shape_of(text: str, *, plural: bool = False, of_person: bool = False) -> Shape:
    """The shape of a point.

    Args:
        text: the point.
        plural: the subject it would get is more than one (“Bowie and Sakamoto”).
        of_person: the subject is a performer, or several, of whom a lone “smiles” is a verb.
    """
    tokens = first_clause(text)
    if not tokens:
        return Shape.FRAGMENT
    if _is_continuation(tokens):
        return Shape.CONTINUATION
    if _is_question(tokens, text):
        return Shape.SENTENCE
    if has_verb_first(tokens, plural=plural) or (of_person and is_lone_verb(tokens, plural=plural)):
        return Shape.PREDICATE
    return Shape.SENTENCE if _is_command(tokens) or _has_subject_and_verb(tokens) else Shape.FRAGMENT


def is_present(text: str) -> bool:
    """Whether a predicate opens with a verb of doing in the present: “plays”, not “is” and not “stole”."""
    rest = without_adverbs(first_clause(text))
    return bool(rest) and rest[0].lower_ not in auxiliaries() and base_of(rest[0].lower_) is not None


def _is_continuation(tokens: list[Token]) -> bool:
    """Whether the words carry on from a sentence before them: “but …”, “because …”."""
    first = tokens[0]
    following = tokens[1].lower_ if len(tokens) > 1 else ""
    if first != first.lower() or not following:
        return False
    if first == "so":  # not “so flat it hurts”, “so much mime”
        return following in words("subjects", "determiners") - {"much", "many", "few", "such"}
    if first == "yet":  # not “yet another cameo”
        return following not in ("another", "to", "more", ",")
    if first in ("and", "but", "or", "nor", "which"):
        return True
    if first in ("except", "especially", "particularly"):
        return True
    if first in words("joining with a comma", "joining"):
        return "," not in tokens  # “while Hara laughs, Yonoi watches” is whole
    return False


def _is_question(tokens: list[Token], text: str) -> bool:
    """Whether this asks, so that a verb may come first: “is it a comedy?”, “why the mime?”."""
    if not text.rstrip("\"'”’)*_ ").endswith("?"):
        return "?" in text and _is_inverted(tokens)
    return tokens[0].lower_ in auxiliaries() | words("questions")


def _is_inverted(tokens: list[Token]) -> bool:
    """Whether a pronoun follows its verb: “is it a comedy? yes”, where the question is not the last thing said."""
    pronouns = {"i", "we", "you", "he", "she", "it", "they", "there"}
    return len(tokens) > 1 and tokens[0].lower_ in auxiliaries() and tokens[1].lower_ in pronouns


def _has_subject_and_verb(tokens: list[Token]) -> bool:
    """Whether the words hold a main clause: a finite verb after a subject, not one inside “that …”."""
    lowered = [token.lower_ for token in tokens]
    waiting = 0  # clauses opened by “that”, “what”, “he” after a noun, whose verb has not come yet
    inside = False  # whether such a clause has had its verb: “who came for Bowie and can stand to leave”
    for index, word in enumerate(lowered):
        if word == "," and lowered[index + 1 : index + 2] in _JOINED:
            return False  # “one tune, and it arrives …”: what came first had no verb
        if _opens_clause(lowered, index):
            waiting += 1
        elif _is_finite(tokens, index) or (waiting and base_of(word)):
            if waiting:
                inside, waiting = True, waiting - 1
            elif not inside or lowered[index - 1] not in ("and", "or", "but"):
                return True
    return False


_JOINED = (["and"], ["but"], ["so"], ["yet"])


def _is_finite(tokens: list[Token], index: int) -> bool:
    return _contracted(tokens[index].lower_) or (index > 0 and is_finite(tokens, index))


def _is_command(tokens: list[Token]) -> bool:
    """Whether this is said to the reader: “watch his hands”, “don't expect a plot”."""
    first = tokens[0].lower_
    if first in ("don't", "let's"):
        return True
    return (
        first in words("verbs")
        and first not in words("also adjectives")
        and len(tokens) > 1
        and tokens[1].lower_ in plain_objects()
    )


def _opens_clause(lowered: list[str], index: int) -> bool:
    """Whether the word opens a clause of its own: “that”, “who”, “he” in “the first thing he does”."""
    word = lowered[index]
    before = lowered[index - 1] if index else ""
    following = lowered[index + 1] if index + 1 < len(lowered) else ""
    if word in ("since", "after", "before"):  # with or without a verb to come: then it is left in doubt
        return index > 0
    if word in ("as", "once"):  # “once a program can want”; not “once more”
        return following in words("singular determiners") or following in words("subjects")
    if word == "that" and (not following or before in words("prepositions") | {"", ","}):
        return False  # “that voice”, “after that”
    if word in words("subordinators"):
        return True
    if index == 0 or word not in words("subjects that cut in"):
        return False
    if before in words("prepositions", "subordinators") | {",", "and", "but", "or", "so", "then"}:
        return False
    return lowered[0] not in words("prepositions", "adverbs")


def _contracted(word: str) -> bool:
    """Whether a subject has its verb in it: “it's”, “they're”, “nobody's” — but not “Hara's”."""
    stem, mark, end = word.rpartition("'")
    if not mark:
        return False
    if end == "s":
        return stem in words("subject pronouns") | {"there", "here", "that", "nobody", "everybody", "what"}
    return end in ("re", "ve", "ll", "d", "m") and stem in words("subjects")

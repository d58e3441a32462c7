"""What shape a critic's point has, so that it can be joined with others into a paragraph.

A small grammar of first words and word lists, not a parser. It is made to doubt: a point that it does not know
is a fragment, and a fragment is drafted as it was written.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterator

from reviewcli.draft.words import words


class Shape(enum.Enum):
    """How a point stands by itself."""

    SENTENCE = "sentence"  # has its own subject: “the accent slips in the second half”
    PREDICATE = "predicate"  # wants one: “holds on faces after the line is over”
    CONTINUATION = "continuation"  # carries on from the point before: “but the stillness is frightening”
    FRAGMENT = "fragment"  # anything else: “too much mime”


class Token(str):
    """A word as it was written, or a mark that parts clauses; `lower` is the word for looking up."""

    __slots__ = ()

    @property
    def lower_(self) -> str:
        """In lower case, its apostrophe straight."""
        return self.lower().replace("’", "'")


def shape_of(text: str, *, plural: bool = False) -> Shape:
    """The shape of a point. `plural`: the subject it would get is more than one (“Bowie and Sakamoto”)."""
    tokens = first_clause(text)
    if not tokens:
        return Shape.FRAGMENT
    if is_continuation(tokens):
        return Shape.CONTINUATION
    if _is_question(tokens, text):
        return Shape.SENTENCE
    if has_verb_first(tokens, plural=plural):
        return Shape.PREDICATE
    return Shape.SENTENCE if has_subject_and_verb(tokens) else Shape.FRAGMENT


def first_clause(text: str) -> list[Token]:
    """The words up to the first stop, colon, semicolon or dash; commas are tokens, quoted matter is one token."""
    tokens: list[Token] = []
    for match in _tokens().finditer(text):
        mark = match[0]
        if match.lastgroup == "stop":
            break
        tokens.append(Token(_OPENING if match.lastgroup == "quoted" else mark))
    return tokens


def is_present(text: str) -> bool:
    """Whether a predicate opens with a verb of doing in the present: “plays”, not “is” and not “stole”."""
    tokens = list(_after_adverbs(first_clause(text)))
    return bool(tokens) and tokens[0].lower_ not in _auxiliaries() and base_of(tokens[0].lower_) is not None


def is_continuation(tokens: list[Token]) -> bool:
    """Whether the words carry on from a sentence before them: “but …”, “because …”."""
    first = tokens[0]
    following = tokens[1].lower_ if len(tokens) > 1 else ""
    if first != first.lower() or not following:
        return False
    if first == "so":
        return following in words("determiners") - _AMOUNTS or following in words("subjects")
    if first == "yet":
        return following not in ("another", "to", "more", ",")
    if first in ("and", "but", "or", "nor", "which"):
        return True
    if first in words("joining with a comma") | words("joining"):
        return "," not in tokens  # “while Hara laughs, Yonoi watches” is whole
    return False


def has_verb_first(tokens: list[Token], *, plural: bool = False) -> bool:
    """Whether the words open with a finite verb that lacks its subject: “never lets a battle into the frame”."""
    rest = list(_after_adverbs(tokens))
    if not rest:
        return False
    verb = rest[0].lower_
    following = rest[1] if len(rest) > 1 else None
    if verb in _auxiliaries():
        return _is_auxiliary(verb, following, plural=plural)
    if verb in words("clear past"):
        return following is None or following.lower_ not in ("of",)
    if verb in words("copular past"):
        return following is not None and following != ","
    if is_object(following) and (verb in words("unclear past") or _base_of_past(verb)):
        return True
    if plural:
        return verb in words("verbs") and _can_follow(verb, following)
    base = base_of(verb)
    if base:
        return _can_follow(base, following)
    unknown = (
        verb.endswith("s") and not verb.endswith(("ss", "us", "is", "'s")) and verb not in words("words in s")
    )
    is_bare = len(rest) == len(tokens) and verb.isalpha() and rest[0] == verb
    return unknown and is_bare and following is not None and following.lower_ in _plain_objects()


def has_subject_and_verb(tokens: list[Token]) -> bool:
    """Whether the words hold a main clause: a finite verb after a subject, not one inside “that …” or “who …”."""
    lowered = [token.lower_ for token in tokens]
    if _is_command(tokens):
        return True
    inside = False  # whether such a clause has had its verb: “who came for Bowie and can stand to leave”
    waiting = 0  # clauses opened by “that”, “what”, “he” after a noun, whose verb has not come yet
    for index, word in enumerate(lowered):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        before = lowered[index - 1] if index else ""
        if word == "," and following is not None and following.lower_ in ("and", "but", "so", "yet"):
            return False  # “one tune, and it arrives …”: what came first had no verb
        if _contracted(word) or (waiting and base_of(word)):
            finite = True
        elif word in words("subordinators") and not _points_at(word, before, following):
            waiting += 1
            continue
        elif _cuts_in(lowered, index):
            waiting += 1
            continue
        else:
            finite = index > 0 and _is_finite(tokens, index)
        if finite and waiting:
            waiting -= 1
            inside = True
        elif finite and not (inside and before in ("and", "or", "but")):
            return True
    return False


def is_object(token: Token | None) -> bool:
    """Whether a word opens an object: “the”, “his”, “nothing”, a name, a figure, something quoted."""
    if token is None or token == ",":
        return False
    return token == _OPENING or token[0].isupper() or token[0].isdigit() or token.lower_ in _plain_objects()


@functools.cache
def base_of(verb: str) -> str | None:
    """The verb of a form in -s, if we know it: `carries` → `carry`; None otherwise."""
    if not verb.endswith("s") or verb.endswith("ss"):
        return None
    forms = [verb[:-1]]
    if verb.endswith("es"):
        forms.append(verb[:-2])
    if verb.endswith("ies"):
        forms.append(verb[:-3] + "y")
    return next((form for form in forms if form in words("verbs")), None)


def _base_of_past(verb: str) -> str | None:
    if not verb.endswith("ed"):
        return None
    forms = [verb[:-1], verb[:-2], verb[:-3] + "y" if verb.endswith("ied") else "", verb[:-3]]
    return next((form for form in forms if form in words("verbs")), None)


def _after_adverbs(tokens: list[Token]) -> Iterator[Token]:
    skipping = True
    for token in tokens:
        word = token.lower_
        if skipping and (
            word in words("adverbs") or (word.endswith("ly") and word not in words("not adverbs"))
        ):
            continue
        skipping = False
        yield token


def _is_auxiliary(verb: str, following: Token | None, *, plural: bool) -> bool:
    if verb in words("plural auxiliaries"):
        return plural
    if verb in words("singular auxiliaries") and plural:
        return False
    if following is None:
        return True
    if verb in ("will", "may", "might", "can", "must"):  # “will to live”, “can of worms”
        return following.lower_ not in ("to", "of", ",") and base_of(following.lower_) is None
    return following.lower_ != "of"


def _can_follow(base: str, following: Token | None) -> bool:
    """Whether this word after a verb leaves it one, rather than the plural of a noun: “turns on a dime”."""
    is_noun = base in words("nouns too")
    if following is None or following.lower_ in (",", "that"):
        return not is_noun
    if is_object(following):
        return True
    word = following.lower_
    if word in ("who", "whose", "what", "how", "why", "where", "when", "whether", "which"):
        return base in words("saying") and not (is_noun and word in ("who", "which"))
    if word == "of":
        return base in words("with of") and not is_noun
    if word in words("plural auxiliaries") or word in words("singular auxiliaries"):
        return False
    if word.endswith("ly") and word not in words("not adverbs"):
        return True
    return not is_noun


def _is_question(tokens: list[Token], text: str) -> bool:
    """Whether this asks, so that a verb may come first: “is it a comedy?”, “why the mime?”."""
    if not text.rstrip("\"'”’)*_ ").endswith("?"):
        return False
    return tokens[0].lower_ in _auxiliaries() | words("questions")


def _is_command(tokens: list[Token]) -> bool:
    """Whether this is said to the reader: “watch his hands”, “don't expect a plot”."""
    first = tokens[0].lower_
    following = tokens[1] if len(tokens) > 1 else None
    if first in ("don't", "do", "let's"):
        return True
    return first in words("verbs") and following is not None and following.lower_ in _plain_objects()


def _points_at(word: str, before: str, following: Token | None) -> bool:
    """Whether “that” stands for a thing (“that voice”) and opens no clause."""
    if word != "that":
        return False
    return before in ("", ",") or before in words("prepositions") or following is None


def _cuts_in(lowered: list[str], index: int) -> bool:
    """Whether a pronoun opens a clause inside a noun's: “the first thing he does”."""
    if index == 0 or lowered[index] not in words("subjects that cut in"):
        return False
    before = lowered[index - 1]
    if before in words("prepositions") | words("subordinators") | {",", "and", "but", "or", "so", "then"}:
        return False
    return lowered[0] not in words("prepositions") and lowered[0] not in words("adverbs")


def _contracted(word: str) -> bool:
    """Whether a subject has its verb in it: “it's”, “they're”, “nobody's” — but not “Hara's”."""
    stem, mark, end = word.rpartition("'")
    if not mark:
        return False
    if end == "s":
        return stem in words("subject pronouns") or stem in (
            "there",
            "here",
            "that",
            "nobody",
            "everybody",
            "what",
        )
    return end in ("re", "ve", "ll", "d", "m") and stem in words("subjects")


def _is_finite(tokens: list[Token], index: int) -> bool:
    """Whether the word at `index`, with something before it, is a verb that can carry a sentence."""
    word = tokens[index].lower_
    before = tokens[index - 1].lower_
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if before in words("determiners") - {"all", "some", "much", "that", "this"} or before == "to":
        return False
    if word in words("singular auxiliaries") | words("plural auxiliaries"):
        return before not in words("prepositions") or word not in ("do", "have")
    if word in ("had", "did", "cannot", "could", "would", "should") or word.endswith("n't"):
        return True
    if word in ("can", "will", "must", "may", "might"):
        return following is not None and following != "," and following.lower_ not in words("prepositions")
    if word in words("clear past") or (word in words("copular past") and before != ","):
        return following is None or following.lower_ != "of"
    if word in words("unclear past") or _base_of_past(word):
        return is_object(following) and before != ","
    base = base_of(word)
    if base is None or before == ",":
        return False
    if before in words("subjects"):
        return True
    if base in words("nouns too") or not _has_single_subject(tokens, index):
        return is_object(following)
    return _can_follow(base, following)


def _has_single_subject(tokens: list[Token], index: int) -> bool:
    """Whether what stands before the word looks like one thing or person: “the accent”, “Hara”, “nobody”."""
    while index > 1 and tokens[index - 1].lower_ in words("adverbs"):
        index -= 1
    before = tokens[index - 1]
    if before[0].isupper() or before.lower_ in words("subjects"):
        return True
    return any(token.lower_ in words("singular determiners") for token in tokens[:index]) and index >= 2


def _auxiliaries() -> frozenset[str]:
    return words("singular auxiliaries") | words("plural auxiliaries") | words("auxiliaries")


@functools.cache
def _plain_objects() -> frozenset[str]:
    return words("determiners") | words("objects")


_AMOUNTS = {"much", "many", "few", "such"}
_OPENING = '"'


@functools.cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"(?P<quoted>“[^”]*”|\"[^\"]*\"|‘[^’]{2,}’(?!\w)|\*+[^*\s][^*]*\*+|(?<!\w)_[^_]+_(?!\w)|\[[^\]]*\]\([^)]*\)|`[^`]*`)"
        r"|(?P<abbreviation>\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|[A-Z])\.)"
        r"|(?P<stop>[.!?…](?=[\s\"”’)*_]|$)|\.{2,}|[:;](?!\w)|[—–]|\s-{1,2}\s|\()"
        r"|(?P<word>[^\W_]+(?:['’\-./][^\W_]+)*)"
        r"|(?P<comma>,)"
    )

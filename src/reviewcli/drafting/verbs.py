"""Finite verbs, told by word lists and by the word that follows: “turns on a dime”, “turns of phrase”."""

from __future__ import annotations

import functools
import re
from typing import Self

from reviewcli.drafting.words import words


class Token(str):
    """A word as it was written, a comma, or `"` for quoted and marked-up matter.

    `lower_` is the word in lower case, its apostrophe straight.
    """

    __slots__ = ("lower_",)

    lower_: str

    def __new__(cls, text: str) -> Self:
        """A token of this text."""
        token = super().__new__(cls, text)
        token.lower_ = text.lower().replace("’", "'")
        return token


QUOTED = '"'


_TOKENS = (
    r"(?P<quoted>“[^“”]{0,999}”|\"[^\"]{0,999}\"|‘[^‘’]{2,999}’(?!\w)|\*{1,3}[^*\s][^*]{0,999}\*{1,3}"
    r"|(?<!\w)_[^_]{1,999}_(?!\w)|\[[^\[\]]{0,999}\]\([^()]{0,999}\)|`[^`]{0,999}`)"
    r"|(?P<abbreviation>\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|[A-Z])\.)"
    r"|(?P<stop>[.!?…](?=[\s\"”’)*_]|$)|\.{2,}|[:;](?!\w)|[—–]|\s-{1,2}\s|\()"
    r"|(?P<word>[^\W_]+(?:['’\-./][^\W_]+)*)"
    r"|(?P<comma>,)"
)


@functools.lru_cache(maxsize=1024)  # a point is looked at from several sides while its paragraph is written
def first_clause(text: str) -> list[Token]:
    """The words up to the first stop, colon, semicolon, dash or bracket; commas are tokens of their own."""
    tokens: list[Token] = []
    for match in re.finditer(_TOKENS, text):
        if match.lastgroup == "stop":
            break
        tokens.append(Token(QUOTED if match.lastgroup == "quoted" else match[0]))
    return tokens


def without_adverbs(tokens: list[Token]) -> list[Token]:
    """The words from the first that is no adverb: “never quite lets go” without “never”."""
    for index, token in enumerate(tokens):
        if not is_adverb(token.lower_):
            return tokens[index:]
    return []


def _behind(tokens: list[Token], index: int) -> tuple[Token | None, str]:
    """The token that follows, if one does, and its word in lower case."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following, following.lower_ if following else ""


def is_adverb(word: str) -> bool:
    """Whether a word may stand between a subject and its verb: “never”, “quietly”."""
    return word in words("adverbs") or (word.endswith("ly") and word not in words("not adverbs"))


def _is_manner(word: str) -> bool:
    return word in words("manner") or is_adverb(word)


def is_object(token: Token | None) -> bool:
    """Whether a word opens an object: “the”, “his”, “nothing”, a name, a figure, something quoted."""
    if token is None or token == ",":
        return False
    return token == QUOTED or token[0].isupper() or token[0].isdigit() or token.lower_ in plain_objects()


def has_verb_first(tokens: list[Token], *, plural: bool = False) -> bool:
    """Whether the words open with a finite verb that lacks its subject: “never lets a battle into the frame”.

    `plural`: the subject it would get is more than one, so that its verb has no -s.
    """
    rest = without_adverbs(tokens)
    if not rest:
        return False
    verb = rest[0].lower_
    following, next_word = _behind(rest, 0)
    if verb in auxiliaries():
        return _can_open(verb, following, plural=plural)
    if verb in words("clear past"):
        return next_word != "of"
    if verb in words("copular past"):
        return next_word not in ("", ",")
    if verb in words("intransitive past"):
        return not next_word or _is_manner(next_word) or next_word in words("prepositions")
    if is_object(following) and is_unclear_past(verb):
        return True
    return _opens_in_present(tokens, rest, plural=plural)


def _opens_in_present(tokens: list[Token], rest: list[Token], *, plural: bool) -> bool:
    verb = rest[0].lower_
    following, next_word = _behind(rest, 0)
    if plural and (verb in words("prepositions") or verb not in words("verbs")):
        return False  # “like siblings”
    base = base_of(verb)
    if not plural and base is None:
        is_new = len(rest) == len(tokens) and _looks_like_verb(rest[0])
        return is_new and next_word in plain_objects() - _ALSO_AFTER_NOUNS
    follows = can_follow(base, following) if base and not plural else next_word not in _AFTER_NOUNS | {""}
    return follows or tokens[0].lower_ in _BEFORE_VERBS


def verb_of(text: str) -> str:
    """The word that a predicate opens with, adverbs passed over, in lower case."""
    rest = without_adverbs(first_clause(text))
    return rest[0].lower_ if rest else ""


def is_lone_verb(tokens: list[Token], *, plural: bool = False) -> bool:
    """Whether what is said of a performer is what she does: “brays”, “sneers and struts”, “whistles, and …”."""
    rest = without_adverbs(tokens)
    if plural:
        return len(rest) == 1 and rest[0].lower_ in words("verbs of performers")
    if rest[1:2] == [","] and base_of(rest[0].lower_) in words("verbs of performers"):
        return True
    doings = [base_of(token.lower_) for token in rest if token.lower_ not in (",", "and")]
    if not doings or None in doings or rest[-1].lower_ in (",", "and") or len(rest) > 2 * len(doings):
        return False
    return doings[0] not in words("nouns too") or doings[0] in words("verbs of performers")


def is_finite(tokens: list[Token], index: int) -> bool:
    """Whether the word at `index`, with something before it, is a verb that can carry a sentence."""
    word = tokens[index].lower_
    before = tokens[index - 1].lower_
    _, next_word = _behind(tokens, index)
    if before in words("determiners") - _ALSO_PRONOUNS | _MODALS | {"to"}:
        return False
    if word in words("singular auxiliaries", "plural auxiliaries"):
        return before not in words("prepositions") or word not in ("do", "have")
    if word in ("had", "did", "cannot", "could", "would", "should") or word.endswith("n't"):
        return True
    if word in words("auxiliaries"):
        return next_word not in words("prepositions") | {"", ","}
    return before != "," and _is_full_verb(tokens, index)


def _is_full_verb(tokens: list[Token], index: int) -> bool:
    """Whether a word that is no auxiliary is a verb that can carry a sentence."""
    word, before = tokens[index].lower_, tokens[index - 1].lower_
    following, next_word = _behind(tokens, index)
    if word in words("clear past", "copular past"):
        return next_word != "of"
    if is_unclear_past(word):
        return is_object(following) and not _has_auxiliary(tokens, index)
    base = base_of(word)
    if base is None or before in words("subjects"):
        return base is not None
    if base not in words("nouns too") and _has_single_subject(tokens, index):
        return can_follow(base, following)
    return is_object(following) or (next_word in _CONDITIONS and _has_single_subject(tokens, index))


def can_follow(base: str, following: Token | None) -> bool:
    """Whether this word after a verb in -s leaves it one, and does not make it the plural of a noun."""
    is_noun = base in words("nouns too")
    if following is None or following.lower_ in (",", "that"):
        return not is_noun
    if is_object(following):
        return True
    word = following.lower_
    if word in _CONDITIONS | _PARTICLES | words("manner") or (base in _SENSES and word in ("as", "like")):
        return True
    if word in words("questions"):
        return base in words("saying") and not (is_noun and word in ("who", "which"))
    if word == "of":
        return base in words("with of") and (base in _SENSES or not is_noun)
    if word in words("plural auxiliaries", "singular auxiliaries"):
        return False
    return is_adverb(word) or not is_noun


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


def is_unclear_past(verb: str) -> bool:
    """Whether a form is past tense or participle: “held the frame”, “held for ransom”."""
    if verb in words("unclear past"):
        return True
    forms = {verb[:-1], verb[:-2], verb[:-3], verb[:-3] + "y"} if verb.endswith("ed") else set()
    return bool(forms & words("verbs"))


@functools.cache
def auxiliaries() -> frozenset[str]:
    """“is”, “has”, “cannot” and their like."""
    return words("singular auxiliaries", "plural auxiliaries", "auxiliaries")


@functools.cache
def plain_objects() -> frozenset[str]:
    """Small words that open an object."""
    return words("determiners", "objects")


def _can_open(verb: str, following: Token | None, *, plural: bool) -> bool:
    """Whether an auxiliary opens a predicate for this subject: “is wasted”, not “will to live”."""
    if verb in words("plural auxiliaries"):
        return plural
    if verb in words("singular auxiliaries") and plural:
        return False
    if following is None:
        return True
    if verb in _WISHES and following.lower_ in words("verbs of readers"):
        return False  # it is the writer who “would buy it again”
    if verb in ("will", "may", "might", "can", "must"):
        return following.lower_ not in ("to", "of", ",") and base_of(following.lower_) is None
    return following.lower_ != "of"


def _looks_like_verb(token: Token) -> bool:
    """Whether a word that we do not know may be a verb in -s; an object after it then says that it is."""
    word = token.lower_
    odd = word.endswith(("ss", "us", "is", "'s")) or word in words("words in s")
    return word == token and word.isalpha() and word.endswith("s") and not odd


def _has_auxiliary(tokens: list[Token], index: int) -> bool:
    """Whether “has” or “was” before the word makes it a participle: “has never told”."""
    while index > 1 and is_adverb(tokens[index - 1].lower_):
        index -= 1
    return tokens[index - 1].lower_ in auxiliaries() | {"be", "been", "being", "having", "not"}


def _has_single_subject(tokens: list[Token], index: int) -> bool:
    """Whether what stands before the word looks like one thing or person: “the accent”, “Hara”, “nobody”."""
    while index > 1 and is_adverb(tokens[index - 1].lower_):
        index -= 1
    before = tokens[index - 1]
    if before[0].isupper() or before.lower_ in words("subjects"):
        return True
    return index >= 2 and any(token.lower_ in words("singular determiners") for token in tokens[:index])


_CONDITIONS = {"when", "whenever", "because", "if", "until", "while"}  # “drops whenever he remembers”
_SENSES = {"sound", "taste", "smell"}  # “sounds as if”, “tastes like smoke”
_PARTICLES = {"away", "back", "down", "off", "out", "up"}  # “cuts away”
_AFTER_NOUNS = {",", "and", "or", "of", "in", "with", "from", "between", "that", "which", "is", "are"}
_ALSO_AFTER_NOUNS = {"that", "what", "all", "enough", "much", "such"}  # “things that wear out”
_BEFORE_VERBS = {"never", "barely", "hardly", "scarcely", "rarely", "seldom"}  # never before a noun
_WISHES = {"would", "wouldn't", "could", "couldn't", "can't", "cannot"}
_MODALS = {"will", "would", "can", "could", "should", "may", "might", "must", "cannot", "can't", "won't"}
_ALSO_PRONOUNS = {"all", "some", "much", "that", "this", "his"}

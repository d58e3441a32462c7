"""Verbs that do not go with a pronoun: he have, they is, it seem."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.clauses import has_verb
from reviewcli.reading.tagging.noun_phrases import MANY, ONE
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.verbs import Verb, helping_verb, plain_verb, takes_object, verb_with_s
from reviewcli.reading.tagging.words import words
from reviewcli.rules.grammar._wishes import is_subjunctive

Tokens = Sequence[Token]

PRONOUNS = {"he": ONE, "she": ONE, "it": ONE, "they": MANY, "we": MANY, "you": MANY, "i": MANY}
_AFTER_CLAUSE = frozenset(
    "because if when while where although though but and so unless whether how why what that whereas".split()
)


def wrong_after_pronoun(tokens: Tokens, at: int) -> Verb | None:
    """The verb of the pronoun at a place, where it does not go with it."""
    token = tokens[at]
    if not _is_subject(tokens, at):
        return None
    behind = at + 1
    while behind < len(tokens) and tokens[behind].gap == " " and tokens[behind].is_adverb:
        behind += 1
    if behind >= len(tokens) or tokens[behind].gap != " " or tokens[behind].is_capitalised:
        return None
    if PRONOUNS[token.lower] == ONE:
        return _many_after_pronoun(tokens, at, behind)
    return _one_after_pronoun(tokens, at, behind)


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether the pronoun is no object, no part of “he and she”, and comes after no auxiliary."""
    token = tokens[at]
    if at == 0:
        return token.lower != "i" or token.text == "I"
    before = tokens[at - 1]
    if token.gap not in (" ", ",", ";", ":", "—", "–", "--"):
        return False
    if token.gap == " " and (
        before.lower in words("helpers") or before.lower in _BE or before.lower in ("or", "nor")
    ):
        return False
    if before.lower == "and" and not (
        token.lower in ("they", "we", "you") or (before.gap == "," and has_verb(tokens[: at - 1]))
    ):
        return False
    if token.gap == "," and before.lower in PRONOUNS:
        return False
    if token.lower in ("it", "you"):
        if token.gap == " " and (before.lower in ("as", "than", "which") or _is_plain_noun(before)):
            return token.lower == "it"
        return token.gap != " " or (
            before.lower in _AFTER_CLAUSE and (before.lower != "that" or token.lower == "it")
        )
    if token.lower == "i":
        return (
            token.text == "I"
            and not before.is_capitalised
            and before.lower not in ("the", "an", "and", "part", "type", "war")
        )
    return True


_BE = frozenset("is are was were has isn't aren't wasn't weren't hasn't".split())


def _is_plain_noun(token: Token) -> bool:
    return token.kinds[:1] in ("s", "p") and "b" not in token.kinds and "z" not in token.kinds


def _many_after_pronoun(tokens: Tokens, at: int, behind: int) -> Verb | None:
    token = tokens[behind]
    verb = helping_verb(token) or plain_verb(token)
    if verb is None or verb.number == ONE or is_subjunctive(tokens, verb, at, behind):
        return None
    if (
        at
        and tokens[at - 1].lower in ("as", "than", "like")
        and not (helping_verb(token) and "were" not in token.lower)
    ):
        return None
    if helping_verb(token):
        return verb
    if token.lower in ("need", "dare") and not takes_object(tokens, behind):
        return None  # she need only ask
    if token.kinds[0] == "j" or (tokens[at].lower == "it" and token.kinds[0] != "b"):
        return verb if takes_object(tokens, behind) or _opens_clause(tokens, at) else None
    return verb


def _opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether “it” is a subject for certain, so that a verb is due: “and it show”, “when it click”."""
    if at == 0:
        return True
    before = tokens[at - 1].lower
    if before in ("and", "but") and tokens[at - 1].gap == ",":
        return True
    return tokens[at].gap == " " and before in ("because", "when", "while", "although", "where", "whenever")


def _one_after_pronoun(tokens: Tokens, at: int, behind: int) -> Verb | None:
    pronoun, token = tokens[at].lower, tokens[behind]
    verb = helping_verb(token)
    if pronoun == "i" and token.lower in ("is", "isn't"):
        return Verb(token, ONE, "am" if token.lower == "is" else "am not")
    if pronoun == "i" and token.lower in ("was", "wasn't"):
        return None
    if pronoun == "i" and token.lower in ("are", "aren't"):
        return Verb(token, MANY, "am") if token.lower == "are" else None
    if verb is not None:
        return verb if verb.number == ONE else None
    if pronoun == "you":
        return None
    verb = verb_with_s(token)
    return verb if verb and "x" not in token.kinds and "r" not in token.kinds else None

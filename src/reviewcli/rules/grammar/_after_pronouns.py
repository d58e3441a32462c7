"""Verbs that do not go with a pronoun: he have, they is, it seem."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.clauses import has_verb
from reviewcli.reading.tagging.noun_phrases import MANY, ONE
from reviewcli.reading.tagging.tokens import Token, is_adverb, place_past
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
    behind = place_past(tokens, at + 1, is_adverb) if _is_subject(tokens, at) else None
    if behind is None or tokens[behind].is_capitalised:
        return None
    wrong = _many_after_pronoun if PRONOUNS[tokens[at].lower] == ONE else _one_after_pronoun
    return wrong(tokens, at, behind)


def _is_subject(tokens: Tokens, at: int) -> bool:
    """Whether the pronoun is no object, no part of “he and she”, and comes after no auxiliary."""
    token, before = tokens[at], tokens[at - 1]
    if at == 0 or token.text == "i":
        return token.text != "i"
    if token.gap not in (" ", ",", ";", ":", "—", "–", "--") or _belongs_in_front(
        token, before, tokens[: at - 1]
    ):
        return False
    if token.lower in ("it", "you"):
        return _is_no_object(token, before)
    if token.lower == "i":
        return not before.is_capitalised and before.lower not in _NAMED_I
    return True


_NAMED_I = frozenset("the an and part type war".split())  # part I, World War I


def _belongs_in_front(token: Token, before: Token, rest: Tokens) -> bool:
    """Whether the pronoun goes with the word before: has he, or he, he and she; not “, and he”, “and they”."""
    if token.gap == " " and (before.lower in words("helpers") or before.lower in _NO_SUBJECT_BEHIND):
        return True
    if before.lower == "and" and token.lower not in ("they", "we", "you"):
        return before.gap != "," or not has_verb(rest)
    return token.gap == "," and before.lower in PRONOUNS


def _is_no_object(token: Token, before: Token) -> bool:
    """Whether “it” or “you” is a subject by what stands in front of it."""
    if token.gap != " ":
        return True
    if before.lower in ("as", "than", "which", "that") or _is_plain_noun(before):
        return token.lower == "it"
    return before.lower in _AFTER_CLAUSE


_NO_SUBJECT_BEHIND = frozenset("is are was were has isn't aren't wasn't weren't hasn't or nor".split())


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
    if pronoun == "i" and token.lower in _BEHIND_I:
        wrong = _BEHIND_I[token.lower]
        return Verb(token, *wrong) if wrong else None
    if verb := helping_verb(token):
        return verb if verb.number == ONE else None
    if pronoun == "you" or "x" in token.kinds or "r" in token.kinds:
        return None
    return verb_with_s(token)


# Forms of “be” behind “I”: of which number they are and what is right; None where they are right themselves.
_BEHIND_I = {
    "is": (ONE, "am"), "isn't": (ONE, "am not"), "are": (MANY, "am"), "aren't": None, "was": None, "wasn't": None,
}  # fmt: skip

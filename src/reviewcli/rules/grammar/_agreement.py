"""Subjects and verbs that do not agree, found case by case: pronouns, nouns, names, “there is”, “who” and “that”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.reading.tagging.clauses import clause_starts
from reviewcli.reading.tagging.forms import third_person
from reviewcli.reading.tagging.noun_phrases import FINITE, MANY, ONE, noun_phrase
from reviewcli.reading.tagging.subjects import Subject, subject_at
from reviewcli.reading.tagging.tokens import Token, is_adverb, next_word, place_past
from reviewcli.reading.tagging.verbs import Verb, helping_verb, plain_verb, takes_object, verb_with_s
from reviewcli.reading.tagging.words import words
from reviewcli.rules.grammar._after_pronouns import PRONOUNS, wrong_after_pronoun
from reviewcli.rules.grammar._no_plural import lonely_verbs, names_that_are_one
from reviewcli.rules.grammar._there_is import wrong_there
from reviewcli.rules.grammar._wishes import is_subjunctive

Tokens = Sequence[Token]


class Mismatch(msgspec.Struct, frozen=True):
    """A verb that does not go with its subject; `subject` is empty where nothing in sight could be one."""

    verb: Verb
    subject: str


def mismatches(tokens: Tokens) -> Iterator[Mismatch]:
    """Every verb of a sentence that does not go with its subject."""
    if not any(_may_be_verb(token) for token in tokens):
        return
    yield from _beside_subjects(tokens)
    lonely = {it.token.start: it for it in (*lonely_verbs(tokens), *names_that_are_one(tokens))}
    yield from (Mismatch(it, "") for it in lonely.values())
    for at, token in enumerate(tokens):
        if token.lower in PRONOUNS and (verb := wrong_after_pronoun(tokens, at)):
            yield Mismatch(verb, token.text)
        if token.lower == "there" and (found := wrong_there(tokens, at)):
            yield Mismatch(*found)


def _beside_subjects(tokens: Tokens) -> Iterator[Mismatch]:
    """Those of which the subject is read from its first word on: the actors plays, the actors who plays."""
    may_relate = any(token.lower in _RELATIVE for token in tokens)
    for start in clause_starts(tokens):
        subject = subject_at(tokens, start)
        if subject and (verb := _wrong_verb(tokens, subject)):
            yield Mismatch(verb, subject.shown)
        if may_relate and (relative := _relative(tokens, start)):
            yield relative


_RELATIVE = frozenset(["who", "which", "that"])


def _may_be_verb(token: Token) -> bool:
    return "z" in token.kinds or "b" in token.kinds or helping_verb(token) is not None


def _wrong_verb(tokens: Tokens, subject: Subject) -> Verb | None:
    at = subject.verb_at
    if subject.number is None or at >= len(tokens) or tokens[at].gap != " ":
        return None
    if subject.number == MANY:
        verb = _one_verb(tokens, at)
        return verb if verb and not _goes_with_one(subject) and not _is_measured(tokens, subject) else None
    verb = _many_verb(tokens, at, subject)
    if (
        verb is None
        or subject.head.lower in words("collective")
        or is_subjunctive(tokens, verb, subject.start, at)
    ):
        return None
    if _is_bare_noun(subject) or _is_amount(tokens, subject):
        return None
    return verb


def _one_verb(tokens: Tokens, at: int) -> Verb | None:
    token = tokens[at]
    if verb := helping_verb(token):
        return verb if verb.number == ONE else None
    verb = verb_with_s(token)
    if verb is None or "x" in token.kinds:
        return None
    if token.kinds[0] == "z" and "p" not in token.kinds:
        return verb
    return verb if takes_object(tokens, at) else None


def _many_verb(tokens: Tokens, at: int, subject: Subject) -> Verb | None:
    token = tokens[at]
    if verb := helping_verb(token):
        return verb if verb.number == MANY else None
    if subject.head.kinds[:1] == "g":
        return None  # the script's biting look
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (following.lower in FINITE or following.kinds[:1] in ("z", "d")):
        return None  # the end reveal is, this revisit lacked
    if subject.is_swallowed or (token.lower in _COMMON and _is_certain(tokens, at, subject)):
        return Verb(token, MANY, third_person(token.lower))
    return plain_verb(token) if _is_no_noun(tokens, at, subject) else None


def _is_no_noun(tokens: Tokens, at: int, subject: Subject) -> bool:
    """Whether what may be a plain verb is one, and not the last noun of its subject."""
    token = tokens[at]
    if token.kinds[:1] != "b" or subject.has_phrase or token.is_capitalised:
        return False
    if "s" in token.kinds or "j" in token.kinds:
        return takes_object(tokens, at)
    following = next_word(tokens, at)
    return subject.is_name or (following is not None and following.kinds[:1] not in ("s", "p"))


_COMMON = frozenset("come become take make go get give seem look feel open keep".split())


def _is_certain(tokens: Tokens, at: int, subject: Subject) -> bool:
    """Whether a common verb stands behind a plain subject and goes on: “the title come from”."""
    if subject.has_phrase or not subject.has_determiner or tokens[subject.start].lower in ("a", "an"):
        return False
    following = next_word(tokens, at)
    if following is None or following.kinds[:1] in ("z", "p"):
        return False
    return following.lower not in FINITE and following.lower != "of"


def _goes_with_one(subject: Subject) -> bool:
    """Many that are one: ten minutes is, the United States is, politics is."""
    head = subject.head
    if subject.is_joined:
        return False
    if head.lower in words("singular in s") and not (head.lower in words("units") and not subject.is_counted):
        return True
    return (head.is_capitalised and subject.start + 1 < subject.verb_at) or (
        subject.is_counted and head.lower in words("units")
    )


def _is_measured(tokens: Tokens, subject: Subject) -> bool:
    """Whether so many are told to be enough, as one amount: “seventeen tracks is too many”."""
    behind = [token.lower for token in tokens[subject.verb_at + 1 : subject.verb_at + 5]]
    while behind and behind[0] in _MORE_OR_LESS:
        del behind[0]
    told = behind[:1] in (["enough"], ["plenty"]) or behind[:2] in _AMOUNTS
    return (
        subject.is_counted
        and told
        and tokens[subject.verb_at].lower in ("is", "was", "isn't", "isn’t", "seems")
    )


_MORE_OR_LESS = frozenset(
    "not just about far way simply quite already perhaps probably surely at least".split()
)
_AMOUNTS = (
    ["too", "many"],
    ["too", "few"],
    ["too", "much"],
    ["a", "lot"],
    ["more", "than"],
    ["the", "limit"],
)


def _is_bare_noun(subject: Subject) -> bool:
    """A noun with no determiner may be part of something else: “film are” after a list, a heading cut short."""
    return not subject.is_name and not subject.has_determiner


def _is_amount(tokens: Tokens, subject: Subject) -> bool:
    """“a wealth of details are”: the noun behind “a … of” may rule the verb."""
    first = tokens[subject.start].lower
    return subject.has_phrase and (first in ("a", "an", "no", "another", "any", "some") or subject.is_name)


def _relative(tokens: Tokens, start: int) -> Mismatch | None:
    """“the actors who plays”: a subject with nothing between it and “who”, “that” or “which”."""
    phrase = noun_phrase(tokens, start)
    if phrase is None or phrase.number is None or phrase.end + 1 >= len(tokens) or not phrase.has_determiner:
        return None
    link = tokens[phrase.end]
    if link.lower not in _RELATIVE or (link.gap != " " and not (link.gap == "," and link.lower == "who")):
        return None
    at = place_past(tokens, phrase.end + 1, is_adverb)
    if at is None:
        return None
    subject = Subject(start, at, phrase.number, phrase.head, phrase.head.text, False, True, phrase.is_counted)
    verb = _wrong_verb(tokens, subject)
    if verb is None or (phrase.number == MANY and link.lower == "that" and verb.token.lower in ("is", "was")):
        return None
    return Mismatch(verb, phrase.head.text)

"""Subjects and verbs that do not agree where they stand side by side: pronouns, plain nouns, “one of”, “there is”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.reading.tagging.clauses import clause_starts
from reviewcli.reading.tagging.noun_phrases import FINITE, MANY, ONE, NounPhrase, noun_phrase
from reviewcli.reading.tagging.subjects import Subject, subject_at
from reviewcli.reading.tagging.tokens import Token, next_word, word_before
from reviewcli.reading.tagging.verbs import Verb, helping_verb, plain_verb, takes_object, verb_with_s
from reviewcli.reading.tagging.words import words
from reviewcli.rules.grammar._after_pronouns import PRONOUNS, wrong_after_pronoun
from reviewcli.rules.grammar._wishes import is_subjunctive, words_before

Tokens = Sequence[Token]


class Mismatch(msgspec.Struct, frozen=True):
    """A verb that does not go with its subject."""

    verb: Verb
    subject: str


def mismatches(tokens: Tokens) -> Iterator[Mismatch]:
    """Every verb of a sentence that does not go with its subject."""
    if not any("z" in token.kinds or "b" in token.kinds or helping_verb(token) for token in tokens):
        return
    for start in clause_starts(tokens):
        if tokens[start].gap == ":":
            continue
        subject = subject_at(tokens, start)
        if subject and (verb := _wrong_verb(tokens, subject) or _wrong_behind_who(tokens, start)):
            yield Mismatch(verb, subject.shown)
    for at, token in enumerate(tokens):
        if token.lower in PRONOUNS and (verb := wrong_after_pronoun(tokens, at)):
            yield Mismatch(verb, token.text)
        if token.lower == "there" and (found := _wrong_there(tokens, at)):
            yield found


def _wrong_verb(tokens: Tokens, subject: Subject) -> Verb | None:
    """The verb beside a subject, where it is of the other number; None for all that may be either."""
    at = subject.verb_at
    if subject.number is None or subject.has_phrase or at >= len(tokens) or tokens[at].gap != " ":
        return None
    if subject.is_name or (not subject.has_determiner and not subject.is_counted and subject.number == ONE):
        return None  # a band's name may be many; a bare noun may be part of something else
    if _is_asked(tokens, at) or (subject.head.is_capitalised and subject.head is not tokens[subject.start]):
        return None
    if subject.number == MANY:
        return None if _may_be_one(subject, tokens[at]) else _one_verb(tokens, at)
    verb = _many_verb(tokens, at, subject)
    if verb is None or subject.head.lower in words("collective") or subject.head.kinds[:1] == "g":
        return None  # the following are
    return None if is_subjunctive(tokens, verb, subject.start, at) else verb


def _is_asked(tokens: Tokens, at: int) -> bool:
    """Whether the verb's subject follows it: which of the songs does the band play, such are we."""
    behind = next_word(tokens, at)
    if behind is None:
        return False
    is_do = tokens[at].lower.startswith("do")
    return behind.lower in PRONOUNS or (is_do and (behind.is_name or behind.lower in _OPENS_SUBJECT))


_OPENS_SUBJECT = frozenset(
    "the a an this these those my your his her its our their any every each no".split()
)


def _may_be_one(subject: Subject, verb: Token) -> bool:
    """Whether many may be told as one amount (seventeen tracks is too many), or the word is one (the news is)."""
    head = subject.head.lower
    if head in words("singular in s") and (subject.is_counted or head not in words("units")):
        return True
    return subject.is_counted and verb.lower in ("is", "was", "isn't", "wasn't", "seems")


def _one_verb(tokens: Tokens, at: int) -> Verb | None:
    token = tokens[at]
    if verb := helping_verb(token):
        return verb if verb.number == ONE else None
    verb = verb_with_s(token)
    if verb is None or "x" in token.kinds:
        return None
    is_verb = token.kinds[0] == "z" and "p" not in token.kinds
    return verb if is_verb or takes_object(tokens, at) else None


def _many_verb(tokens: Tokens, at: int, subject: Subject) -> Verb | None:
    token, following = tokens[at], next_word(tokens, at)
    if verb := helping_verb(token):
        return verb if verb.number == MANY else None
    if subject.head.lower in words("persons"):
        return None  # everybody stop
    if following is None or following.lower in FINITE or following.kinds[:1] in ("z", "d", "s", "p"):
        return None  # the end reveal is, this revisit lacked
    is_verb = token.kinds[:1] == "b" and not set("sj") & set(token.kinds) and not token.is_capitalised
    return plain_verb(token) if is_verb else None


def _wrong_behind_who(tokens: Tokens, start: int) -> Verb | None:
    """“a man who don’t”, “my brother, who hate musicals”: the verb right behind “who”, which is one."""
    phrase = noun_phrase(tokens, start)
    if phrase is None or phrase.number != ONE or not phrase.has_determiner or phrase.is_name:
        return None
    at = phrase.end + 1
    if at >= len(tokens) or tokens[at - 1].lower != "who" or tokens[at].gap != " ":
        return None
    if phrase.head.lower in words("collective") or tokens[at].lower in PRONOUNS:
        return None
    verb = helping_verb(tokens[at]) or plain_verb(tokens[at])
    return verb if verb and verb.number == MANY else None


def _wrong_there(tokens: Tokens, at: int) -> Mismatch | None:
    """“there is” before a number or “many”, “there are” before “a” and one thing."""
    verb = helping_verb(tokens[at + 1]) if next_word(tokens, at) else None
    before = word_before(tokens, at)
    if verb is None or next_word(tokens, at + 1) is None or (before and before.lower in _PLACES):
        return None
    if verb.token.lower not in ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"):
        return None
    phrase = noun_phrase(tokens, at + 2)
    if phrase is None or phrase.number in (None, verb.number) or phrase.head.is_capitalised:
        return None
    is_wrong = _is_counted(phrase) if verb.number == ONE else _is_lone(tokens, at, phrase)
    return Mismatch(verb, phrase.head.text) if is_wrong else None


def _is_counted(phrase: NounPhrase) -> bool:
    return phrase.is_counted and phrase.head.lower not in words("units") | words("singular in s")


def _is_lone(tokens: Tokens, at: int, phrase: NounPhrase) -> bool:
    """Whether “a” and one thing follow “there”, in no row of things and no wish."""
    head = phrase.head
    if (
        tokens[phrase.start].lower not in ("a", "an")
        or head.lower in words("collective")
        or "j" in head.kinds
    ):
        return False
    is_row = any("," in token.gap or token.lower in ("and", "or") for token in tokens[phrase.end :])
    return not is_row and not words_before(tokens, at) & words("subjunctive openers")


_PLACES = frozenset("of in on at by for from about near out over up down".split())

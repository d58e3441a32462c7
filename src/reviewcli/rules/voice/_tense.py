"""The tense of a clause, told by its subject and the verb behind it; None wherever that is not plain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.document import Document
from reviewcli.reading.tagging import Tokens, tagged
from reviewcli.reading.tagging.clauses import clause_starts
from reviewcli.reading.tagging.noun_phrases import MANY
from reviewcli.reading.tagging.subjects import Subject, subject_at
from reviewcli.reading.tagging.tokens import Token, is_adverb, place_past

PAST, PRESENT = "past", "present"
_PAST_HELPERS = frozenset(["was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"])
_PRESENT_HELPERS = frozenset(
    "is are am has have does do isn't aren't hasn't haven't doesn't don't can cannot can't will won't must may".split()
)
_UNCHANGED = frozenset(  # their past looks like their present
    "hit put set cut let read shut quit bet cost hurt split spread burst cast shed thrust rid wed beat".split()
)
_PRONOUNS = frozenset("he she they it".split())


class Clause(msgspec.Struct, frozen=True):
    """A subject with its verb and the verb's tense; `is_helper` for forms of be, have and do, and modals."""

    subject: Subject | None
    pronoun: Token | None
    verb: Token
    tense: str
    is_helper: bool
    tokens: Tokens
    at: int


def main_clause(tokens: Tokens) -> Clause | None:
    """The first clause of a sentence of which the tense is plain, behind what introduces it."""
    for start in clause_starts(tokens):
        if start and tokens[start].gap == " " and tokens[start - 1].lower not in ("and", "but"):
            continue  # a subordinate clause: when he was, that she had
        if clause := _clause(tokens, _past_adverbs(tokens, start)):
            return clause
    return None


def _past_adverbs(tokens: Sequence[Token], start: int) -> int:
    """Behind “then”, “soon”, “eventually” before a subject."""
    at = start
    while (
        at + 1 < len(tokens)
        and tokens[at + 1].gap == " "
        and (tokens[at].is_adverb or tokens[at].lower == "then")
    ):
        at += 1
    return at


def main_clauses(doc: Document) -> Iterator[Clause]:
    """The main clauses of a document's sentences, quotations left out."""
    for tokens in tagged(doc):
        if tokens and (clause := main_clause(tokens)):
            yield clause


def _clause(tokens: Sequence[Token], start: int) -> Clause | None:
    first = tokens[start]
    pronoun, _, short = first.lower.partition("'")
    if pronoun in _PRONOUNS and short in ("s", "re"):
        return Clause(None, first, first, PRESENT, True, tuple(tokens), start)
    subject = None if first.lower in _PRONOUNS else subject_at(tokens, start)
    at = _place_of_verb(tokens, start, subject)
    if at is None:
        return None
    verb = tokens[at]
    tense, is_helper = _tense_of(tokens, at, is_sure=subject is None or subject.is_name)
    is_many = subject.number == MANY if subject else first.lower == "they"
    if tense is None and is_many and _is_plain(verb):
        tense = PRESENT
    if tense is None:
        return None
    return Clause(subject, first if subject is None else None, verb, tense, is_helper, tuple(tokens), at)


def _place_of_verb(tokens: Sequence[Token], start: int, subject: Subject | None) -> int | None:
    """The place behind a subject, a pronoun or a name; None where a mark parts it from them."""
    if subject is None and tokens[start].lower in _PRONOUNS:
        return place_past(tokens, start + 1, is_adverb)
    at = subject.verb_at if subject else _after_name(tokens, start)
    return at if 0 < at < len(tokens) and tokens[at].gap == " " else None


def _is_plain(verb: Token) -> bool:
    return verb.kinds[:1] == "b" or ("b" in verb.kinds and not set("dn") & set(verb.kinds))


def _after_name(tokens: Sequence[Token], start: int) -> int:
    """The place behind a run of capitals that opens a sentence, and which is some name; 0 where there is none."""
    if (
        start
        or tokens[0].kinds[:1] not in ("", "-", "s")
        or not tokens[0].is_capitalised
        or "'" in tokens[0].lower
    ):
        return 0
    at = 1
    while at < len(tokens) and tokens[at].gap == " " and tokens[at].is_capitalised:
        at += 1
    return at


def _tense_of(tokens: Sequence[Token], at: int, *, is_sure: bool) -> tuple[str | None, bool]:
    verb = tokens[at]
    lower, kinds = verb.lower, verb.kinds
    if lower in _PAST_HELPERS:
        return PAST, True
    if lower in _PRESENT_HELPERS:
        return PRESENT, True
    if "z" in kinds:
        return PRESENT, False
    if verb.is_capitalised or lower in _UNCHANGED or "d" not in kinds or ("b" in kinds and kinds[0] != "d"):
        return None, False
    following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].gap == " " else None
    has_object = following is not None and following.lower in ("him", "her", "them", "it", "me", "us")
    if not (is_sure or has_object) and (
        lower in ("named", "called", "known", "dubbed", "based")
        or (following and following.lower in ("by", "of", "as", "in", "on", "with", "to"))
    ):
        return None, False  # “the man accused of”: a participle, it may be
    return PAST, False

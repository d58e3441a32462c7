"""Subjects and verbs that do not agree, found case by case: pronouns, nouns, names, “there is”, “who” and “that”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.tagging.clauses import Subject, clause_starts, has_verb, subject_at
from reviewcli.tagging.forms import third_person
from reviewcli.tagging.noun_phrases import FINITE, MANY, ONE, noun_phrase
from reviewcli.tagging.tokens import Token
from reviewcli.tagging.verbs import Verb, helping_verb, plain_verb, takes_object, verb_with_s
from reviewcli.tagging.words import words

Tokens = Sequence[Token]


class Mismatch(msgspec.Struct, frozen=True):
    """A verb that does not go with its subject; `subject` is empty where nothing in sight could be one."""

    verb: Verb
    subject: str


def mismatches(tokens: Tokens) -> Iterator[Mismatch]:
    """Every verb of a sentence that does not go with its subject."""
    if not any(_may_be_verb(token) for token in tokens):
        return
    for start in clause_starts(tokens):
        subject = subject_at(tokens, start)
        if subject and (verb := _wrong_verb(tokens, subject)):
            yield Mismatch(verb, subject.shown)
        if relative := _relative(tokens, start):
            yield relative
    from reviewcli.rules.grammar._no_plural import lonely_verbs

    for verb in lonely_verbs(tokens):
        yield Mismatch(verb, "")
    for at, token in enumerate(tokens):
        if token.lower in _PRONOUNS and (verb := _wrong_after_pronoun(tokens, at)):
            yield Mismatch(verb, token.text)
        if token.lower == "there" and (found := _there(tokens, at)):
            yield found


def _may_be_verb(token: Token) -> bool:
    return "z" in token.kinds or "b" in token.kinds or helping_verb(token) is not None


def _before(tokens: Tokens, at: int, many: int = 12) -> set[str]:
    return {token.lower for token in tokens[max(at - many, 0) : at]}


def _is_subjunctive(tokens: Tokens, verb: Verb, start: int, at: int) -> bool:
    """“if he were”, “I wish it were”, “insist that he go”, “were he to”."""
    before = _before(tokens, at, 30)
    if verb.token.lower in ("were", "weren't"):
        return bool(before & words("subjunctive openers"))
    if verb.token.lower in ("are", "aren't"):
        return False
    if not verb.is_bare or not start or tokens[start - 1].lower not in words("mandative") | {"that"}:
        return False
    return bool(_before(tokens, start) & words("mandative"))


# Nouns and names


def _wrong_verb(tokens: Tokens, subject: Subject) -> Verb | None:
    at = subject.verb_at
    if subject.number is None or at >= len(tokens) or tokens[at].gap != " ":
        return None
    if subject.number == MANY:
        verb = _one_verb(tokens, at, subject)
        return verb if verb and not _goes_with_one(tokens, subject) else None
    verb = _many_verb(tokens, at, subject)
    if (
        verb is None
        or subject.head.lower in words("collective")
        or _is_subjunctive(tokens, verb, subject.start, at)
    ):
        return None
    if _is_bare_noun(subject) or _is_amount(tokens, subject):
        return None
    return verb


def _one_verb(tokens: Tokens, at: int, subject: Subject) -> Verb | None:
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
    verb = plain_verb(token)
    if subject.is_swallowed or (token.lower in _COMMON and _is_certain(tokens, at, subject)):
        return Verb(token, MANY, third_person(token.lower))
    if verb is None or token.kinds[0] != "b" or subject.has_phrase or token.is_capitalised:
        return None
    if "s" in token.kinds or "j" in token.kinds:
        return verb if takes_object(tokens, at) else None
    goes_on = at + 1 < len(tokens) and tokens[at + 1].gap == " "
    return verb if goes_on or subject.is_name else None


_COMMON = frozenset("come become take make go get give seem look feel open keep".split())


def _is_certain(tokens: Tokens, at: int, subject: Subject) -> bool:
    """Whether a common verb stands behind a plain subject and goes on: “the title come from”."""
    if subject.has_phrase or not subject.has_determiner or tokens[subject.start].lower in ("a", "an"):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.gap != " " or following.kinds[:1] in ("z", "p"):
        return False
    return following.lower not in FINITE and following.lower != "of"


def _goes_with_one(tokens: Tokens, subject: Subject) -> bool:
    """Many that are one: ten minutes is, the United States is, politics is."""
    head = subject.head
    if subject.is_joined:
        return False
    if head.lower in words("singular in s") and not (head.lower in words("units") and not subject.is_counted):
        return True
    return (head.is_capitalised and subject.start + 1 < subject.verb_at) or (
        subject.is_counted and head.lower in words("units")
    )


def _is_bare_noun(subject: Subject) -> bool:
    """A noun with no determiner may be part of something else: “film are” after a list, a heading cut short."""
    return not subject.is_name and not subject.has_determiner


def _is_amount(tokens: Tokens, subject: Subject) -> bool:
    """“a wealth of details are”: the noun behind “a … of” may rule the verb."""
    first = tokens[subject.start].lower
    return subject.has_phrase and (first in ("a", "an", "no", "another", "any", "some") or subject.is_name)


# Pronouns

_PRONOUNS = {"he": ONE, "she": ONE, "it": ONE, "they": MANY, "we": MANY, "you": MANY, "i": MANY}
_AFTER_CLAUSE = frozenset(
    "because if when while where although though but and so unless whether how why what that whereas".split()
)


def _wrong_after_pronoun(tokens: Tokens, at: int) -> Verb | None:
    token = tokens[at]
    if not _is_subject(tokens, at):
        return None
    behind = at + 1
    while behind < len(tokens) and tokens[behind].gap == " " and tokens[behind].is_adverb:
        behind += 1
    if behind >= len(tokens) or tokens[behind].gap != " " or tokens[behind].is_capitalised:
        return None
    if _PRONOUNS[token.lower] == ONE:
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
    if token.gap == " " and (before.lower in words("helpers") or before.lower in ("or", "nor")):
        return False
    if before.lower == "and" and not (
        token.lower in ("they", "we", "you") or (before.gap == "," and has_verb(tokens[: at - 1]))
    ):
        return False
    if token.gap == "," and before.lower in _PRONOUNS:
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


def _is_plain_noun(token: Token) -> bool:
    return token.kinds[:1] in ("s", "p") and "b" not in token.kinds and "z" not in token.kinds


def _many_after_pronoun(tokens: Tokens, at: int, behind: int) -> Verb | None:
    token = tokens[behind]
    verb = helping_verb(token) or plain_verb(token)
    if verb is None or verb.number == ONE or _is_subjunctive(tokens, verb, at, behind):
        return None
    if (
        at
        and tokens[at - 1].lower in ("as", "than", "like")
        and not (helping_verb(token) and "were" not in token.lower)
    ):
        return None
    if helping_verb(token):
        return verb
    if token.kinds[0] == "j" or (tokens[at].lower == "it" and token.kinds[0] != "b"):
        return verb if takes_object(tokens, behind) else None
    return verb


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


# There is, there are


def _there(tokens: Tokens, at: int) -> Mismatch | None:
    if (
        at
        and tokens[at].gap == " "
        and tokens[at - 1].lower in words("prepositions") | {"over", "up", "out", "down"}
    ):
        return None
    behind = at + 1
    while behind < len(tokens) and tokens[behind].gap == " " and tokens[behind].is_adverb:
        behind += 1
    if behind >= len(tokens) or tokens[behind].gap != " ":
        return None
    verb = helping_verb(tokens[behind])
    if verb is None or verb.token.lower.startswith("do"):
        return None
    follow = behind + 1
    while (
        follow < len(tokens)
        and tokens[follow].gap == " "
        and (tokens[follow].is_adverb or tokens[follow].lower == "been")
    ):
        follow += 1
    if verb.token.lower[:3] in ("has", "hav") and "been" not in [
        t.lower for t in tokens[behind + 1 : follow]
    ]:
        return None
    if follow >= len(tokens) or tokens[follow].gap != " ":
        return None
    return _there_verb(tokens, verb, at, follow)


def _there_verb(tokens: Tokens, verb: Verb, at: int, follow: int) -> Mismatch | None:
    start = follow + 2 * (tokens[follow].lower in ("plenty", "lots") and _follows(tokens, follow + 1, "of"))
    phrase = noun_phrase(tokens, start) if start < len(tokens) else None
    if phrase is None or phrase.is_name or phrase.number in (None, verb.number) or phrase.head.is_capitalised:
        return None
    head = phrase.head.lower
    if verb.number == ONE:
        if head in words("singular in s") or head in words("units") or _follows(tokens, phrase.end, "and"):
            return None
        return Mismatch(verb, phrase.head.text)
    if tokens[follow].lower not in ("a", "an", "one", "the", "no") or head in words("collective"):
        return None
    if (
        _is_row(tokens, phrase.end)
        or "j" in phrase.head.kinds
        or _before(tokens, at) & words("subjunctive openers")
    ):
        return None
    return Mismatch(verb, phrase.head.text)


def _is_row(tokens: Tokens, start: int) -> bool:
    """Whether more things follow: a man and a woman, a man, two women."""
    for at in range(start, len(tokens)):
        if tokens[at].lower in ("and", "or", "nor"):
            opens = tokens[at + 1] if at + 1 < len(tokens) else None
            if at == start or opens is None or opens.lower not in FINITE | {"he", "she", "it", "they", "we"}:
                return True
        elif "," in tokens[at].gap and (
            at == start or tokens[at].lower in words("determiners") | words("numbers")
        ):
            return True
    return False


def _follows(tokens: Tokens, at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].lower == word


# The actor who play


def _relative(tokens: Tokens, start: int) -> Mismatch | None:
    """“the actors who plays”: a subject with nothing between it and “who”, “that” or “which”."""
    phrase = noun_phrase(tokens, start)
    if phrase is None or phrase.number is None or phrase.end + 1 >= len(tokens) or not phrase.has_determiner:
        return None
    link = tokens[phrase.end]
    if link.lower not in ("who", "which", "that") or (
        link.gap != " " and not (link.gap == "," and link.lower == "who")
    ):
        return None
    at = phrase.end + 1
    while at < len(tokens) and tokens[at].gap == " " and tokens[at].is_adverb:
        at += 1
    subject = Subject(start, at, phrase.number, phrase.head, phrase.head.text, False, True, phrase.is_counted)
    verb = _wrong_verb(tokens, subject)
    if verb is None or (phrase.number == MANY and link.lower == "that" and verb.token.lower in ("is", "was")):
        return None
    return Mismatch(verb, phrase.head.text)

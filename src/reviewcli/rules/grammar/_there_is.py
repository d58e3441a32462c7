"""“There is” before many things, “there are” before one."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.noun_phrases import FINITE, ONE, noun_phrase
from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.verbs import Verb, helping_verb
from reviewcli.reading.tagging.words import words
from reviewcli.rules.grammar._wishes import words_before

Tokens = Sequence[Token]


def wrong_there(tokens: Tokens, at: int) -> tuple[Verb, str] | None:
    """The verb behind “there” and what it does not go with."""
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


def _there_verb(tokens: Tokens, verb: Verb, at: int, follow: int) -> tuple[Verb, str] | None:
    start = follow + 2 * (tokens[follow].lower in ("plenty", "lots") and _follows(tokens, follow + 1, "of"))
    phrase = noun_phrase(tokens, start) if start < len(tokens) else None
    if phrase is None or phrase.is_name or phrase.number in (None, verb.number) or phrase.head.is_capitalised:
        return None
    head = phrase.head.lower
    if verb.number == ONE:
        if head in words("singular in s") or head in words("units") or _follows(tokens, phrase.end, "and"):
            return None
        return verb, phrase.head.text
    if tokens[follow].lower not in ("a", "an", "one", "the", "no") or head in words("collective"):
        return None
    if (
        _is_row(tokens, phrase.end)
        or "j" in phrase.head.kinds
        or words_before(tokens, at) & words("subjunctive openers")
    ):
        return None
    return verb, phrase.head.text


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

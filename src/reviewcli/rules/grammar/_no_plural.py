"""“are”, “were”, “have” and “don’t” with nothing plural in front of them that could be their subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewcli.reading.tagging.noun_phrases import MANY
from reviewcli.reading.tagging.tokens import Token, word_before
from reviewcli.reading.tagging.verbs import Verb, helping_verb
from reviewcli.reading.tagging.words import words

_MAYBE_MANY = frozenset(
    """and or nor plus they we you these those who whom what all some most many few both several any none others
    other more less half rest there here neither either no much enough plenty lots such same former latter ones
    let lets let's make makes made help helps helped see sees watch why & them us half how versus vs""".split()
)
_OPENERS = frozenset("because while although though whereas".split())
_INFINITIVE = frozenset("to not never did does do".split())


def lonely_verbs(tokens: Sequence[Token]) -> Iterator[Verb]:
    """Every plural verb of a sentence in front of which nothing is plural."""
    for at, token in enumerate(tokens):
        if not at or token.gap != " ":
            continue
        verb = helping_verb(token)
        if (
            verb
            and verb.number == MANY
            and _is_lonely(tokens, at)
            and not _are_several(tokens[at + 1 : at + 7])
        ):
            yield verb


def _are_several(behind: Sequence[Token]) -> bool:
    """Whether “a band”, “a pair” follows, which may be said of what looks like one."""
    return (
        bool(behind)
        and behind[0].lower in ("a", "an")
        and any(t.lower in words("collective") | _SEVERAL for t in behind)
    )


def names_that_are_one(tokens: Sequence[Token]) -> Iterator[Verb]:
    """“are a” and “were a” behind a name or a title that opens the sentence: The Card Player are a."""
    for at, token in enumerate(tokens[:10]):
        if at and token.lower in ("are", "were") and token.gap == " " and _is_one(tokens, at):
            verb = helping_verb(token)
            if verb:
                yield verb


def _is_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a title or a name of two words or more, of nobody’s band, opens the sentence and “a film” follows."""
    subject, behind = tokens[:at], tokens[at + 1 : at + 7]
    if not behind or behind[0].lower not in ("a", "an") or behind[0].gap != " ":
        return False
    if _are_several(behind):
        return False
    if len(subject) == 1:
        return subject[0].is_opaque
    last = subject[-1]
    if not (subject[0].is_capitalised and last.is_capitalised) or last.lower.endswith(("s", "x", "z", "i")):
        return False
    if "p" in last.kinds or last.lower in words("firms and teams") or (at == 2 and subject[0].lower == "the"):
        return False
    return all(
        t.gap in ("^", " ") and (t.is_capitalised or t.lower in ("of", "the", "a", "in", "to"))
        for t in subject
    )


_SEVERAL = frozenset(
    "couple pair bunch lot few handful number duo trio quartet match family tribe people".split()
)


def _is_lonely(tokens: Sequence[Token], at: int) -> bool:
    subject = at - 1
    while (
        subject > 0
        and (tokens[subject].is_adverb or tokens[subject].lower in ("itself", "himself", "herself"))
        and tokens[subject + 1].gap == " "
    ):
        subject -= 1
    if tokens[subject + 1].gap != " " or not _is_subject(tokens, subject):
        return False
    start = _segment(tokens, at)
    before = tokens[start:at]
    if any(_may_be_many(tokens, number) for number in range(start, at) if number != subject):
        return False
    lower = tokens[at].lower
    if lower in ("were", "weren't") and {t.lower for t in tokens[:at]} & words("subjunctive openers"):
        return False
    if lower in ("have", "do", "don't", "haven't"):
        return _is_finite(before)
    return tokens[subject].lower == "which" or not _is_turned(tokens, start, at)


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether the last word before the verb may end a subject: a noun, a name, “which”."""
    token = tokens[at]
    if token.lower in ("which", "that", "who"):
        return _is_link_to_one(tokens, at)
    if token.is_capitalised and at:
        return _ends_name_of_one(tokens, at)
    return token.kinds[:1] == "s" and "j" not in token.kinds and token.lower not in words("collective")


def _is_link_to_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun for one thing stands in front of “which”, “that” or “who”."""
    token, noun = tokens[at], tokens[at - 1]
    if not at or noun.kinds[:1] != "s":
        return False
    determiner = word_before(tokens, at - 1)
    if determiner is not None and determiner.lower in ("a", "an", "the"):
        return True
    return "b" not in noun.kinds or (token.lower == "which" and token.gap == ",")


def _ends_name_of_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a run of capitals ends there that is no people, team or firm: the Xia are, the Viet Cong are."""
    first = at
    while first and tokens[first - 1].is_capitalised:
        first -= 1
    if "the" in (tokens[max(first - 1, 0)].lower, tokens[first].lower) or tokens[at].lower == "i":
        return False
    return tokens[at].lower not in words("determiners") | words("prepositions") | words("firms and teams")


def _segment(tokens: Sequence[Token], at: int) -> int:
    """Where the clause of the verb begins, as far as that is plain."""
    for number in range(at - 1, 0, -1):
        gap = tokens[number].gap
        if gap in (";", ":"):
            return number
        if gap != " ":
            return 0
        if tokens[number].lower in _OPENERS:
            return number + 1
    return 0


def _may_be_many(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    kinds, lower = token.kinds, token.lower
    if lower in _MAYBE_MANY or lower in words("collective") or lower in words("numbers") or token.is_opaque:
        return True
    if not lower.isalpha():
        return not lower.endswith(("'s", "’s", "'t"))
    if lower in _NO_PLURALS:
        return False
    if _looks_plural(token):
        return not lower.endswith("ly")
    if token.is_capitalised and (lower.endswith(("s", "x", "z", "i")) or lower in words("firms and teams")):
        return at > 0 or not kinds
    may_be_people = at > 0 and (kinds[:1] == "j" or lower in _NATIONS)
    return may_be_people and tokens[at - 1].lower == "the" and tokens[at + 1].kinds[:1] not in ("s", "j")


_NO_PLURALS = frozenset("is was has does this his its as us yes thus perhaps".split())
_NATIONS = frozenset("french british english irish dutch chinese japanese".split())


def _looks_plural(token: Token) -> bool:
    kinds = token.kinds
    if not kinds:
        return not token.is_capitalised
    return "p" in kinds and not (kinds[0] == "z" and token.lower.endswith("s"))


def _is_finite(before: Sequence[Token]) -> bool:
    """Whether “have” can be no infinitive, question or order: nothing in the clause asks for one."""
    found = {token.lower for token in before}
    return not found & (words("helpers") | words("mandative") | words("modals") | _INFINITIVE)


def _is_turned(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the subject may follow: in the room are two men, opposite him were the actors."""
    first = tokens[start]
    is_plain = (
        first.lower in words("determiners")
        or (first.is_capitalised and first.kinds[:1] in ("s", "") and not first.lower.endswith("ing"))
    ) and first.lower not in words("prepositions")
    if is_plain and not any(t.gap != " " for t in tokens[start + 1 : at]):
        return False
    behind = tokens[at + 1 : at + 14]
    return any(
        ("p" in t.kinds and t.kinds[0] != "z")
        or t.lower in _MAYBE_MANY
        or t.lower in words("numbers")
        or t.is_opaque
        for t in behind
    )

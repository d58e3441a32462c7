from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging import tagged
from reviewcli.reading.tagging.forms import like
from reviewcli.reading.tagging.noun_phrases import FINITE
from reviewcli.reading.tagging.tokens import Token, word_before
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule

_OBJECT = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_SUBJECT = {right: wrong for wrong, right in _OBJECT.items()}
_PREPOSITIONS = frozenset("between for to with from about by against without toward towards among".split())
_BEHIND = frozenset("both alike alone too in on at of from to for with about and but or as than when".split())


class PronounCase(Rule, frozen=True):
    """“I” or “he” stands where “me” or “him” belongs, or the other way round, beside another with “and”.

    “between you and I”, “him and me went”. Alone nobody gets it wrong; the “and” hides it.
    """

    bad = (
        Bad("It is a secret between you and «I», or between «he» and his wife."),
        Bad("He wrote it for you and «I». It was made by his wife and «he» in a week."),
        Bad("«Him» and «me» went to see it. «Me» and my brother saw it."),
    )
    good = (
        "It lies between you and me. He and I went. The film for you and I do not know who else.",
        "He left, for he and she were tired. The friend I went with and I agree. My wife and I love it.",
        "Me and Orson Welles is a film, and so is *Between I and Thou*. “Me and him went,” he says.",
        "She looks at him and me and laughs. For he, and he alone, knows. I saw him and her go.",
        "The man he came from and she are gone. Me and You and Everyone We Know is short.",
        "She lives with Tom and he with her. It is about his wife and she alone knows.",
        "Us and them divided the country. Them and us is an old story.",
        "What passes between he cannot say. By you and he, they meant us all, but he did.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for tokens in tagged(doc):
            for token in _misused(tokens):
                right = _OBJECT.get(token.lower) or _SUBJECT[token.lower]
                right = "I" if right == "i" else like(right, token.text if token.text != "I" else "i")
                yield self.found(token, f"“{token.text}” should be “{right}” here.", replacements=[right])


def _misused(tokens: Sequence[Token]) -> Iterator[Token]:
    """The pronouns beside an “and” that are of the wrong case."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].lower == "and" and tokens[at].gap == " " == tokens[at + 1].gap:
            yield from _after_preposition(tokens, at)
            yield from _as_subject(tokens, at)


def _after_preposition(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """The pronouns beside “and” that a preposition rules: between you and I, for he and his wife."""
    left, right = tokens[at - 1], tokens[at + 1]
    before = word_before(tokens, at - 1)
    if left.lower in _OBJECT and before is not None and before.lower == "between":
        yield left
    if right.lower not in _OBJECT or right.text == "i":
        return
    preposition = word_before(tokens, _start_of_left(tokens, at))
    if preposition and preposition.lower in _PREPOSITIONS and _is_over(tokens, at + 2, preposition.lower):
        yield right


def _start_of_left(tokens: Sequence[Token], at: int) -> int:
    """Where the name, the noun or the pronoun in front of “and” begins; 0 where it is neither, or opens all."""
    left = tokens[at - 1]
    if left.is_capitalised or left.lower in ("you", "me", "him", "her", "us", "them"):
        return at - 1
    is_noun = left.kinds[:1] in ("s", "p") and at > 1 and left.gap == " "
    return at - 2 if is_noun and tokens[at - 2].lower in _OWNERS else 0


_OWNERS = frozenset("my his her their our your the".split())


def _is_over(tokens: Sequence[Token], at: int, preposition: str) -> bool:
    """Whether no verb can follow, which would make a subject of the pronoun."""
    if at >= len(tokens) or tokens[at].gap in (".", ";", ":", "!", "?"):
        return True
    if preposition == "between":
        return tokens[at].gap != " " or tokens[at].lower in _BEHIND
    # “She lives with Tom and he with her”, “about his wife and she alone knows”: subjects of their own.
    return tokens[at].gap == " " and tokens[at].lower in _BEHIND - {
        "as",
        "to",
        "on",
        "too",
        "alone",
        preposition,
    }


def _as_subject(tokens: Sequence[Token], at: int) -> Iterator[Token]:
    """The pronouns of “him and me went”, at the beginning of a sentence with a verb behind."""
    if at != 1 or tokens[0].lower not in _SUBJECT or at + 2 >= len(tokens):
        return
    left, right = tokens[0], tokens[2]
    if {left.lower, right.lower} == {"us", "them"}:
        return
    owner = right.lower == "my" and left.lower == "me"
    verb = at + 2 + owner
    if not owner and (right.lower not in _SUBJECT or left.lower == "her" or right.is_capitalised):
        return
    if verb >= len(tokens) or tokens[verb].gap != " ":
        return
    if owner and tokens[verb - 1].kinds[:1] not in ("s", "p"):
        return
    token = tokens[verb]
    if (
        token.lower in FINITE
        or (token.kinds[:1] == "d")
        or token.lower in ("saw", "left", "love", "like", "agree")
    ):
        yield left
        if not owner:
            yield right

"""Verbs that look wrong and are right: “if he were”, “insist that he go”."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.reading.tagging.tokens import Token
from reviewcli.reading.tagging.verbs import Verb
from reviewcli.reading.tagging.words import words


def words_before(tokens: Sequence[Token], at: int, many: int = 12) -> set[str]:
    """The words in front of a place, so many of them."""
    return {token.lower for token in tokens[max(at - many, 0) : at]}


def is_subjunctive(tokens: Sequence[Token], verb: Verb, start: int, at: int) -> bool:
    """“if he were”, “I wish it were”, “insist that he go”, “were he to”."""
    before = words_before(tokens, at, 30)
    if verb.token.lower in ("were", "weren't"):
        return bool(before & words("subjunctive openers"))
    if verb.token.lower in ("are", "aren't"):
        return False
    if not verb.is_bare or not start or tokens[start - 1].lower not in words("mandative") | {"that"}:
        return False
    return bool(words_before(tokens, start) & words("mandative"))

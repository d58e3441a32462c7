"""Claims of who plays whom that stand in brackets: Theodore (Joaquin Phoenix)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.surnames import TITLES
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.role_judging import (
    contradiction,
    judged_pair,
    may_act,
    players_of,
    role_claim,
    role_words,
)
from reviewcli.reading.names.mentions import Mention, folded_words


def in_brackets(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Claim, int]]:
    """Theodore (Joaquin Phoenix), Theodore (played by Joaquin Phoenix), Joaquin Phoenix (Theodore)."""
    opening = re.compile(
        r"\(\s*(?:(?:(?:here |again )?(?:played|portrayed|voiced|performed|embodied)(?: \w+ly)? by )"
        r"|voice of )?"
        r"(?:(?:an?|the) (?:[\w’'-]+ ){1,5})?$"
    )
    for number, mention in enumerate(mentions):
        match = opening.search(block.text, max(mention.start - 60, 0), mention.start)
        if not match or not re.match(
            r"(?:['’]s [\w ]+)?\s*(?:\)|,|;| in | as | and )", block.text[mention.end : mention.end + 30]
        ):
            continue
        if not may_act(doc, block, mention):
            actor = mentions[number - 1] if number else None
            if (
                actor
                and mention.roles
                and actor.actors
                and not block.text[actor.end : match.start()].strip(" *_")
            ):
                claim = judged_pair(doc, Passage(block, actor.start, actor.end), actor, mention)
                if claim:
                    yield claim, actor.start
            continue
        claim = _judged_beside(doc, block, mention, match.start())
        if claim:
            yield claim, mention.start


def _judged_beside(doc: Document, block: Block, actor: Mention, bracket: int) -> Claim | None:
    """The claim of an actor in brackets behind a character."""
    place = Passage(block, actor.start, actor.end)
    if place.is_quoted:
        return None
    start = max(place.sentence.start, bracket - 70)
    before = list(re.finditer(r"[\w’'.-]*\w", re.split(r"[)(;:—]", block.text[start:bracket])[-1]))[-4:]
    words = [folded_words(match.group()) for match in before]
    flat = [word for parts in words for word in parts]
    if not before:
        return None
    played = {person.full: role_words(person) for person in players_of(doc)}
    own = set().union(*(played.get(person.full, frozenset()) for person in actor.actors), frozenset())
    full = _name_before([match.group() for match in before])
    others = [roles for name, roles in played.items() if all(name != person.full for person in actor.actors)]
    is_others = len(full) > 1 and not full <= own and any(full <= roles for roles in others)
    if own & set(flat) and not is_others:
        return role_claim(place, Status.CONFIRMED, (), "")
    last = before[-1].group()
    named = (
        last
        if last[0].isupper() and not re.search(r"['’]s?$", last)
        else _apposed([m.group() for m in before])
    )
    if not named:
        return None
    wanted = set(folded_words(named))
    ranked = sorted(
        (
            (len(roles & set(flat)), person)
            for person in players_of(doc)
            if (roles := played[person.full]) & wanted
        ),
        key=lambda pair: -pair[0],
    )
    if not ranked:
        return None
    return contradiction(place, actor, [person for _, person in ranked], _in_full(before, named))


def _name_before(words: list[str]) -> set[str]:
    """The words of the name that ends there: Anna Weiss, where Karl Weiss is another."""
    name: list[str] = []
    for word in reversed(words):
        if not word[0].isupper():
            break
        name += folded_words(word)
    return {word for word in name if len(word) > 2 and word not in TITLES}


def _in_full(before: list[re.Match[str]], named: str) -> str:
    """The capitalised words that end in a name: Nora Finch, of “when Nora Finch”."""
    words = [match.group() for match in before]
    last = len(words) - words[::-1].index(named)
    first = last - 1
    while first and words[first - 1][0].isupper():
        first -= 1
    return " ".join(words[first:last])


def _apposed(words: list[str]) -> str:
    """The name that a trade stands behind: Ames, of "Ames the butler"."""
    for number in range(len(words) - 2, -1, -1):
        if words[number][0].isupper() and words[number + 1] in ("the", "a", "an"):
            return words[number] if not re.search(r"['’]s?$", words[number]) else ""
    return ""

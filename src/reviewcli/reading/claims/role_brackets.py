"""Claims of who plays whom that stand in brackets: Theodore (Joaquin Phoenix)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.surnames import TITLES
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.role_judging import (
    contradiction,
    is_anothers,
    judged_pair,
    may_act,
    players_of,
    role_words,
)
from reviewcli.reading.facts.mentions import Mention, folded_words


def in_brackets(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Claim, int]]:
    """Theodore (Joaquin Phoenix), Theodore (played by Joaquin Phoenix), Joaquin Phoenix (Theodore)."""
    opening = re.compile(
        r"\(\s*(?:(?:(?:here |again )?(?:played|portrayed|voiced|performed|embodied)(?: \w+ly)? by )"
        r"|voice of )?"
        r"(?:(?:an?|the) (?:[\w’'-]+ ){1,5})?$"
    )
    closing = re.compile(r"(?:['’]s [\w ]+)?\s*(?:\)|,|;| in | as | and )")
    for before, mention in zip([None, *mentions], mentions, strict=False):
        match = opening.search(block.text, max(mention.start - 60, 0), mention.start)
        if not match or not closing.match(block.text, mention.end, mention.end + 30):
            continue
        actor = mention if may_act(doc, block, mention) else before
        if actor is mention:
            claim = _judged_beside(doc, block, mention, match.start())
        else:
            claim = _judged_in_front(doc, block, before, mention, match.start())
        if actor and claim:
            yield claim, actor.start


def _judged_in_front(
    doc: Document, block: Block, actor: Mention | None, role: Mention, bracket: int
) -> Claim | None:
    """The claim of a character in brackets behind an actor."""
    if actor is None or not actor.actors or not role.roles:
        return None
    if block.text[actor.end : bracket].strip(" *_"):
        return None
    return judged_pair(doc, Passage(block, actor.start, actor.end), actor, role)


def _judged_beside(doc: Document, block: Block, actor: Mention, bracket: int) -> Claim | None:
    """The claim of an actor in brackets behind a character."""
    place = Passage(block, actor.start, actor.end)
    start = max(place.sentence.start, bracket - 70)
    words = re.findall(r"[\w’'.-]*\w", re.split(r"[)(;:—]", block.text[start:bracket])[-1])[-4:]
    if place.is_quoted or not words:
        return None
    said = {part for word in words for part in folded_words(word)}
    played = {person.full: role_words(person) for person in players_of(doc)}
    mine = {person.full for person in actor.actors}
    own = set[str]().union(*(roles for name, roles in played.items() if name in mine))
    others = [roles for name, roles in played.items() if name not in mine]
    if own & said and not is_anothers(_name_before(words), own, others):
        return held("role", place, fits=True)
    named = _named_last(words)
    wanted = set(folded_words(named))
    players = [person for person in players_of(doc) if played[person.full] & wanted]
    players.sort(key=lambda person: -len(played[person.full] & said))
    return contradiction(doc, place, actor, players, _in_full(words, named)) if players else None


def _name_before(words: list[str]) -> set[str]:
    """The words of the name that ends there: Anna Weiss, where Karl Weiss is another."""
    name: list[str] = []
    for word in reversed(words):
        if not word[0].isupper():
            break
        name += folded_words(word)
    return {word for word in name if len(word) > 2 and word not in TITLES}


def _in_full(words: list[str], named: str) -> str:
    """The capitalised words that end in a name: Nora Finch, of “when Nora Finch”."""
    last = len(words) - words[::-1].index(named)
    first = last - 1
    while first and words[first - 1][0].isupper():
        first -= 1
    return " ".join(words[first:last])


def _named_last(words: list[str]) -> str:
    """The last word if it is a name, or the name that a trade stands behind: Ames, of "Ames the butler"."""
    pairs = itertools.pairwise(words)
    names = [word for word, after in pairs if word[0].isupper() and after in ("the", "a", "an")]
    is_named = words[-1][0].isupper() and not re.search(r"['’]s?$", words[-1])
    name = words[-1] if is_named else (names or [""])[-1]
    return "" if re.search(r"['’]s?$", name) else name

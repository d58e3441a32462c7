"""What the notes say of an actor and a character that a text makes a pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from reviewcli.document import Block, Document, Passage, once
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import TITLES
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.mentions import Mention, as_named_here, folded_words, may_be_person
from reviewcli.reading.facts.nearest import is_misspelt


def may_act(doc: Document, block: Block, mention: Mention) -> bool:
    """Whether somebody is meant whom a part may be given: an actor of the notes, or an unknown full name."""
    if mention.actors:
        return any(person.full in _cast(doc) for person in mention.actors)
    return may_be_person(block, mention) and not is_misspelt(doc, Passage(block, mention.start, mention.end))


@once
def _cast(doc: Document) -> frozenset[str]:
    return frozenset(member.name for member in doc.notes.cast) if doc.notes else frozenset()


@once
def players_of(doc: Document) -> tuple[KnownPerson, ...]:
    """Everybody whom the notes give a character."""
    return tuple(person for person in doc.names.people if not person.is_role and person.roles)


@lru_cache(maxsize=512)
def role_words(person: KnownPerson) -> frozenset[str]:
    """The words of a character's name that tell who is meant."""
    return frozenset(
        word
        for role in person.roles
        for word in folded_words(role)
        if len(word) > 2 and word not in ("the", "and") and word not in TITLES
    )


def judged_pair(doc: Document, place: Passage, actor: Mention, role: Mention) -> Claim | None:
    """What the notes say of a pair; None where they cannot tell."""
    wanted = {word for word in role.words if word not in TITLES} or set(role.words)
    others = [role_words(person) for person in players_of(doc) if person not in actor.actors]
    own = set[str]().union(*(role_words(person) for person in actor.actors))
    words = own.union(*(folded_words(" ".join(person.roles)) for person in actor.actors))
    if wanted & words and not is_anothers(wanted, own, others):
        return held("role", place, fits=True)
    names = {name for person in role.roles for name in person.played_by}
    players = [person for person in players_of(doc) if person.full in names]
    if not players:
        return None
    age = r"\b(?:young|younger|older|old|adult|teenaged?|child|grown|boy|girl)\b"
    if re.search(age, place.sentence.text) and any(not person.roles for person in actor.actors):
        return held("role", place, fits=None)
    return contradiction(doc, place, actor, players, role.text)


def is_anothers(wanted: set[str], own: Set[str], others: Iterable[Set[str]]) -> bool:
    """Whether several words are all of another's part, and not of one's own."""
    return len(wanted) > 1 and not wanted <= own and any(wanted <= words for words in others)


def contradiction(
    doc: Document, place: Passage, actor: Mention, players: list[KnownPerson], role: str
) -> Claim:
    """The claim of a part that goes to another actor, or to somebody whom the notes do not know."""
    noted = " or ".join(dict.fromkeys(person.full for person in players[:3]))
    index = index_of(doc)
    message = f"In the notes {noted} plays {role}, not {place.text}."
    if not actor.people:
        message = f"“{place.text}” is not in the notes, where {noted} plays {role}."
    right = tuple(dict.fromkeys(as_named_here(person, actor) for person in players))
    rests_on = index.noted(index.named(players[0].full, "person"))
    return held("role", place, False, noted, message, right, unknown=not actor.people, rests_on=rests_on)

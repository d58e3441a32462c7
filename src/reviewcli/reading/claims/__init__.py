"""Claims: what a draft states of its work, each with its place and what the notes say of it.

The rules of `facts` and `review facts` read the same claims.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

import msgspec

from reviewcli.document import Document, once
from reviewcli.notes.keys import KEYS_OF_SEVERAL
from reviewcli.notes.kinds import KEYS
from reviewcli.notes.model import Notes
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.noted import noted
from reviewcli.reading.facts.index import Fact, index_of

__all__ = ["KINDS", "Claim", "Status", "can_contradict", "claims_of", "every_claim"]


class Kind(msgspec.Struct, frozen=True):
    """A kind of claim: `where` is the function that finds it, `facts` the keys of notes that it is held against.

    Instead of keys that only some kinds of work have stands what is claimed of them (`Key.claim`).
    """

    where: str
    facts: str


# In the order of the fact-checker's sheet. A kind is a row here and a function `(doc) -> claims` in a module.
KINDS = {
    "title": Kind("phrases.find", "title original_title"),
    "year": Kind("years.find", "year"),
    "credit": Kind("credits.find", "people"),
    "source": Kind("adaptations.find", "based_on"),
    "role": Kind("roles.find", "people"),
    "runtime": Kind("measures.runtime", "runtime"),
    "certificate": Kind("certificates.find", "certificate"),
    "origin": Kind("origins.find", "countries languages"),
    "maker": Kind("makers.find", "published issued distributed aired developed"),
    "platform": Kind("platforms.find", "platforms"),
    "hours": Kind("measures.hours", "hours"),
    "pages": Kind("measures.pages", "pages"),
    "tracks": Kind("phrases.tracks", "tracks"),
    "episodes": Kind("measures.episodes", "episodes seasons"),
    "price": Kind("points.prices", "price"),
    "number": Kind("points.find", "title"),
    "detail": Kind("details.find", "title"),
    "award": Kind("prizes.find", "awards"),
    "score": Kind("scores.find", "score"),
    "quote": Kind("quotes.find", "quotes"),
}

_FACTS = "credits measures years points phrases prizes prices quotes details".split()


def can_contradict(doc: Document, kind: str) -> bool:
    """Whether the notes hold anything that a claim of this kind could go against."""
    return doc.notes is not None and any(_holds(doc.notes, fact) for fact in KINDS[kind].facts.split())


def _holds(notes: Notes, fact: str) -> bool:
    if fact == "people":
        return any(notes.people())
    return bool(notes.fact(fact) if fact in KEYS_OF_SEVERAL else noted(notes, fact))


@once
def claims_of(doc: Document, kind: str) -> tuple[Claim, ...]:
    """The claims of a kind, in the order of the text."""
    module, _, name = KINDS[kind].where.partition(".")
    room = "facts" if module in _FACTS else "claims"
    find: Callable[[Document], Iterator[Claim]] = getattr(
        importlib.import_module(f"reviewcli.reading.{room}.{module}"), name
    )
    return tuple(sorted((_resting(doc, claim) for claim in find(doc)), key=lambda claim: claim.span))


def _resting(doc: Document, claim: Claim) -> Claim:
    """The claim with the place of the notes that it rests on: the fact that says it, or the first of its kind."""
    if claim.rests_on is not None or claim.status is Status.UNVERIFIED or claim.kind not in KINDS:
        return claim
    index = index_of(doc)
    facts = _facts_for(doc, claim.kind)
    near = [fact for fact in facts if fact.text in claim.noted or (claim.noted or claim.text) in fact.text]
    fact = index.named(claim.noted or claim.text, "person", "role", "maker") or next(
        iter([*near, *facts]), None
    )
    return msgspec.structs.replace(claim, rests_on=index.noted(fact))


@once
def _facts_for(doc: Document, kind: str) -> tuple[Fact, ...]:
    """The facts against which claims of a kind are held."""
    names = KINDS[kind].facts.split()
    keys = [key for key, each in KEYS.items() if key in names or (each.claim and each.claim in names)]
    index = index_of(doc)
    return index.of("person") if "people" in names else index.under(*keys)


def every_claim(doc: Document) -> tuple[Claim, ...]:
    """All claims, in the order of the text."""
    found = [claim for kind in KINDS for claim in claims_of(doc, kind)]
    return tuple(sorted(found, key=lambda claim: claim.span))

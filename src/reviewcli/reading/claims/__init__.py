"""Claims: what a draft states of its work, each with its place and what the notes say of it.

The rules of `facts` and `review facts` read the same claims.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

import msgspec

from reviewcli.document import Document, once
from reviewcli.notes.keys import KEYS_OF_SEVERAL
from reviewcli.notes.model import Notes
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.noted import noted

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
    "role": Kind("roles.find", "cast"),
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
    return tuple(sorted(find(doc), key=lambda claim: claim.span))


def every_claim(doc: Document) -> tuple[Claim, ...]:
    """All claims, in the order of the text."""
    found = [claim for kind in KINDS for claim in claims_of(doc, kind)]
    return tuple(sorted(found, key=lambda claim: claim.span))

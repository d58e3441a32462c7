"""Claims: what a draft states of its work, each with its place and what the notes say of it.

The rules of `facts` and `review facts` read the same claims.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator

import msgspec

from reviewcli.document import Document, once
from reviewcli.reading.claims.claim import Claim, Status

__all__ = ["KINDS", "Claim", "Status", "can_contradict", "claims_of", "every_claim"]


class Kind(msgspec.Struct, frozen=True):
    """A kind of claim: `where` is the function that finds it, `facts` the keys of notes that it is held against."""

    where: str
    facts: str


# In the order of the fact-checker's sheet. A kind is a row here and a function `(doc) -> claims` in a module.
KINDS = {
    "title": Kind("titles.find", "title original_title"),
    "year": Kind("years.find", "year"),
    "credit": Kind("credits.find", "directors writers authors translators artists crew"),
    "source": Kind("adaptations.find", "based_on"),
    "role": Kind("roles.find", "cast"),
    "runtime": Kind("runtime.find", "runtime"),
    "certificate": Kind("certificates.find", "certificate"),
    "origin": Kind("origins.find", "countries languages"),
    "maker": Kind("makers.find", "publisher publishers label network distributor developers"),
    "platform": Kind("platforms.find", "platforms"),
    "hours": Kind("hours.find", "hours_played"),
    "pages": Kind("counts.pages", "pages"),
    "tracks": Kind("tracks.find", "tracks"),
    "episodes": Kind("episodes.find", "episodes_seen seasons"),
    "price": Kind("prices.find", "price"),
    "award": Kind("awards.find", "awards"),
    "score": Kind("scores.find", "score"),
    "quote": Kind("quotes.find", "quotes"),
}


def can_contradict(doc: Document, kind: str) -> bool:
    """Whether the notes hold anything that a claim of this kind could go against."""
    return doc.notes is not None and any(getattr(doc.notes, fact) for fact in KINDS[kind].facts.split())


@once
def claims_of(doc: Document, kind: str) -> tuple[Claim, ...]:
    """The claims of a kind, in the order of the text."""
    module, _, name = KINDS[kind].where.partition(".")
    find: Callable[[Document], Iterator[Claim]] = getattr(
        importlib.import_module(f"reviewcli.reading.claims.{module}"), name
    )
    return tuple(sorted(find(doc), key=lambda claim: claim.span))


def every_claim(doc: Document) -> tuple[Claim, ...]:
    """All claims, in the order of the text."""
    found = [claim for kind in KINDS for claim in claims_of(doc, kind)]
    return tuple(sorted(found, key=lambda claim: claim.span))

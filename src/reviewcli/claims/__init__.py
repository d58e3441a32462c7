"""Claims: what a draft states of its work, each with its place and what the notes say of it.

The rules of `facts` and `review facts` read the same claims.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache

from reviewcli.claims.claim import Claim, Status
from reviewcli.document import Document

__all__ = ["KINDS", "Claim", "Status", "claims_of", "every_claim"]

# Where the claims of each kind are found: a module with `find(doc)`. In the order of the fact-checker's sheet.
KINDS = {
    "year": "years",
    "credit": "credits",
    "role": "roles",
    "runtime": "runtime",
    "award": "awards",
    "score": "scores",
}


@lru_cache(maxsize=16)
def claims_of(doc: Document, kind: str) -> tuple[Claim, ...]:
    """The claims of a kind, in the order of the text."""
    module = importlib.import_module(f"reviewcli.claims.{KINDS[kind]}")
    found: Iterator[Claim] = module.find(doc)
    return tuple(sorted(found, key=lambda claim: claim.span))


def every_claim(doc: Document) -> tuple[Claim, ...]:
    """All claims, in the order of the text."""
    found = [claim for kind in KINDS for claim in claims_of(doc, kind)]
    return tuple(sorted(found, key=lambda claim: claim.span))

"""Which rules of engines may mend a text unasked, and what was read before they were let."""

from __future__ import annotations

from collections.abc import Mapping

_ENOUGH = 50

# An engine's rule, as its findings name it, and how many findings on real texts were read, each of them right.
# Of no rule have so many been read: what is wrong beyond doubt, rules of ours decide.
READ: Mapping[str, int] = {}


def is_trusted(rule: str) -> bool:
    """Whether what the rule says is wrong beyond doubt, so that its fix is safe and its finding an error."""
    return READ.get(rule, 0) >= _ENOUGH

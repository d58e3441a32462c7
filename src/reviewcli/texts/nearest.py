"""The known word that a slip of the hand would make of an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.7  # the share of letters that two words have in common and in order


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to this one, its case and its hyphens aside; None if none is near."""
    import difflib

    forms: dict[str, str] = {}
    for each in known:
        forms.setdefault(_folded(each), each)
    wanted = _folded(word)
    for form in (wanted, wanted + "s", wanted.removesuffix("s")):
        if form in forms:
            return forms[form]
    near = difflib.get_close_matches(wanted, forms, cutoff=_ALIKE)
    return forms[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`Did you mean “title”?`, or what else to say where nothing is near."""
    near = nearest(word, known)
    return f"Did you mean “{near}”?" if near else otherwise


def _folded(word: str) -> str:
    return word.strip().casefold().replace("-", "_").replace(" ", "_")

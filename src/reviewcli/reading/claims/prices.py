"""Claims of what one pays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import blocks_of, is_no_claim
from reviewcli.reading.claims.noted import may_claim, noted

_MARKS = {
    "pounds": "£",
    "pound": "£",
    "quid": "£",
    "dollars": "$",
    "dollar": "$",
    "euros": "€",
    "euro": "€",
    "yen": "¥",
}
_AMOUNT = (
    r"(?P<mark>[£$€¥])\s?(?P<sum>\d+(?:[.,]\d+)*)"
    r"|(?P<plain>\d+(?:\.\d\d)?) (?P<word>pounds?|quid|dollars?|euros?|yen)\b"
)
_HEAD = r"(?:an?|per|each|the) ?(?:head|person|cover|diner|guest|mouth)|each\b|pp\b"
_BILL = r"(?:bill|tab|total|price|dinner|meal|lunch|menu|ticket|entry|admission)"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_AMOUNT)


def find(doc: Document) -> Iterator[Claim]:
    """The prices that the text gives in the terms of the notes: a head, for three courses, the menu."""
    if doc.notes is None or not may_claim(doc.notes, "price"):
        return
    price: str = noted(doc.notes, "price") or ""
    for block in blocks_of(doc):
        for match in _pattern().finditer(block.text):
            place = Passage(block, *match.span())
            if _is_the_price(place.before[-40:], place.after[:40], price) and not is_no_claim(doc, place):
                yield _judged(place, _read(match), price)


def _read(match: re.Match[str]) -> tuple[str, float]:
    figures = match["sum"] or match["plain"]
    amount = float(
        figures.replace(",", "") if not re.search(r",\d\d$", figures) else figures.replace(",", ".")
    )
    return match["mark"] or _MARKS[match["word"]], amount


def _is_the_price(before: str, after: str, told: str) -> bool:
    """Whether the amount is said of the same thing as that of the notes."""
    if re.search(rf"\b{_HEAD}", told):
        if re.match(rf",? (?:{_HEAD})", after):
            return True
        return re.search(
            rf"\b{_BILL}(?: \w+){{0,3}} (?:is|was|came to|comes to|of|costs|ran to|at)(?: \w+)? ?$", before
        ) is not None and (re.match(rf".{{0,20}}\b(?:{_HEAD})", after) is not None)
    unit = _pattern().sub("", told).strip(" ,;.-–")
    if unit:
        words = re.findall(r"[a-z]{4,}|\b(?:two|six|ten|one)\b", unit.lower())
        return bool(words) and all(word in f"{before} {after}".lower() for word in words)
    return (
        re.search(rf"\b(?:{_BILL}|costs?|pay|paid|charges?|at|for)(?: \w+){{0,3}}$", before.rstrip())
        is not None
    )


def _judged(place: Passage, said: tuple[str, float], told: str) -> Claim:
    right = tuple(match.group() for match in _pattern().finditer(told))
    true = [_read(match) for match in _pattern().finditer(told)]
    sums = [amount for mark, amount in true if mark == said[0]]
    fits = any(abs(said[1] - amount) < 1 for amount in sums) or (
        len(sums) > 1 and min(sums) <= said[1] <= max(sums)
    )
    message = f"The notes have {told}, not {place.text}."
    return held("price", place, fits if true else None, told, message, right)

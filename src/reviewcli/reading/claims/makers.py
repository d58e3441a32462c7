"""Claims of the houses behind a work: publisher, label, network, distributor, studio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from reviewcli.document import Document, Passage
from reviewcli.notes.kinds import KEYS
from reviewcli.notes.model import Notes
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import is_no_claim, said_in, speaks_of_another
from reviewcli.texts.expressions import Expression

_NAME = r"(?P<name>(?:[A-Z0-9][\w’'.-]*|4AD)(?: (?:[A-Z0-9&][\w’'.-]*|and (?=[A-Z])|&|of (?=[A-Z])))*)"
# What a house may be called or not: Faber, Faber & Faber; Sub Pop, Sub Pop Records.
_TRADE = frozenset(
    """the and books book press publishing publishers publications records recordings recording music games
    studios studio entertainment pictures films film interactive network channel tv television group inc
    ltd llc co company media plus""".split()
)


class Trade(msgspec.Struct, frozen=True):
    """How a house is told: the words before its name, and the claims that they make.

    Words that say too much to be of a house count only for notes that name one.
    """

    told: str
    claims: str
    says_too_much: bool = False


_TRADES = (
    Trade(
        r"(?:[Pp]ublished|[Pp]ut out|[Bb]rought out|[Ii]ssued) (?:\w+ )?by|[Pp]ublishers?:|[Ll]abel:",
        "published issued",
    ),
    Trade(r"[Rr]eleased (?:\w+ )?(?:by|on|through)", "published issued distributed aired"),
    Trade(r"(?:came|comes|is|was) out (?:in \d{4} )?on", "issued", says_too_much=True),
    Trade(r"[Dd]istributed (?:\w+ )?(?:by|through)", "distributed"),
    Trade(
        r"(?:[Aa]irs|[Aa]ired|[Aa]iring|[Bb]roadcast|[Ss]treams|[Ss]treaming|[Ss]hown|[Pp]remiered|[Rr]uns)"
        r" (?:\w+ )?on|(?:show|series|drama|comedy|it) is (?:now )?on",
        "aired",
        says_too_much=True,
    ),
    Trade(
        r"[Dd]eveloped (?:\w+ )?by|[Dd]evelopers?[,:]?|[Mm]ade by|from (?:the )?(?:developer|studio)s?",
        "developed",
        says_too_much=True,
    ),
)


@cache
def _pattern(trade: Trade) -> Expression:
    return Expression(rf"\b(?:{trade.told}) {_NAME}")


def find(doc: Document) -> Iterator[Claim]:
    """The houses that the text gives the work. Only those of keys that the notes hold can be wrong."""
    if doc.notes is None:
        return
    for trade in _TRADES:
        noted = _noted(doc.notes, trade)
        if noted or not trade.says_too_much:
            yield from (_judged(place, noted) for place in _houses(doc, trade))


def _houses(doc: Document, trade: Trade) -> Iterator[Passage]:
    for long, match in said_in(doc, _pattern(trade), "name"):
        name = match["name"].rstrip(".’'").removesuffix("’s").removesuffix("'s")
        place = Passage(long.block, long.start, long.start + len(name))
        if not (_is_no_house(name) or is_no_claim(doc, place) or speaks_of_another(place, but=_OWN)):
            yield place


_OWN = "book novel play series musical comic television tv silent episode short dvd memoir entry also video"
_MONTHS = frozenset(
    "january february march april may june july august september october november december monday"
    " tuesday wednesday"
    " thursday friday saturday sunday christmas broadway dvd vhs blu-ray vinyl cd".split()
)


def _is_no_house(name: str) -> bool:
    first = name.split()[0].lower().rstrip(".,")
    return first.isdigit() or first in _MONTHS


def _noted(notes: Notes, trade: Trade) -> tuple[str, ...]:
    names: list[str] = []
    claims = trade.claims.split()
    for value in (notes.fact(name) for name, key in KEYS.items() if key.claim in claims):
        if isinstance(value, str):
            names.append(value)
        else:
            names.extend(each if isinstance(each, str) else each.name for each in value or ())
    return tuple(dict.fromkeys(names))


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", fold(name))
    return frozenset(words) - _TRADE or frozenset(words)


def _judged(place: Passage, noted: tuple[str, ...]) -> Claim:
    said = _words(place.text)
    if any(said <= _words(name) or _words(name) <= said or _initials(name) == place.text for name in noted):
        return held("maker", place, fits=True)
    told = " and ".join(noted)
    return held(
        "maker", place, False if noted else None, told, f"The notes have {told}, not {place.text}.", noted
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())

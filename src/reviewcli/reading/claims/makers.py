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
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import blocks_of, is_hypothetical, names_another_work, speaks_of_another

_NAME = r"(?P<name>(?:[A-Z0-9][\w’'.-]*|4AD)(?: (?:[A-Z0-9&][\w’'.-]*|and (?=[A-Z])|&|of (?=[A-Z])))*)"
# What a house may be called or not: Faber, Faber & Faber; Sub Pop, Sub Pop Records.
_TRADE = frozenset(
    """the and books book press publishing publishers publications records recordings recording music games
    studios studio entertainment pictures films film interactive network channel tv television group inc
    ltd llc co company media plus""".split()
)


class Trade(msgspec.Struct, frozen=True):
    """How a house is told: the words before its name, the claims that they make, words to look for.

    Words that say too much to be of a house count only for notes that name one.
    """

    told: str
    claims: str
    looks: tuple[str, ...]
    says_too_much: bool = False


_TRADES = (
    Trade(
        r"(?:[Pp]ublished|[Pp]ut out|[Bb]rought out|[Ii]ssued) (?:\w+ )?by|[Pp]ublishers?:|[Ll]abel:",
        "published issued",
        ("ublishe", "abel:", "ut out", "rought out", "ssued"),
    ),
    Trade(
        r"[Rr]eleased (?:\w+ )?(?:by|on|through)",
        "published issued distributed aired",
        ("eleased ",),
    ),
    Trade(r"(?:came|comes|is|was) out (?:in \d{4} )?on", "issued", ("out on", "out in"), says_too_much=True),
    Trade(r"[Dd]istributed (?:\w+ )?(?:by|through)", "distributed", ("istributed",)),
    Trade(
        r"(?:[Aa]irs|[Aa]ired|[Aa]iring|[Bb]roadcast|[Ss]treams|[Ss]treaming|[Ss]hown|[Pp]remiered|[Rr]uns)"
        r" (?:\w+ )?on|(?:show|series|drama|comedy|it) is (?:now )?on",
        "aired",
        (" on ",),
        says_too_much=True,
    ),
    Trade(
        r"[Dd]eveloped (?:\w+ )?by|[Dd]evelopers?[,:]?|[Mm]ade by|from (?:the )?(?:developer|studio)s?",
        "developed",
        ("evelope", "ade by", "studio"),
        says_too_much=True,
    ),
)


@cache
def _pattern(trade: Trade) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{trade.told}) {_NAME}")


def find(doc: Document) -> Iterator[Claim]:
    """The houses that the text gives the work. Only those of keys that the notes hold can be wrong."""
    if doc.notes is None:
        return
    for trade in _TRADES:
        noted = _noted(doc.notes, trade)
        if not noted and trade.says_too_much:
            continue  # "made by" and "shown on" say too much to be claims of a house
        for block in blocks_of(doc):
            if not any(look in block.text for look in trade.looks):
                continue
            for match in _pattern(trade).finditer(block.text):
                name = match["name"].rstrip(".’'").removesuffix("’s").removesuffix("'s")
                place = Passage(block, match.start("name"), match.start("name") + len(name))
                if place.is_quoted or _is_no_house(name) or is_hypothetical(place):
                    continue
                if names_another_work(doc, place) or speaks_of_another(place, but=_OWN):
                    continue
                yield _judged(place, noted)


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
    fits = any(
        said <= _words(name) or _words(name) <= said or _initials(name) == place.text for name in noted
    )
    if fits or not noted:
        status = Status.CONFIRMED if fits else Status.UNVERIFIED
        return Claim(kind="maker", span=place.span, text=place.text, status=status)
    told = " and ".join(noted)
    return Claim(
        kind="maker",
        span=place.span,
        text=place.text,
        status=Status.CONTRADICTED,
        noted=told,
        message=f"The notes have {told}, not {place.text}.",
        replacements=noted,
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())

"""Claims of how long the critic played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim
from reviewcli.reading.claims.context import is_no_claim, said_in
from reviewcli.reading.claims.counts import Count, hedge_of, judged
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.numerals import HEDGE, NUMBER, value_of
from reviewcli.texts.expressions import Expression


@cache
def _pattern() -> Expression:
    """I played for 40 hours, my 40 hours, it took me 40 hours, a 40-hour run; after 40 hours."""
    mine = (
        r"\b(?:I|we)(?:['’]ve| have|['’]d| had)? (?:\w+ly )?(?:played|spent|put|sank|sunk|logged"
        r"|clocked|poured|finished|beat|completed|invested)"
        r"(?: (?:it|this|the (?:game|campaign|story)|in|with it|for|up|through|on(?: (?:an?|the|my) [\w ]{2,20}?)?))*"
        r"|\bmy|\b(?:it|this|game|campaign|story|run|playthrough|ending|credits|all of \w+)(?: has)?"
        r" (?:took|taken) me|\b(?:cost|lasted) me|\bI (?:was|am)(?: done| finished)? (?:in|after)"
        r"|\b(?:my|the) (?:playthrough|run|campaign|playtime)(?: (?:took|lasted|ran|was|is|came to|of"
        r"|clocked in at))+"
    )
    hours = rf"(?P<number>{NUMBER})(?:[\s-]+(?:or so|odd))?[\s-]+(?:hours?|hrs?)\b"
    return Expression(
        rf"(?:(?P<mine>{mine})(?: (?:{HEDGE}|the|an?|first))* {hours}"
        rf"|\b(?P<after>after|at|with)(?: (?:{HEDGE}))? (?P<number2>{NUMBER})[\s-]+hours(?! (?:of sleep"
        rf"|later|a day)))",
        ignore_case=True,
    )


def find(doc: Document) -> Iterator[Claim]:
    """The hours that the text says were played."""
    if doc.notes is None or not may_claim(doc.notes, "hours"):
        return
    played = noted(doc.notes, "hours")
    told = f"{played:g} hours" if played else ""
    for place, match in said_in(doc, _pattern(), "number number2"):
        value = value_of(place.text)
        if not value or is_no_claim(doc, place) or _is_of_a_part(place, match):
            continue
        known = played is not None and (match["mine"] is not None or value > played)
        count = Count(place, value, hedge_of(place.block, place.start))
        yield judged("hours", count, (played,) if known else (), told, room=max(1, value * 0.05))


def _is_of_a_part(place: Passage, match: re.Match[str]) -> bool:
    """Whether they are the first hours, those of a day, or those that a level took."""
    daily = (
        r" (?:a (?:day|night|week)|in(?:to)?\b(?! (?:it|the game|total|all|my))"
        r"|on (?:the|one|a) (?:boss|level|puzzle))"
    )
    text = place.block.text
    return bool(
        re.search(r"\bfirst $", text[match.start() : place.start]) or re.match(daily, text[match.end() :])
    )

"""Claims of how long the critic played."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Document, Passage
from reviewcli.reading.claims.claim import Claim
from reviewcli.reading.claims.context import blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.claims.counts import Count, hedge_of, judged
from reviewcli.reading.claims.noted import may_claim, noted
from reviewcli.reading.claims.numerals import HEDGE, NUMBER, value_of


@cache
def _pattern() -> re.Pattern[str]:
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
    return re.compile(
        rf"(?:(?P<mine>{mine})(?: (?:{HEDGE}|the|an?|first))* {hours}"
        rf"|\b(?P<after>after|at|with)(?: (?:{HEDGE}))? (?P<number2>{NUMBER})[\s-]+hours(?! (?:of sleep"
        rf"|later|a day)))",
        re.IGNORECASE,
    )


def find(doc: Document) -> Iterator[Claim]:
    """The hours that the text says were played."""
    notes = doc.notes
    if notes is None or not may_claim(notes, "hours"):
        return
    played = noted(notes, "hours")
    for block in blocks_of(doc):
        if "hour" not in block.text and "hr" not in block.text:
            continue
        for match in _pattern().finditer(block.text):
            group = "number" if match["number"] else "number2"
            place = Passage(block, *match.span(group))
            value = value_of(place.text)
            if (
                not value
                or place.is_quoted
                or re.search(r"\bfirst $", match.group()[: match.start(group) - match.start()])
            ):
                continue
            if (
                names_another_work(doc, place)
                or is_hypothetical(place)
                or _is_daily(block.text[match.end() :])
            ):
                continue
            count = Count(place, value, hedge_of(block, place.start))
            known = played is not None and (match["mine"] is not None or value > played)
            yield judged(
                "hours",
                count,
                (played,) if known else (),
                f"{played:g} hours" if played else "",
                room=max(1, value * 0.05),
            )


def _is_daily(after: str) -> bool:
    return (
        re.match(
            r" (?:a (?:day|night|week)|in(?:to)?\b(?! (?:it|the game|total|all|my))|on (?:the|one"
            r"|a) (?:boss|level|puzzle))",
            after,
        )
        is not None
    )

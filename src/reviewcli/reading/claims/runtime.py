"""Claims of how long the work runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import WORK, blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.claims.counts import hedge_of
from reviewcli.reading.claims.works import works_in
from reviewcli.reading.numerals import (
    HEDGE,
    NEAR,
    NUMBER,
    OVER,
    UNDER,
    in_words,
    like,
    value_of,
)
from reviewcli.texts.expressions import Expression

_TIME = r"(?:running[ -]?times?|run[ -]?times?|runtimes?|duration|length)"
_RUNS = (
    r"(?:runs?|running|ran|clocks? in|clocking in|clocked in|lasts?|lasting|lasted|comes? in|coming in"
    r"|times? out|weighs? in"
    rf"|weighing in|needs?|needed|takes|requires|spans?|stretch(?:es|ing)?(?: out)?|sprawls?"
    r"|unfolds? over|goes on for|wraps? up in|(?:keeps?|kept|holds?|held) (?:it|things|the \w+) to"
    rf"|{_TIME}(?: is| of|:| was)?)"
)
# What lasts that is not the work, or another form of it.
_PARTS = Expression(
    r"\b(?:sequence|shot|scene|take|speech|(?<!\bis )(?<!\bwas )(?<!too )short|cartoon|episodes?|version|cut"
    r"|segment|montage|prologue|epilogue|flashback|reel|tv|drive|fight|chase|walk|nap|wait|pilot|special|featurette"
    r"|interview|commentary|original(?:ly)?|trailer|mark|stretched|padded|finale|climax|dance"
    r"|set piece|set-piece|each|sketch|skit|gag|joke|monologue|number|lecture|sermon|exchange)\b",
    ignore_case=True,
)
# What may stand between “runs” and a length.
_FILL = (
    rf"(?:\s+(?:{HEDGE}|\(|at|for|to|in|of|is|was|an?|the|its|out|(?:[\w-]+ )?[\w-]+ly|lean|brisk"
    r"|taut|tight|trim|bloated|mere|scant|full|whole|long|slim|short|swift|punishing|bum-numbing|epic"
    r"|economical|breezy|whopping|hefty|svelte|spare|compact|leisurely|exhausting|generous|modest"
    r"|slender|patient))*\s*$"
)
_LOOSE = 10.0
_CLOSE = 3.0


class _Length(msgspec.Struct, frozen=True):
    """A length of time in a text: `start..end` is what a repair replaces."""

    start: int
    end: int
    minutes: float
    tolerance: float
    form: str  # minutes, hours, clock


_HALF = r"(?: and (?:a (?:half|quarter)|three[ -]quarters))"
_JOINED = r"(?:[\s-]and[\s-](?:a[\s-](?:half|quarter)|three[\s-]quarters))"
_HOURS = (
    rf"(?:(?P<hours>an|{NUMBER})(?P<half1>{_HALF})?[\s-]+(?:hours?|hrs?\.?)(?P<half2>{_JOINED})?"
    rf"|hour(?P<half3>{_JOINED}))"
)
_LENGTHS = Expression(
    rf"(?<![\w.-])(?P<whole>{_HOURS}(?:,? (?:and )?(?P<more>{NUMBER})[\s-]+(?:minutes?|mins?\.?))?)\b(?!['’])",
    r"(?<![\w.-])(?P<clock>(?P<h>\d)\s?h(?:rs?)?\.?\s?(?P<m>\d{1,2})\s?(?:m(?:ins?)?)?)\b(?!['’])",
    rf"(?<![\w.-])(?P<minutes>{NUMBER})[\s-]+(?:minutes?|mins?\.?)\b(?!['’])",
    ignore_case=True,
)


def _length(match: re.Match[str]) -> _Length | None:
    """What a match says: on the clock, in minutes, or in hours and perhaps minutes."""
    groups = match.groupdict()
    if "clock" in groups:
        return _Length(*match.span("clock"), int(match["h"]) * 60 + int(match["m"]), _CLOSE, "clock")
    if "minutes" in groups:
        value = value_of(match["minutes"])
        return _Length(*match.span("minutes"), value, _CLOSE, "minutes") if value else None
    hours = value_of(match["hours"] or "one") or 0
    more = value_of(match["more"] or "zero") or 0
    part = _part(match["half1"] or match["half2"] or match["half3"] or "")
    tolerance = _CLOSE if match["more"] else _LOOSE
    return _Length(*match.span("whole"), hours * 60 + part + more, tolerance, "hours")


def _part(text: str) -> int:
    return 30 if "half" in text else 45 if "three" in text else 15 if "quarter" in text else 0


def find(doc: Document) -> Iterator[Claim]:
    """The lengths that the text gives the work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not re.search(r"\b(?:min|hour|hr|\dh)", block.text, re.IGNORECASE):
            continue
        for match in _LENGTHS.finditer(block.text):
            length = _length(match)
            if length is None or _is_a_part(doc, length):
                continue
            place = Passage(block, length.start, length.end)
            if not place.is_quoted and _is_of_the_work(doc, block, match):
                yield _judged(doc, place, length, hedge_of(block, match.start()))


def _is_a_part(doc: Document, length: _Length) -> bool:
    """Whether a length is so far from the work's that it is a scene's: nobody takes 100 minutes for 20."""
    true = doc.notes.runtime if doc.notes else None
    return true is not None and length.minutes < true * 0.3


def _is_of_the_work(doc: Document, block: Block, match: re.Match[str]) -> bool:
    """Whether the length is the whole work's, by the words round it."""
    passage = Passage(block, match.start(), match.end())
    before, after = passage.before, passage.after
    if _is_all_of_it(before, after):
        return not names_another_work(doc, passage)
    every = re.search(r"\b(?:not|never) (?:a single )?one of (?:its|the|those) $", before, re.IGNORECASE)
    if _is_of_a_part(before, after) or names_another_work(doc, passage):
        return False
    if is_hypothetical(passage) and not every:
        return False
    if re.search(r"(?:^|[(,;|/·]\s*)$", before) and re.search(r"\bmins?\.?$", match.group()):
        return re.match(r"\s*(?:[),.;|/·]|$)", after) is not None  # (UK, 117 mins, 15)
    if match.group().endswith("s") and re.match(rf"[\s-]*(?:\w+ ){{0,2}}{WORK}\b", after, re.IGNORECASE):
        return False  # "for ninety minutes the film …"
    return (
        _is_said_of_the_work(before, after)
        or _is_beside_title(doc, block, match.start(), match.end())
        or _belongs_to_it(before, after)
        or _opens_with_at(doc, block, before, after, passage.sentence.start, match.end())
    )


def _is_all_of_it(before: str, after: str) -> bool:
    """All 126 minutes of it."""
    return bool(
        _ALL.search(before)
        and re.match(rf" of (?:it\b|(?:the|this) {WORK}\b)|[.,]| \w+ (?:in|on|at)\b", after, re.IGNORECASE)
    )


_ALL = Expression(r"\b(?:all|every one) (?:of )?(?:the |its |those )?$", ignore_case=True)


def _is_of_a_part(before: str, after: str) -> bool:
    """Whether the words round a length say that a part lasts so long, or that time goes by: ten minutes later."""
    return bool(
        _GOES_BY.match(after) or _OF_A_PART.search(before) or _PARTS.search(f"{before[-70:]} {after[:50]}")
    )


_GOES_BY = Expression(
    r"[\s-]*(?:off\b|in\b|into\b|later|longer|shorter|too |of (?!pure|sheer|non|unre)|from|before"
    r"|after|ago|apart|away|until|past|per|a day|to (?!tell|spare))",
    ignore_case=True,
)
_OF_A_PART = Expression(
    r"\b(?:first|last|final|opening|closing|next|another|every|after|within|other|extra|additional"
    r"|further|for the|by|than|least|trim\w*|cut\w*|los\w+|feels?|felt|seems?|seemed)\s+(?:\w+ )?$",
    r"\b(?:first|second|third|fourth|last|final|opening|each|either|every) (?:act|half|part|third|side|disc"
    r"|chapter|movement)\b",
    r"\bside (?:one|two|three|four|[abAB1-4])\b",
    r"\bon (?:television|tv|video|dvd)\b",
    r"\binterval (?:comes|arrives|falls|is)\b",
    ignore_case=True,
)


def _is_said_of_the_work(before: str, after: str) -> bool:
    """Runs 126 minutes; a 126-minute film; packs a life into 126 minutes."""
    return bool(_AHEAD.match(after) or _RUNS_FOR.search(before))


_AHEAD = Expression(
    rf"[\s-]*(?:long\b|\(?\s*{_TIME}|,? (?:[\w-]+,? ){{0,3}}?(?:{WORK}|{_TIME})\b)", ignore_case=True
)
_RUNS_FOR = Expression(
    rf"\b{_RUNS}{_FILL}",
    rf"\b(?:pack|cram|squeez|fit|stuff|condens|compress)(?:e?s|e?d|t?ed|t?ing)? [^.;]{{1,40}} into{_FILL}",
    rf"\b(?:an?|the|this) (?:\w+ )?{WORK} (?:of|at){_FILL}",
    ignore_case=True,
)


def _belongs_to_it(before: str, after: str) -> bool:
    """Its brisk 126 minutes fly by."""
    its = rf"\b(?:its|the {WORK}['’]s) (?:[\w-]+ ){{0,2}}$"
    return bool(re.search(its, before, re.IGNORECASE) and re.match(r" (?!of\b)\w+|[.,]", after))


def _is_beside_title(doc: Document, block: Block, start: int, end: int) -> bool:
    """*Her* (126 minutes), *Her* (2013, 126 min.); the 126-minute *Her*."""
    own = [work for work in works_in(doc, block) if work.is_own]
    behind = (block.text[work.end : start] for work in own if work.end <= start)
    ahead = (block.text[end : work.start] for work in own if work.start >= end)
    return any(re.fullmatch(r"\W{0,2}\s*[(\[][^()\[\]]*", between) for between in behind) or any(
        re.fullmatch(r"[\s-]+(?:\w+ )?", between) for between in ahead
    )


def _opens_with_at(doc: Document, block: Block, before: str, after: str, start: int, end: int) -> bool:
    """At 126 minutes, it …; The film, at 126 minutes, …."""
    at = rf"(?:at|with|over|in)\s+(?:(?:{HEDGE}|an?|its|just|barely|[\w-]+)\s+){{0,3}}$"
    if re.fullmatch(rf"\W*(?:and |but |even |yet )?{at}", before, re.IGNORECASE) and re.match(
        r"\s*,|\s*\w", after
    ):
        return bool(re.match(r"\W*(?:and \w+ ?)?[,—–]", after)) or after.strip().startswith(("it ", "the "))
    if re.search(rf"[,—–(]\s*{at}", before, re.IGNORECASE):
        return any(work.is_own and start <= work.start < end for work in works_in(doc, block)) or bool(
            re.search(rf"\b(?:the|this) {WORK}\b|\b(?:it|its)\b", before + after, re.IGNORECASE)
        )
    return False


def _judged(doc: Document, place: Passage, length: _Length, hedge: str) -> Claim:
    true = doc.notes.runtime if doc.notes else None
    if true is None or (doc.notes and doc.notes.version):
        return held("runtime", place, fits=None)
    message = f"The notes have {true} minutes, not {length.minutes:g}."
    right = (_repaired(place.text, length, true),)
    is_near = length.minutes % 5 == 0 and abs(length.minutes - true) <= 5
    fits = _fits(length, true, hedge)
    return held("runtime", place, fits, f"{true} minutes", message, right, doubtful=is_near)


def _fits(length: _Length, true: int, hedge: str) -> bool:
    tolerance = max(length.tolerance, (15 if length.form == "hours" else _LOOSE) if hedge in NEAR else 0)
    if hedge in OVER and true >= length.minutes - tolerance:
        return length.minutes >= true - 40
    if hedge in UNDER and true <= length.minutes + 1:
        return length.minutes <= true + 40
    return abs(length.minutes - true) <= tolerance


def _repaired(text: str, length: _Length, true: int) -> str:
    hours, minutes = divmod(true, 60)
    if length.form == "minutes":
        return like(text, true)
    if length.form == "clock":
        return re.sub(r"\d+", "{}", text).format(hours, minutes)
    if "-" in text:
        return f"{true}-minute"
    figures = text[0].isdigit()
    parts = [
        f"{count if figures else in_words(count)} {unit}{'s' if count > 1 else ''}"
        for count, unit in ((hours, "hour"), (minutes, "minute"))
        if count
    ]
    whole = (" and " if " and " in text or not figures else " ").join(parts)
    if minutes == 30 and hours > 1 and not figures:
        whole = f"{in_words(hours)} and a half hours"
    return whole[0].upper() + whole[1:] if text[0].isupper() else whole

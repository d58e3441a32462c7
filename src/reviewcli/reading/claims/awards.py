"""Claims of prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.model import Award
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.award_winners import winners
from reviewcli.reading.claims.award_words import (
    BEST,
    LOST,
    NOMINATED,
    PRIZES,
    SAME,
    STOP,
    THING,
    WON,
    YEAR,
    category,
)
from reviewcli.reading.claims.claim import Claim, Status, held
from reviewcli.reading.claims.context import group_of, is_no_claim, said_in
from reviewcli.texts.expressions import Expression


def _prizes_told() -> Expression:
    prizes = "|".join(PRIZES)
    at = rf"(?: (?:award|prize|trophy))?(?:,? (?:at|from)(?: the)?)? (?:(?P<year1>{YEAR}) )?"
    before = rf"(?:(?P<before>{BEST}){at})?"
    made = rf"(?P<tail>-winning (?P<made>{THING})|-winning|-nominated| winner| nominee| win\b| nomination\b| nod\b)"
    year = rf"(?: (?:in|of|at|back in)(?: the)? (?P<year3>{YEAR})(?! film)|,? \(?(?P<year4>{YEAR})\b)"
    return Expression(
        rf"{before}(?:\b(?P<year2>{YEAR})(?:['’]s)? )?\b(?P<prize>{prizes})\b{made}?{category()}?{year}?"
    )


_PRIZES_TOLD = _prizes_told()


def find(doc: Document) -> Iterator[Claim]:
    """The prizes that the text gives the work: for what, won or not, in which year and by whom."""
    if doc.notes is None:
        return
    for place, match in said_in(doc, _PRIZES_TOLD, "prize"):
        if is_no_claim(doc, place) or _is_wished(place):
            continue
        same = [award for award in doc.notes.awards if _prize_of(award.name) == _prize_of(match["prize"])]
        claim, fitting = _judged(place.block, match, same, doc)
        yield claim
        if claim.status is not Status.CONTRADICTED:
            yield from _years(place.block, match, fitting)
            yield from winners(doc, place.block, match.span(), fitting)


def _is_wished(place: Passage) -> bool:
    """Whether a prize is one that somebody ought to have had: it deserved an Oscar."""
    wish = r"\b(?:deserv\w+|worthy of|robbed of|snubbed|overlooked|hop\w+ for|ought|if there were|odds|campaign)\b"
    return re.search(wish, place.before[-60:], re.IGNORECASE) is not None


def _is_of_a_stranger(block: Block, match: re.Match[str], doc: Document) -> bool:
    """Whether somebody whom the notes do not know won it: Meryl Streep won the Oscar that year."""
    before = block.text[max(match.start() - 60, 0) : match.start()]
    named = re.search(
        rf"((?:[A-Z][\w’'-]+ ){{2,3}})(?:had |has |\w+ly )?{WON} (?:(?:the|an?|his|her) )?$", before
    )
    if named is None:
        return False
    words = {fold(word) for person in doc.names.people for word in person.full.split()}
    words |= {fold(word) for title in doc.names.titles for word in title.split()}
    return words.isdisjoint(map(fold, named[1].split()))


def _judged(
    block: Block, match: re.Match[str], same: list[Award], doc: Document
) -> tuple[Claim, list[Award]]:
    """The claim of a prize, its category and its result, and the prizes of the notes that it speaks of."""
    group = group_of(match, "after listed made before prize")
    place = Passage(block, *match.span(group))
    text = match.group()
    result = _result(block, match)
    unverified = Claim(kind="award", span=place.span, text=text, status=Status.UNVERIFIED)
    is_bare = group == "prize"
    fitting = same if is_bare else [award for award in same if _fits(match[group], award.category)]
    if not fitting:
        is_wrong = same and result != "lost"
        return _wrong_category(place, text, same) if is_wrong else unverified, []
    if is_bare and result is None:
        return unverified, fitting
    if is_bare and result == "won" and _is_of_a_stranger(block, match, doc):
        return unverified, []
    if result and not any(_has_result(award, result) for award in fitting):
        return _wrong_result(block, match, result, fitting[0]) or unverified, fitting
    return Claim(kind="award", span=place.span, text=text, status=Status.CONFIRMED), fitting


def _opening_year(block: Block, match: re.Match[str]) -> Passage | None:
    """The year of “In 2014, it won the …”."""
    sentence = Passage(block, match.start("prize"), match.end("prize")).sentence
    before = block.text[sentence.start : match.start()]
    subject = r"(?:it|he|she|they|(?:the|this) \w+|(?:[A-Z][\w’'.]+ ?){1,4})"
    found = re.match(
        rf"\W*(?:Back )?[Ii]n (?P<year>{YEAR}),? {subject} (?:\w+ )?{WON} (?:an?|the|his|her|its)? ?$",
        before,
    )
    return (
        Passage(block, sentence.start + found.start("year"), sentence.start + found.end("year"))
        if found
        else None
    )


def _years(block: Block, match: re.Match[str], fitting: list[Award]) -> Iterator[Claim]:
    """The year of a prize: that of the night, or of the work that it honours, the year before."""
    years = list(dict.fromkeys(award.year for award in fitting if award.year))
    if not years or len(years) != len({award.category for award in fitting}):
        return
    group = group_of(match, "year1 year2 year3 year4")
    place = Passage(block, *match.span(group)) if group else _opening_year(block, match)
    if place is None:
        return
    fits = any(int(place.text) in (year, year - 1) for year in years)
    told = " and ".join(map(str, years))
    message = f"In the notes the {fitting[0].name} is of {told}, not {place.text}."
    yield held("award", place, fits, told, message, tuple(map(str, years)))


def _prize_of(name: str) -> str:
    for pattern, word in PRIZES.items():
        if re.search(pattern, name, re.IGNORECASE):
            return word if word not in ("award", "prize", "bear") else fold(name).removesuffix("s")
    return fold(name)


def _words(category: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", fold(category))) - STOP
    return {SAME.get(word, word) for word in words}


def _fits(said: str, category: str | None) -> bool:
    if category is not None and _is_supporting(said) is not _is_supporting(category):
        return False
    return category is None or (
        bool(_words(said)) and (_words(said) <= _words(category) or _words(category) <= _words(said))
    )


def _is_supporting(category: str) -> bool:
    """Whether a category honours a smaller part; “Best Actress” does not."""
    return "supporting" in category.lower()


def _result(block: Block, match: re.Match[str]) -> str | None:
    """What the text says came of it: won, nominated, or nothing."""
    tail = match["tail"] or ""
    if tail.strip():
        return "nominated" if "no" in tail.replace("now", "") else "won"
    before = block.text[max(match.start() - 50, 0) : match.start()].split(". ")[-1]
    after = block.text[match.end("prize") : match.end("prize") + 12]
    if re.match(r" (?:was (?:won by|awarded to|given to)|went to)\b", block.text[match.end() :]):
        return "won"
    if re.search(rf"\b{LOST}\b[^,;]*$", before, re.IGNORECASE):
        return "lost"
    if re.search(rf"\b{NOMINATED}\b", f"{before} {after}", re.IGNORECASE):
        return "nominated"
    return "won" if re.search(rf"\b{WON}\b", before, re.IGNORECASE) else None


def _has_result(award: Award, result: str) -> bool:
    if result == "lost":
        return award.result != "won"
    noted = _plain_result(award)
    return award.result is None or noted == result or (result == "nominated" and noted == "won")


def _plain_result(award: Award) -> str:
    """Won or nominated; a place on a list is a nomination."""
    text = (award.result or "").lower()
    return "nominated" if re.search(r"nomin|short|long|finalist|runner", text) else text


def _wrong_category(place: Passage, text: str, same: list[Award]) -> Claim:
    right = [award.category for award in same if award.category]
    if place.text.islower():
        right = [category.lower() for category in right]
    elif place.text[:1].islower():
        right = [category[0].lower() + category[1:] for category in right]
    if not re.match("best", place.text, re.IGNORECASE):
        right = [re.sub(r"^best ", "", category, flags=re.IGNORECASE) for category in right]
    return Claim(
        kind="award",
        span=place.span,
        text=text,
        status=Status.CONTRADICTED,
        noted=" and ".join(right),
        message=f"The notes have the {same[0].name} for {' and '.join(right)}, not for {place.text}.",
        replacements=tuple(right),
    )


# A win, and the nomination in its place.
_RESULTS = {
    "won": "was nominated for",
    "wins": "is nominated for",
    "winning": "nominated",
    "winner": "nominee",
}


def _wrong_result(block: Block, match: re.Match[str], result: str, award: Award) -> Claim | None:
    start = max(match.start() - 50, 0)
    found = list(
        re.finditer(
            rf"\b{ {'won': WON, 'lost': LOST}.get(result, NOMINATED) }\b",
            block.text[start : match.start()],
            re.I,
        )
    )
    place = (
        Passage(block, start + found[-1].start(), start + found[-1].end())
        if found
        else Passage(block, *match.span("prize"))
    )
    noted = _plain_result(award)
    if noted not in ("won", "nominated"):
        return None
    told = "a nomination, no win" if noted == "nominated" else "a win"
    tail = (match["tail"] or "").strip()
    if not found and tail:
        at = match.start("tail") + match["tail"].index(tail.lstrip("-"))
        place = Passage(block, at, at + len(tail.lstrip("-")))
    right = _RESULTS.get(place.text.lower(), "") if noted == "nominated" else ""
    if right == "was nominated for" and award.result in ("shortlisted", "longlisted"):
        right = f"was {award.result} for"
    return Claim(
        kind="award",
        span=place.span,
        text=match.group(),
        status=Status.CONTRADICTED,
        noted=f"{award.name}: {award.result}",
        message=f"In the notes the {award.name}{f' for {award.category}' if award.category else ''} is {told}.",
        replacements=(right,) if right else (),
    )

"""Claims of prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.claims.claim import Claim, Status
from reviewcli.claims.context import blocks_of, is_hypothetical, names_another_work
from reviewcli.document import Block, Document, Passage
from reviewcli.notes.model import Award
from reviewcli.notes.surnames import fold

# A prize as texts call it, and a word by which notes have it.
_PRIZES = {
    r"Academy Awards?|Oscars?": "oscar",
    r"BAFTAs?(?: Awards?)?": "bafta",
    r"Golden Globes?(?: Awards?)?": "globe",
    r"Palme d['’]Or": "palme",
    r"Golden Lion": "lion",
    r"(?:Golden|Silver) Bear": "bear",
    r"C[ée]sars?(?: Awards?)?": "cesar",
    r"Emmys?(?: Awards?)?": "emmy",
    r"Grammys?(?: Awards?)?": "grammy",
    r"Tonys?(?: Awards?)": "tony",
    r"(?:Man )?Booker(?: Prize)?": "booker",
    r"Pulitzer(?: Prize)?": "pulitzer",
    r"(?:Hugo|Nebula|Edgar|Goya|Spirit|Saturn|Independent Spirit|National Book) Awards?": "award",
    r"Grand Prix|Grand Jury Prize|Mercury Prize|Costa Book Award|Game of the Year": "prize",
}
# Letters without which no prize is named.
_CUES = (
    "Academy Award", "Oscar", "BAFTA", "Golden", "Silver Bear", "Palme", "Cesar", "César", "Emmy", "Grammy",
    "Tony", "Booker", "Pulitzer", " Award", "Prize", "Grand Prix", "Game of the Year",
)  # fmt: skip
_WON = (
    r"(?:w[io]n(?:s|ning)?|won|earn(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|took (?:home)?|takes"
    r"|collected|landed|bagged|claimed|secured|garnered|netted|scooped|picked up|g[eo]t|brought)"
)
_NOMINATED = r"(?:nominat(?:ed|ion|ions)|nods?|shortlisted|up for|nominees?)"
_CATEGORY = (
    r"(?:(?:award |prize |statuette |nomination |nod )?(?:for"
    r"|in the category of) (?:its )?)(?P<after>[Bb]est(?: (?!and\b|for\b|in\b(?! a))[\w-]+){1,6}"
    r"|(?:[Oo]riginal |[Aa]dapted |[Pp]roduction |[Cc]ostume |[Ff]ilm )?(?:[Ss]creenplay|[Ss]core"
    r"|[Ss]ong|[Dd]irecting|[Dd]irector|[Ee]diting|[Cc]inematography|[Dd]esign|[Ss]ound))"
)
_STOP = frozenset("best award awards for in a an the of achievement outstanding performance by year".split())
_SAME = {
    "picture": "film",
    "director": "directing",
    "direction": "directing",
    "cinematographer": "cinematography",
    "music": "score",
    "soundtrack": "score",
    "writing": "screenplay",
    "edited": "editing",
    "motion": "film",
}


@cache
def _pattern() -> re.Pattern[str]:
    prizes = "|".join(_PRIZES)
    before = r"(?:(?P<before>[Bb]est(?: [A-Z][\w-]+| in| a){1,6}) )?"
    return re.compile(
        rf"{before}(?P<prize>\b(?:{prizes}))\b(?P<tail>-winning|-nominated| winner| nominee)?(?: {_CATEGORY})?"
    )


def find(doc: Document) -> Iterator[Claim]:
    """The prizes that the text gives the work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not any(cue in block.text for cue in _CUES):
            continue
        for match in _pattern().finditer(block.text):
            place = Passage(block, *match.span("prize"))
            if not place.is_quoted and not names_another_work(doc, place) and not is_hypothetical(place):
                yield _judged(doc, block, match)


def _judged(doc: Document, block: Block, match: re.Match[str]) -> Claim:
    assert doc.notes is not None
    group = next((name for name in ("after", "before") if match[name]), "prize")
    place = Passage(block, *match.span(group))
    same = [award for award in doc.notes.awards if _prize_of(award.name) == _prize_of(match["prize"])]
    result = _result(block, match)
    unverified = Claim(kind="award", span=place.span, text=match.group(), status=Status.UNVERIFIED)
    if not same or (group == "prize" and result is None):
        return unverified
    fitting = [award for award in same if group == "prize" or _fits(match[group], award.category)]
    if not fitting:
        return _wrong_category(place, match.group(), same)
    if result and not any(_has_result(award, result) for award in fitting):
        return _wrong_result(block, match, result, fitting[0]) or unverified
    return Claim(kind="award", span=place.span, text=match.group(), status=Status.CONFIRMED)


def _prize_of(name: str) -> str:
    for pattern, word in _PRIZES.items():
        if re.search(pattern, name, re.IGNORECASE):
            return word if word not in ("award", "prize", "bear") else fold(name).removesuffix("s")
    return fold(name)


def _words(category: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", fold(category))) - _STOP
    return {_SAME.get(word, word) for word in words}


def _fits(said: str, category: str | None) -> bool:
    return category is None or (
        bool(_words(said)) and (_words(said) <= _words(category) or _words(category) <= _words(said))
    )


def _result(block: Block, match: re.Match[str]) -> str | None:
    """What the text says came of it: won, nominated, or nothing."""
    tail = match["tail"] or ""
    if tail.strip():
        return "nominated" if "nomin" in tail else "won"
    before = block.text[max(match.start() - 50, 0) : match.start()].split(". ")[-1]
    after = block.text[match.end("prize") : match.end("prize") + 12]
    if re.search(rf"\b{_NOMINATED}\b", f"{before} {after}", re.IGNORECASE):
        return "nominated"
    return "won" if re.search(rf"\b{_WON}\b", before, re.IGNORECASE) else None


def _has_result(award: Award, result: str) -> bool:
    return award.result is None or award.result == result or (result == "nominated" and award.result == "won")


def _wrong_category(place: Passage, text: str, same: list[Award]) -> Claim:
    right = [award.category for award in same if award.category]
    if place.text[:1].islower():
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


def _wrong_result(block: Block, match: re.Match[str], result: str, award: Award) -> Claim | None:
    start = max(match.start() - 50, 0)
    found = list(
        re.finditer(
            rf"\b{_WON if result == 'won' else _NOMINATED}\b", block.text[start : match.start()], re.I
        )
    )
    place = (
        Passage(block, start + found[-1].start(), start + found[-1].end())
        if found
        else Passage(block, *match.span("prize"))
    )
    if award.result not in ("won", "nominated"):
        return None
    told = "a nomination, no win" if award.result == "nominated" else "a win"
    return Claim(
        kind="award",
        span=place.span,
        text=match.group(),
        status=Status.CONTRADICTED,
        noted=f"{award.name}: {award.result}",
        message=f"In the notes the {award.name}{f' for {award.category}' if award.category else ''} is {told}.",
        replacements=("was nominated for",) if place.text.lower() == "won" and result == "won" else (),
    )

"""Claims of prizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.claims.award_winners import winners
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
    r"(?:w[io]n(?:s|ning)?|won|winners? of|earn(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|took (?:home)?|takes"
    r"|collected|landed|bagged|claimed|secured|garnered|netted|scooped|picked up|g[eo]t|brought|awarded"
    r"|honou?red with|named|voted|crowned|gave it|awarded it)"
)
_NOMINATED = r"(?:nominat(?:ed|ion|ions)|nods?|shortlisted|up for|nominees?)"
_LOST = r"(?:lost|missed out on|missed|passed over for|denied)"
_KINDS = (
    r"(?:original|adapted|supporting|leading|lead|foreign|foreign-language|international|animated|feature"
    r"|documentary|short|live-action|motion|picture|film|actor|actress|director|direction|directing"
    r"|screenplay|writing|score|song|music|cinematography|photography|editing|sound|mixing|design"
    r"|production|costumes?|makeup|make-up|hairstyling|visual|effects|drama|comedy|musical|series"
    r"|performance|newcomer|debut|language|art|book|novel|album|game|play|role|limited|in a|a)"
)
_BEST = rf"[Bb]est(?: (?:{_KINDS}\b|(?:(?:in|by|or) (?:an? )?)?[A-Z][\w-]+)){{1,6}}"
_THING = (
    r"(?:[Oo]riginal |[Aa]dapted |[Pp]roduction |[Cc]ostume |[Ff]ilm )?(?:[Ss]creenplay|[Ss]cript|[Ss]core"
    r"|[Ss]ong|[Dd]irecting|[Dd]irection|[Dd]irector|[Ee]diting|[Cc]inematography|[Dd]esign|[Ss]ound)"
)
_YEAR = r"(?:1[89]|20)\d\d"


def _category() -> str:
    """What a prize is for, behind it: for Best Score, in the category of …, : Best Score, -winning score."""
    owner = r"(?:its |his |her |their |the |[A-Z][\w’'. -]{2,30}?['’]s )?"
    joint = rf"(?:award |prize |statuette |nomination |nod |win |victory )?(?:for|in the category of) {owner}"
    return rf"(?: {joint}(?P<after>{_BEST}|{_THING})\b|(?:[:,] | \(|, for ){owner}(?P<listed>{_BEST}))"


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
    "script": "screenplay",
    "motion": "film",
}


@cache
def _pattern() -> re.Pattern[str]:
    prizes = "|".join(_PRIZES)
    at = rf"(?: (?:award|prize|trophy))?(?:,? (?:at|from)(?: the)?)? (?:(?P<year1>{_YEAR}) )?"
    before = rf"(?:(?P<before>{_BEST}){at})?"
    made = rf"(?P<tail>-winning (?P<made>{_THING})|-winning|-nominated| winner| nominee)"
    year = rf"(?: (?:in|of|at|back in)(?: the)? (?P<year3>{_YEAR})(?! film)|,? \(?(?P<year4>{_YEAR})\b)"
    return re.compile(
        rf"{before}(?:\b(?P<year2>{_YEAR})(?:['’]s)? )?\b(?P<prize>{prizes})\b{made}?{_category()}?{year}?"
    )


def find(doc: Document) -> Iterator[Claim]:
    """The prizes that the text gives the work: for what, won or not, in which year and by whom."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not any(cue in block.text for cue in _CUES):
            continue
        for match in _pattern().finditer(block.text):
            place = Passage(block, *match.span("prize"))
            if place.is_quoted or names_another_work(doc, place) or is_hypothetical(place):
                continue
            same = [award for award in doc.notes.awards if _prize_of(award.name) == _prize_of(match["prize"])]
            claim, fitting = _judged(block, match, same)
            yield claim
            if claim.status is not Status.CONTRADICTED:
                yield from _years(block, match, fitting)
                yield from winners(doc, block, match.span(), fitting)


def _judged(block: Block, match: re.Match[str], same: list[Award]) -> tuple[Claim, list[Award]]:
    """The claim of a prize, its category and its result, and the prizes of the notes that it speaks of."""
    group = next((name for name in ("after", "listed", "made", "before") if match[name]), "prize")
    place = Passage(block, *match.span(group))
    text = match.group()
    result = _result(block, match)
    unverified = Claim(kind="award", span=place.span, text=text, status=Status.UNVERIFIED)
    if not same:
        return unverified, []
    fitting = [award for award in same if group == "prize" or _fits(match[group], award.category)]
    if not fitting:
        return _wrong_category(place, text, same), []
    if group == "prize" and result is None:
        return unverified, fitting
    if result and not any(_has_result(award, result) for award in fitting):
        return _wrong_result(block, match, result, fitting[0]) or unverified, fitting
    return Claim(kind="award", span=place.span, text=text, status=Status.CONFIRMED), fitting


def _opening_year(block: Block, match: re.Match[str]) -> Passage | None:
    """The year of “In 2014, it won the …”."""
    sentence = Passage(block, match.start("prize"), match.end("prize")).sentence
    before = block.text[sentence.start : match.start()]
    subject = r"(?:it|he|she|they|(?:the|this) \w+|(?:[A-Z][\w’'.]+ ?){1,4})"
    found = re.match(
        rf"\W*(?:Back )?[Ii]n (?P<year>{_YEAR}),? {subject} (?:\w+ )?{_WON} (?:an?|the|his|her|its)? ?$",
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
    group = next((name for name in ("year1", "year2", "year3", "year4") if match[name]), "")
    if not years or len(years) != len({award.category for award in fitting}):
        return
    opened = _opening_year(block, match)
    if not group and opened is None:
        return
    place = Passage(block, *match.span(group)) if group else opened
    assert place is not None
    fits = any(int(place.text) in (year, year - 1) for year in years)
    told = " and ".join(map(str, years))
    yield Claim(
        kind="award",
        span=place.span,
        text=place.text,
        status=Status.CONFIRMED if fits else Status.CONTRADICTED,
        noted=told,
        message=f"In the notes the {fitting[0].name} is of {told}, not {place.text}.",
        replacements=() if fits else tuple(map(str, years)),
    )


def _prize_of(name: str) -> str:
    for pattern, word in _PRIZES.items():
        if re.search(pattern, name, re.IGNORECASE):
            return word if word not in ("award", "prize", "bear") else fold(name).removesuffix("s")
    return fold(name)


def _words(category: str) -> set[str]:
    words = set(re.findall(r"[a-z]+", fold(category))) - _STOP
    return {_SAME.get(word, word) for word in words}


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
        return "nominated" if "nomin" in tail else "won"
    before = block.text[max(match.start() - 50, 0) : match.start()].split(". ")[-1]
    after = block.text[match.end("prize") : match.end("prize") + 12]
    if re.match(r" (?:was (?:won by|awarded to|given to)|went to)\b", block.text[match.end() :]):
        return "won"
    if re.search(rf"\b{_LOST}\b[^,;]*$", before, re.IGNORECASE):
        return "lost"
    if re.search(rf"\b{_NOMINATED}\b", f"{before} {after}", re.IGNORECASE):
        return "nominated"
    return "won" if re.search(rf"\b{_WON}\b", before, re.IGNORECASE) else None


def _has_result(award: Award, result: str) -> bool:
    if result == "lost":
        return award.result != "won"
    return award.result is None or award.result == result or (result == "nominated" and award.result == "won")


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


def _wrong_result(block: Block, match: re.Match[str], result: str, award: Award) -> Claim | None:
    start = max(match.start() - 50, 0)
    found = list(
        re.finditer(
            rf"\b{ {'won': _WON, 'lost': _LOST}.get(result, _NOMINATED) }\b",
            block.text[start : match.start()],
            re.I,
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

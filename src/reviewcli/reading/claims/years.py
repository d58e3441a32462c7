"""Claims of the year in which the work came out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.kinds import KINDS
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import (
    WORK,
    blocks_of,
    is_hypothetical,
    names_another_work,
    speaks_of_another,
)
from reviewcli.reading.claims.works import Work, works_in
from reviewcli.texts.expressions import Expression

# No decade, no span of years, no "1946's" but in front of a title.
_YEAR = r"(?:1[89]\d\d|20\d\d)(?!\d|s\b|[-–/]\d)"
_MONTH = (
    r"(?:(?:early|late|mid|the (?:spring|summer|autumn|fall|winter) of|(?:January|February|March|April"
    r"|May|June|July|August"
    r"|September|October|November|December),?|\d{1,2},?|(?:spring|summer|autumn|fall|winter))[\s-]+)*"
)
# How a text says that a work came out, and where it may be said to have come.
_CAME_OUT = """
    released, came out, comes out, coming out, premiered, premiering, premieres, opened, debuted, bowed, first shown,
    published, first staged, first performed, first produced, first aired, first broadcast, arrived, made, produced,
    issued, first seen, date from, dates from, dating from, dated, appeared
"""
_WORDS_OUT = tuple(word.strip() for word in _CAME_OUT.split(","))
_REACHED = ("hit", "reached")
_PLACES = "theaters|theatres|cinemas|screens|shelves|shops|stores|stages?"
_OUT = rf"(?:{'|'.join(_WORDS_OUT)}|(?:{'|'.join(_REACHED)}) (?:[\w-]+ )?(?:{_PLACES}))"


_FAR = r"(?:(?!\b(?:set|who|born|when|where|after|before|until)\b)[^.;:()“”\"\d]){0,40}?"
_RELEASED = Expression(
    rf"\b{_OUT}\b{_FAR}\b(?:back )?(?:in|on|from)? ?{_MONTH}\b(?P<after>{_YEAR})",
    rf"\bin {_MONTH}(?P<before>{_YEAR}),? [^.;:\d“”\"]{{0,40}}?\b{_OUT}\b",
    ignore_case=True,
)
_DESCRIBED = Expression(
    rf"\b(?:this|the film, an?|it is an?|it['’]s an?|is an?|was an?) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<before>{_YEAR})(?:['’]s)? (?:[\w-]+ ){{0,3}}?{WORK}\b",
    rf"\bits (?:[a-z]+ )?(?P<issue>{_YEAR}) (?:release|premi[eè]re|debut|opening|publication)\b",
    rf"(?:^|[.;|·]\s*)(?:year|released?|release (?:year|date)): {_MONTH}(?P<label>{_YEAR})",
    rf"\bback in (?P<back>{_YEAR}),? this {WORK}\b",
    r"\b(?:best|worst|finest|greatest|favou?rite|oddest|strangest|biggest|one of the \w+|among the \w+)"
    rf" (?:[\w-]+ ){{0,2}}?{WORK}s? (?:of|from) (?P<after>{_YEAR})",
    ignore_case=True,
)
_BEHIND_TITLE = Expression(
    rf"[’'”\"]?\s*[(\[](?:[^()\[\]\d]{{0,60}}?[,;/]\s*)?(?P<bracket>{_YEAR})",
    rf",\s+(?:an?|the|this) (?:[\w-]+ ){{0,2}}?(?P<apposed>{_YEAR}) (?:[\w-]+ ){{0,3}}?{WORK}\b",
    rf"\s*[/|–—]\s*(?P<beside>{_YEAR})(?=\s*(?:[/|–—,)]|$))",
    rf",?\s+(?:(?:was|is) )?(?:(?:first )?{_OUT} )?(?:in|from|of|circa) {_MONTH}(?P<after>{_YEAR})",
    rf",\s*(?P<comma>{_YEAR})\s*(?=[,)\n]|$)",
)
_BEFORE_TITLE = Expression(
    rf"(?<!\bin )\b(?P<before>{_YEAR})(?:['’]s)?\s+(?:(?!and\b)[\w-]+ ){{0,2}}?(?:{WORK} )?[“\"‘]?$"
)


def find(doc: Document) -> Iterator[Claim]:
    """The years that the text gives the work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if not re.search(r"\b(?:1[89]|20)\d\d", block.text):
            continue
        seen: set[int] = set()
        for place, is_sure in (*_beside_titles(doc, block), *_in_sentences(doc, block)):
            if place.start in seen or (place.is_quoted and not is_sure):
                continue
            seen.add(place.start)
            yield _judged(doc, place, beside_title=is_sure)


def _judged(doc: Document, place: Passage, *, beside_title: bool) -> Claim:
    assert doc.notes is not None
    true, said = doc.notes.year, int(place.text)
    if true is None:
        return held("year", place, fits=None)
    # A day of release may lie in another year; beside the title stands the work's own.
    is_noted = said == true or (not beside_title and place.text in (doc.notes.release or ""))
    is_next = abs(said - true) == 1
    message = f"{said} is {true} in the notes."
    message += " Say so if it is another date, such as a festival’s." if is_next else ""
    return held("year", place, is_noted, str(true), message, (str(true),), doubtful=is_next)


def _beside_titles(doc: Document, block: Block) -> Iterator[tuple[Passage, bool]]:
    """*Her* (2013), *Her*, from 2013; 2013’s *Her*, the 2013 film *Her*."""
    for work in works_in(doc, block):
        if work.is_exact:
            for place in _years_at(block, work):
                if not _is_of_another(doc, place, in_title=True):
                    yield place, True


def _years_at(block: Block, work: Work) -> Iterator[Passage]:
    """The years behind a title and in front of it."""
    start = max(work.start - 60, 0)
    before = block.text[start : work.start]
    if re.search(r"\d{4}", block.text[work.end : work.end + 120]):
        yield from _year(block, _BEHIND_TITLE.match(block.text, work.end))
    if re.search(r"\d{4}", before):
        yield from _year(block, _BEFORE_TITLE.search(before), start)


def _year(block: Block, match: re.Match[str] | None, shift: int = 0) -> Iterator[Passage]:
    if match:
        group = next(name for name, year in match.groupdict().items() if year)
        yield Passage(block, shift + match.start(group), shift + match.end(group))


def _in_sentences(doc: Document, block: Block) -> Iterator[tuple[Passage, bool]]:
    for match in _told_in(block):
        for place in _year(block, match):
            if _is_of_the_work(doc, place, match.group()):
                yield place, False


def _told_in(block: Block) -> Iterator[re.Match[str]]:
    for sentence in block.sentences:
        if re.search(r"\b(?:1[89]|20)\d\d", sentence.text):
            for pattern in (_RELEASED, _DESCRIBED):
                yield from pattern.finditer(block.text, sentence.start, sentence.end)


def _is_of_the_work(doc: Document, place: Passage, claim: str) -> bool:
    if names_another_work(doc, place) or not _is_about_the_work(doc, place, claim):
        return False
    return not _is_of_another(doc, place) and not _is_of_something_else(doc, claim)


def _is_of_something_else(doc: Document, claim: str) -> bool:
    """Whether it is the year of a story that a film is made from, or of a new production of an old play."""
    kind = KINDS[doc.notes.kind] if doc.notes else None
    if kind and kind.year_words:
        words = kind.year_words.replace(", ", "|")
        return re.search(rf"\b(?:{words})\b", claim, re.IGNORECASE) is None
    is_published = kind is not None and kind.is_published
    return not is_published and re.search(r"\bpublished\b", claim, re.IGNORECASE) is not None


def _is_of_another(doc: Document, place: Passage, *, in_title: bool = False) -> bool:
    """Whether the year is a remake's, a reissue's, or of what might have been."""
    sentence = place.sentence
    if not in_title:
        other = rf"\b(?:the|an?|another|any) (?:next|second|third|fourth|following|other|companion) (?:\w+ )?{WORK}\b"
        if re.search(other, place.before[-60:], re.IGNORECASE):
            return True
        kind = KINDS[doc.notes.kind] if doc.notes else None
        own = f"{kind.own_words} {kind.not_another}" if kind else ""
        return speaks_of_another(
            place, but=f"also short drama musical series scene scenes {own}"
        ) or is_hypothetical(place)
    near = place.block.text[max(sentence.start, place.start - 60) : place.start]
    after = place.block.text[place.end : place.end + 60]
    remade = (
        r"\b(?:remake|remade|version|original(?:ly)?|earlier|previous|reboot|re-?issue|re-?release"
        r"|adaptation)\b"
    )
    return re.search(remade, f"{near} | {after}", re.IGNORECASE) is not None


def _is_about_the_work(doc: Document, place: Passage, claim: str) -> bool:
    """Whether what came out in that year is the work: named, called the film, or meant by the form itself."""
    before, sentence = place.before, place.sentence
    opens = rf"\W*(?:(?:(?:first|originally|when|when first) )?{_OUT}|its|(?:Back )?in)\b"
    if re.match(opens, before, re.IGNORECASE):
        return True
    named = rf"\b(?:the|this) {WORK}\b|\b(?:it|this)\b|\byear:? $"
    if re.search(rf"\b(?:year|date|released?): |\b{WORK}\b", claim, re.IGNORECASE):
        return True
    return bool(re.search(named, before, re.IGNORECASE)) or any(
        work.is_own and sentence.start <= work.start < sentence.end for work in works_in(doc, place.block)
    )

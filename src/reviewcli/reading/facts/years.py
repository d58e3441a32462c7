"""Years against the notes: of the work, and of the works that the notes name beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Block, Document, Passage, once
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import names_another_work, pattern
from reviewcli.reading.claims.works import Work, title_key, works_in
from reviewcli.reading.facts.around import (
    NOUNS,
    hints_at_another,
    is_meant,
    makers,
    own_titles_in,
    place_of,
    speaks_of_the_work,
    words_of,
)
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.facts.numbers import (
    Number,
    noted_numbers,
    numbers_beside,
    numbers_of,
    singular,
)
from reviewcli.reading.facts.rewriting import rewritten

# Words that say that a work came out, or was made.
RELEASE = frozenset(
    """aired appeared arrived arrives bowed broadcast date dated dates dating debut debuted issued launched made
    making opened opening opens out performed premiere premiered premieres premiering première produced publication
    published release released releases releasing shelves shown staged theaters theatres unleashed cinemas""".split()
)
_BETWEEN = frozenset("set who born when where after before until died interview".split())
# From a title to a year behind it, and what must follow: in brackets, in apposition, in a line, as told of it.
_BRACKET = r"[’'”\"]?\s*[(\[](?:[^()\[\]\d]{0,60}?[,;/]\s*)?"
_BEHIND = (
    (_BRACKET, ""),
    (r",\s+(?:an?|the|this) (?:[\w-]+ ){0,2}", r"(?:['’]s)? \w"),
    (r",\s*", r"\s*(?:[,)\n]|$)"),
    (r"\s*[/|–—]\s*", r"\s*(?:[/|–—,)]|$)"),
    (r",?\s+(?:(?:was|is) )?(?:(?:first )?[\w-]+ )?(?:in|from|of|circa) (?:[\w-]+,? )?", ""),
)
_AHEAD = r"(?:['’]s)?\s+(?:(?!and\b)[\w-]+ ){0,3}[“\"‘]?"
_FAR = 45  # letters between a work that is compared and its year
_APART = 30  # years between two works that nobody takes for one another


def find(doc: Document) -> Iterator[Claim]:
    """The years that the text gives the work, and those beside other works of the notes."""
    if doc.notes is None:
        return
    for placed in numbers_of(doc):
        number, place = placed.number, place_of(placed)
        if number.unit != "calendar" or _is_title(doc, place):
            continue
        beside = _beside_title(doc, place)
        if beside is not None:
            if beside.is_exact and not _is_of_a_remake(place):
                yield _judged(doc, place, number, is_sure=True)
        elif (other := _other(doc, place, number)) is not None:
            yield other
        elif is_meant(place) and _is_told(doc, place):
            yield from _in_prose(doc, place, number)


def _is_title(doc: Document, place: Passage) -> bool:
    """Whether the number is a title, or in one: *1917*."""
    return place.is_emphasised or any(
        work.start <= place.start < work.end for work in works_in(doc, place.block)
    )


def _judged(doc: Document, place: Passage, number: Number, *, is_sure: bool) -> Claim:
    assert doc.notes is not None
    true, said = doc.notes.year, int(number.value)
    if true is None:
        return held("year", place, fits=None)
    # A day of release may lie in another year; beside the title stands the work's own.
    fits = said == true or (not is_sure and str(said) in (doc.notes.release or ""))
    is_next = abs(said - true) == 1
    message = f"{said} is {true} in the notes."
    message += " Say so if it is another date, such as a festival’s." if is_next else ""
    right = (rewritten(number, true),)
    return held("year", place, fits, str(true), message, right, doubtful=is_next or not is_sure)


def _in_prose(doc: Document, place: Passage, number: Number) -> Iterator[Claim]:
    """A year told in a sentence, unless the sentence tells the true one too, or the notes know it as another's."""
    true = doc.notes.year if doc.notes else None
    if number.value != true:
        others = {each.value for each in numbers_beside(doc, place) if each.unit == "calendar"}
        if true in others or number.value in _noted_years(doc):
            return
    yield _judged(doc, place, number, is_sure=False)


@once
def _noted_years(doc: Document) -> frozenset[float]:
    """Every year that stands in the notes, but that of the work."""
    return frozenset(
        number.value
        for fact, numbers in noted_numbers(doc).items()
        if fact.key not in ("year", "release")
        for number in numbers
        if number.unit == "calendar"
    )


def _beside_title(doc: Document, place: Passage) -> Work | None:
    """The work's title that a year stands beside: *Her* (2013), *Her*, a 2013 film; 2013’s *Her*."""
    own = (work for work in works_in(doc, place.block) if work.is_own)
    return next((work for work in own if _is_beside(place, work)), None)


def _is_beside(place: Passage, work: Work) -> bool:
    text = place.block.text
    if work.start >= place.end:
        is_bound = pattern(_AHEAD).fullmatch(text, place.end, work.start)
        return is_bound is not None and not text[: place.start].endswith("in ")
    return any(
        pattern(between).fullmatch(text, work.end, place.start) and pattern(behind).match(text, place.end)
        for between, behind in _BEHIND
    )


def _is_of_a_remake(place: Passage) -> bool:
    near = words_of(place.before[-60:])[-7:] + words_of(place.block.text[place.end : place.end + 40])[:5]
    remade = "remake remade version original originally earlier previous reboot reissue re-issue re-release adaptation"
    return not set(remade.split()).isdisjoint(near)


def _is_told(doc: Document, place: Passage) -> bool:
    """Whether a sentence gives the year to the work: a word of release near by, or this 2013 film."""
    assert doc.notes is not None
    kind = KINDS[doc.notes.kind]
    own = f"{kind.own_words} {kind.not_another} {kind.nouns} original"
    if names_another_work(doc, place, after=40) or hints_at_another(place, but=own) or _is_another(place):
        return False
    before, after = words_of(place.before), words_of(place.after)
    if kind.year_words and set(before[-9:] + after[:9]).isdisjoint(re.findall(r"\w+", kind.year_words)):
        return False
    return _describes(doc, place, before, after) or _came_out(doc, place)


def _is_another(place: Passage) -> bool:
    """Whether one of several works is spoken of: the next film, another picture."""
    rank = r"(?:the|an?|another|any) (?:next|second|third|fourth|following|other|companion) "
    return pattern(rank).search(place.before[-60:]) is not None


def _describes(doc: Document, place: Passage, before: list[str], after: list[str]) -> bool:
    """Whether the year describes the work: this 2013 film, Jonze’s 2013 romance, a 2013 release, film of 2013."""
    near, last = set(before[-3:]), before[-1] if before else ""
    if last in ("in", "of", "from"):
        return _is_one_of(doc, place, before)
    if not re.match(r"(?:['’]s)? \w", place.after):
        return False
    is_thing = any(singular(word) in NOUNS for word in after[:4])
    if is_thing and ({"this", "its"} & near or ({"a", "an"} & near and {"is", "was", "it's"} & near)):
        return True
    if after[0] in RELEASE:
        return last in ("its", "this") or (last in ("a", "an") and any(own_titles_in(doc, place)))
    is_described = is_thing or place.after[1:2].islower()
    return last.endswith("'s") and fold(last[:-2]) in makers(doc) and is_described


def _is_one_of(doc: Document, place: Passage, before: list[str]) -> bool:
    """One of the best films of 2013; a stranger film in 2013 than *Her*."""
    is_one = bool({"best", "one", "worst", "finest", "among"} & set(before[-9:]))
    return singular(" ".join(before[-2:-1])) in NOUNS and (is_one or any(own_titles_in(doc, place)))


def _came_out(doc: Document, place: Passage) -> bool:
    """Whether a word of release stands in the sentence, told of the work, with nothing between that turns it."""
    ahead = re.split(r"[;:()“”\"]", place.before)[-1]
    near, behind = words_of(ahead)[-12:], words_of(re.split(r"[;:()“”\"]", place.after)[0])[:14]
    has_title = any(own_titles_in(doc, place))
    if re.search(r"(?:year|released?|date): (?:\w+ )?$", place.before, re.IGNORECASE):
        return True
    if near[-2:] == ["back", "in"] and (has_title or {"this", "it"} & set(behind)):
        return True
    is_told = _is_released(doc, near[::-1]) or (
        _is_released(doc, ["when", *behind], but="when")
        if near[-2:] == ["it", "was"]
        else _is_released(doc, behind)
        and re.search(r"\b(?:in|from|since) [\w ,]{0,24}$", ahead, re.IGNORECASE) is not None
    )
    return is_told and speaks_of_the_work(doc, place)


def _is_released(doc: Document, words: list[str], but: str = "") -> bool:
    """Whether a word of release stands among some words, and none in front of it that turns the sentence."""
    is_published = doc.notes is not None and KINDS[doc.notes.kind].is_published
    release = RELEASE if is_published else RELEASE - {"published", "publication"}
    at = next((i for i, word in enumerate(words) if word in release or _is_first_seen(words, i)), None)
    return at is not None and (_BETWEEN - {but}).isdisjoint(words[: at + 1])


def _is_first_seen(words: list[str], at: int) -> bool:
    """“First saw”, from either side."""
    beside = {*words[at + 1 : at + 2], *words[max(at - 1, 0) : at]}
    return words[at] in ("saw", "seen", "shown", "met") and "first" in beside


class Other(msgspec.Struct, frozen=True):
    """Another work of the notes where it stands in a block."""

    start: int
    end: int
    title: str
    year: int
    fact: Fact


def _other(doc: Document, place: Passage, number: Number) -> Claim | None:
    """A year beside another work of the notes: *Lost in Translation* (2003), came out in 2003, 2003’s."""
    works = [
        other
        for other in others_in(doc, place.block)
        if place.sentence.start <= other.start < max(place.sentence.end, place.end)
    ]
    near = [other for other in works if _is_its_year(place, other)]
    if len(near) != 1:
        return None
    other, said = near[0], int(number.value)
    is_bracket = pattern(_BRACKET).fullmatch(place.block.text[other.end : place.start]) is not None
    told = {each.value for each in numbers_beside(doc, place) if each.unit == "calendar"}
    if (
        said != other.year
        and not is_bracket
        and (other.year in told or said in _noted_years(doc) or abs(said - other.year) > _APART)
    ):
        return None
    message = f"The notes have {other.title} of {other.year}, not of {said}."
    noted = index_of(doc).noted(other.fact)
    right = (rewritten(number, other.year),)
    fits = said == other.year
    return held("year", place, fits, str(other.year), message, right, doubtful=not is_bracket, rests_on=noted)


def _is_its_year(place: Passage, other: Other) -> bool:
    """Whether a year stands near a title with a bracket, a preposition or a possessive to bind it."""
    text = place.block.text
    if other.end <= place.start:
        between = text[other.end : place.start]
        bound = (
            re.search(r"(?:[(\[,]\s*|\b(?:in|of|from|since) )$", between)
            or text[place.end : place.end + 1] in "'’"
        )
        return len(between) <= _FAR and bound is not None and bool(bound)
    between = text[place.end : other.start]
    return pattern(_AHEAD).fullmatch(between) is not None


@once
def others_in(doc: Document, block: Block) -> tuple[Other, ...]:
    """The works of the notes that are dated there and named in a block."""
    found: list[Other] = []
    for title, year, fact in _dated_works(doc):
        at = block.text.find(title)
        while at >= 0:
            found.append(Other(at, at + len(title), title, year, fact))
            at = block.text.find(title, at + 1)
    return tuple(found)


@once
def _dated_works(doc: Document) -> tuple[tuple[str, int, Fact], ...]:
    """The works that the notes compare with, or that this one comes from, with their years and where those stand."""
    notes = doc.notes
    if notes is None:
        return ()
    works = [(work.title, work.year) for work in notes.comparisons]
    works += [(notes.based_on.title or "", notes.based_on.year)] if notes.based_on else []
    own = {title_key(notes.title), title_key(notes.original_title or "")}
    dated = ((title, year) for title, year in works if title and year and title_key(title) not in own)
    return tuple((title, year, fact) for title, year in dated if (fact := _fact_of(doc, title, year)))


def _fact_of(doc: Document, title: str, year: int) -> Fact | None:
    """Where the notes have the year of another work; else where they have its title."""
    facts = index_of(doc).under("comparisons", "based_on")
    named = next((fact for fact in facts if title in fact.text), None)
    item = named.key.removesuffix(".title") if named else ""
    return next(
        (each for each in facts if item and each.key.startswith(item) and str(year) in each.text), named
    )

"""Prizes against the notes: for what a body gave one, to whom, in which year, and whether it was won."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from reviewcli.document import Document, Passage, Sentence
from reviewcli.notes.model import Award
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import blocks_of, is_no_claim
from reviewcli.reading.facts import prize_winners
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.prize_bodies import (
    Body,
    Honour,
    bodies_in,
    honours_in,
    known_prizes,
    nearest,
    touch,
    words_of,
)
from reviewcli.reading.facts.prize_words import (
    GIVERS,
    LOST,
    NOMINATED,
    SAME,
    SMALL,
    THING,
    WISHED,
    WON,
    YEAR,
)

_NEAR = 60


def find(doc: Document) -> Iterator[Claim]:
    """The prizes that the text gives the work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        if doc.notes.awards or known_prizes().search(block.text):
            for sentence in block.sentences:
                yield from _in_sentence(doc, sentence)


def _in_sentence(doc: Document, sentence: Sentence) -> Iterator[Claim]:
    bodies = [body for body in bodies_in(doc, sentence) if not _is_no_claim(doc, body.place)]
    honours = honours_in(sentence, bodies)
    for body in bodies:
        own = [each for each in honours if nearest(each.place, bodies) is body]
        for honour in own or (None,):
            yield from _judged(doc, body, honour)
    if not bodies and doc.notes and doc.notes.awards:
        yield from _of_another_giver(doc, sentence)


def _is_no_claim(doc: Document, place: Passage) -> bool:
    wished = re.search(WISHED, place.before[-_NEAR:], re.IGNORECASE)
    return wished is not None or is_no_claim(doc, place)


def _judged(doc: Document, body: Body, honour: Honour | None) -> Iterator[Claim]:
    """What a sentence says of a prize: what it is for and the result, then the year and whom it honours."""
    place, result = body.place, _result(body, honour)
    fitting = [each for each in body.awards if honour is None or _fits(honour.place.text, each.category)]
    is_told = honour is not None or result is not None
    if honour is None and result == "won" and prize_winners.is_of_a_stranger(doc, place):
        is_told, fitting = False, []
    if not is_told or not body.awards:
        yield held("award", place, fits=None)
    elif fitting and (result is None or any(_has_result(award, result) for award in fitting)):
        told = ", ".join(filter(None, (fitting[0].name, fitting[0].category)))
        yield _claim(doc, place, fitting[0], True, told, "")
    else:
        yield from _contradicted(doc, body, honour, fitting, result)
    if fitting:
        yield from _years(doc, body, honour, fitting)
        span = honour.place if honour else place
        places = {(place.start, place.end), (span.start, span.end)}
        yield from prize_winners.winners(doc, place, places, fitting)


def _contradicted(
    doc: Document, body: Body, honour: Honour | None, fitting: Sequence[Award], result: str | None
) -> Iterator[Claim]:
    """A prize that the notes have for something else, or with another result."""
    if fitting and result:
        yield from _wrong_result(doc, body, honour, fitting, result)
    elif honour and result != "lost" and not _is_of_another(doc, body, honour):
        yield _wrong_honour(doc, body, honour, body.awards, result)
    else:
        yield held("award", body.place, fits=None)


def _is_of_another(doc: Document, body: Body, honour: Honour) -> bool:
    """Whether another body of the notes honours this, and the one that was named does not stand right beside."""
    assert doc.notes is not None
    others = [award for award in doc.notes.awards if award not in body.awards]
    first, last = sorted((honour.place, body.place), key=lambda place: place.start)
    between = body.place.block.text[first.end : last.start]
    is_apart = not body.is_known or len(between) > 16 or "," in between
    return is_apart and any(award.category and _fits(honour.place.text, award.category) for award in others)


def _telling(category: str) -> set[str]:
    words = set(words_of(category))
    return {SAME.get(word, word) for word in (words - SMALL or words - {"best", "of", "the", "for"})}


def _fits(said: str, category: str | None) -> bool:
    if category is None:
        return True
    one, other = _telling(said), _telling(category)
    return ("supporting" in one) is ("supporting" in other) and bool(one) and (one <= other or other <= one)


def _result(body: Body, honour: Honour | None) -> str | None:
    """What the text says came of it: won, nominated, lost, or nothing."""
    text, place = body.place.block.text, body.place
    tail = re.match(r"-winning|-nominated| winner| nominee| win\b| nomination\b| nod\b", text[place.end :])
    if tail:
        return "won" if "win" in tail[0] else "nominated"
    if re.match(r" (?:was (?:won by|awarded to|given to)|went to)\b", text[place.end :]):
        return "won"
    verbs = [*_verbs(body, honour)]
    after = text[place.end : place.end + 12]
    if verbs:
        return verbs[-1][0]
    return "nominated" if re.search(NOMINATED, after) else None


def _verbs(body: Body, honour: Honour | None) -> Iterator[tuple[str, Passage]]:
    """The words for what came of it in front of a prize or what it is for, from left to right."""
    places = [body.place, *([honour.place] if honour else [])]
    last = max(places, key=lambda place: place.start)
    first = min(places, key=lambda place: place.start)
    start = max(last.sentence.start, first.start - 50)
    verb = re.compile(rf"\b(?:(?P<lost>{LOST})|(?P<nominated>{NOMINATED})|(?P<won>{WON}))\b", re.IGNORECASE)
    for match in verb.finditer(body.place.block.text, start, last.start):
        inside = Passage(body.place.block, *match.span())
        if not any(touch(inside, place) for place in places):
            yield match.lastgroup or "", inside


def _plain(award: Award) -> str:
    """Won or nominated; a place on a list is a nomination."""
    text = (award.result or "").lower()
    return "nominated" if re.search(r"nomin|short|long|finalist|runner", text) else text


def _has_result(award: Award, result: str) -> bool:
    if result == "lost":
        return award.result != "won"
    return award.result is None or _plain(award) in (result, "won" if result == "nominated" else result)


def _wrong_honour(
    doc: Document, body: Body, honour: Honour, awards: Sequence[Award], result: str | None
) -> Claim:
    """A category that the body did not honour; those with the result that is told come first."""
    place = honour.place
    likely = [award for award in awards if result and award.result and _plain(award) == result] or awards
    right = list(dict.fromkeys(award.category for award in likely if award.category))
    if place.text.islower():
        right = [category.lower() for category in right]
    elif place.text[0].islower():
        right = [category[0].lower() + category[1:] for category in right]
    if re.fullmatch(THING, place.text):
        right = [re.sub(r"^best ", "", category, flags=re.IGNORECASE) for category in right]
    told = " and ".join(right)
    message = f"The notes have the {body.awards[0].name} for {told}, not for {place.text}."
    is_sure = body.is_known and honour.is_sure
    claim = _claim(doc, place, awards[0], False, told, message, tuple(right), doubtful=not is_sure)
    start, end = min(place.start, body.place.start), max(place.end, body.place.end)
    return msgspec.structs.replace(claim, text=place.block.text[start:end])


# A win, and the nomination in its place.
_NOMINATION = {
    "won": "was nominated for",
    "wins": "is nominated for",
    "winning": "nominated",
    "winner": "nominee",
}


def _wrong_result(
    doc: Document, body: Body, honour: Honour | None, fitting: Sequence[Award], result: str
) -> Iterator[Claim]:
    """A win that was a nomination, or the other way round; or a body's other prize, which has this result."""
    award, noted = fitting[0], _plain(fitting[0])
    others = [
        each for each in body.awards if each not in fitting and each.result and _has_result(each, result)
    ]
    if honour and others and result == "won":
        yield _wrong_honour(doc, body, honour, others, result)
    elif noted in ("won", "nominated"):
        place = _said_result(body, honour, result)
        right = _NOMINATION.get(place.text.lower(), "") if noted == "nominated" else ""
        if right == "was nominated for" and award.result in ("shortlisted", "longlisted"):
            right = f"was {award.result} for"
        of = f" for {award.category}" if award.category else ""
        message = f"In the notes the {award.name}{of} is {'a nomination, no win' if noted == 'nominated' else 'a win'}."
        told = f"{award.name}: {award.result}"
        rights = (right,) if right else ()
        yield _claim(doc, place, award, False, told, message, rights, doubtful=not body.is_known)


def _said_result(body: Body, honour: Honour | None, result: str) -> Passage:
    """The word that tells what came of a prize; the prize where none does."""
    block, end = body.place.block, body.place.end
    if said := [place for told, place in _verbs(body, honour) if told == result]:
        return said[-1]
    tail = re.match(r"[ -](win(?:ning|ner)?|nominated|nominee|nomination|nod)\b", block.text[end:])
    return Passage(block, end + 1, end + 1 + len(tail[1])) if tail else body.place


def _years(doc: Document, body: Body, honour: Honour | None, fitting: Sequence[Award]) -> Iterator[Claim]:
    """The year of a prize: that of the night, or of the work that it honours, the year before."""
    years = list(dict.fromkeys(award.year for award in fitting if award.year))
    places = [body.place, *([honour.place] if honour else [])]
    said = _year_beside(body.place, min(place.start for place in places), max(place.end for place in places))
    if not years or said is None or len(years) != len({award.category for award in fitting}):
        return
    fits = any(int(said.text) in (year, year - 1) for year in years)
    told = " and ".join(map(str, years))
    message = f"In the notes the {fitting[0].name} is of {told}, not {said.text}."
    right = tuple(map(str, years))
    yield _claim(doc, said, fitting[0], fits, told, message, right, doubtful=not body.is_known)


def _year_beside(place: Passage, start: int, end: int) -> Passage | None:
    """The year of “its 2014 Oscar”, “an Oscar in 2014” or “In 2014, it won an Oscar”."""
    text, first = place.block.text, place.sentence.start
    found = re.search(rf"\b({YEAR})(?:['’]s)? $", text[first:start])
    if found is None:
        behind = (
            rf"(?: (?:award|prize|trophy))?,? \(?(?:(?:back )?(?:in|of|at)(?: the)? )?({YEAR})\b(?! film)"
        )
        found, first = re.match(behind, text[end:]), end
    if found is None:
        subject = r"(?:it|he|she|they|(?:the|this) \w+|(?:[A-Z][\w’'.]+ ?){1,4})"
        opening = rf"\W*(?:Back )?[Ii]n ({YEAR}),? {subject} (?:\w+ )?{WON} (?:an?|the|his|her|its)? ?$"
        found, first = re.match(opening, place.before), place.sentence.start
    return Passage(place.block, first + found.start(1), first + found.end(1)) if found else None


def _of_another_giver(doc: Document, sentence: Sentence) -> Iterator[Claim]:
    """Who is said to have given a prize of the notes: another festival."""
    words = set(words_of(sentence.text))
    for award in doc.notes.awards if doc.notes else ():
        true = re.search(GIVERS, award.name)
        category = set(words_of(award.category or ""))
        if true is None or len(category) < 2 or not category <= words:
            continue
        for place in sentence.find(GIVERS, 0):
            if not is_no_claim(doc, place):
                message = f"The notes have {award.category} of {award.name}, not of {place.text}."
                told = f"{award.name}: {award.category}"
                yield _claim(doc, place, award, False, told, message, (true.group(),), doubtful=True)


def _claim(
    doc: Document,
    place: Passage,
    award: Award,
    fits: bool,
    told: str,
    message: str,
    right: tuple[str, ...] = (),
    *,
    doubtful: bool = False,
) -> Claim:
    facts = [fact for fact in index_of(doc).of("award") if award.name in fact.text]
    exact = [fact for fact in facts if (award.category or "") in fact.text]
    noted = index_of(doc).noted(next(iter([*exact, *facts]), None))
    return held("award", place, fits, told, message, right, doubtful=doubtful, rests_on=noted)

"""Prizes against the notes: those that everybody knows by their own forms, any other by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document, Passage, Sentence
from reviewcli.notes.model import Award
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims import awards
from reviewcli.reading.claims.award_words import PRIZES, STOP
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts.around import is_meant, names_another
from reviewcli.reading.facts.index import Fact, index_of

# What is honoured, as it is written with capitals: Best Audio, the Grand Jury Prize.
_HONOUR = re.compile(
    r"\b(?:Best(?: (?:(?:in|of) (?:an? )?)?[A-Z][\w-]+){1,5}|(?:[A-Z][\w’-]+ ){1,3}(?:Prize|Award|Cup|Medal|Trophy))"
)
# Where prizes are given; one of them in the place of another is a mistake.
_GIVERS = re.compile(
    r"\b(?:Cannes|Venice|Berlin(?:ale)?|Sundance|Toronto|Locarno|Karlovy Vary|Rotterdam|San Sebasti[aá]n|Tribeca"
    r"|Telluride|Edinburgh|Sitges|Annecy|Galway|Tallinn|Göteborg|Tokyo|Busan|Avignon|South by Southwest|SXSW)\b"
)
_COMMON = STOP | frozenset(
    "film festival academy prix prize cup medal trophy international national society".split()
)


def find(doc: Document) -> Iterator[Claim]:
    """The prizes that the text gives the work."""
    yield from awards.find(doc)
    noted = [award for award in doc.notes.awards if not _is_known(award)] if doc.notes else []
    for sentence in doc.sentences if noted else ():
        words = _words(sentence.text)
        for award in noted:
            yield from _told(doc, sentence, words, award, noted)


def _told(
    doc: Document, sentence: Sentence, words: set[str], award: Award, noted: list[Award]
) -> Iterator[Claim]:
    """What a sentence says of a prize whose body, or whose category, it names."""
    name, category = _words(award.name) - _COMMON, _words(award.category or "")
    if name and name <= words:
        yield from _category(doc, sentence, award, noted)
    elif len(category) > 1 and category <= words:
        yield from _giver(doc, sentence, award)


def _is_known(award: Award) -> bool:
    """Whether a prize is one of those that have forms of their own."""
    return any(re.search(pattern, award.name, re.IGNORECASE) for pattern in PRIZES)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(text)))


def _category(doc: Document, sentence: Sentence, award: Award, noted: list[Award]) -> Iterator[Claim]:
    """What a body is said to have honoured: none of what the notes have of it."""
    right = tuple(each.category for each in noted if each.name == award.name and each.category)
    if not right or award.category != right[0]:
        return
    others = [_words(each.category or "") for each in noted] + [_words(award.name)]
    for place in sentence.find(_HONOUR):
        said = _words(place.text) - _COMMON
        fits = any(said <= _words(category) or _words(category) <= said for category in right)
        if (fits or not any(said <= words for words in others)) and _is_claimed(doc, place):
            message = f"The notes have {award.name} for {' and '.join(right)}, not {place.text}."
            yield _claim(doc, place, fits, award, message, right)


def _is_claimed(doc: Document, place: Passage) -> bool:
    return is_meant(place) and not names_another(doc, place)


def _giver(doc: Document, sentence: Sentence, award: Award) -> Iterator[Claim]:
    """Who is said to have given a prize of the notes: another festival."""
    true = _GIVERS.search(award.name)
    for place in sentence.find(_GIVERS) if true else ():
        if true and _is_claimed(doc, place):
            message = f"The notes have {award.category} of {award.name}, not of {place.text}."
            yield _claim(doc, place, False, award, message, (true.group(),))


def _claim(
    doc: Document, place: Passage, fits: bool, award: Award, message: str, right: tuple[str, ...]
) -> Claim:
    told = f"{award.name}: {award.category}"
    noted = index_of(doc).noted(_fact_of(doc, award))
    return held("award", place, fits, told, message, right, doubtful=True, rests_on=noted)


def _fact_of(doc: Document, award: Award) -> Fact | None:
    return next((fact for fact in index_of(doc).of("award") if award.name in fact.text), None)

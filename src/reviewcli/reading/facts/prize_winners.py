"""Who is said to have been given a prize."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reviewcli.document import Document, Passage
from reviewcli.notes.model import Award, Notes
from reviewcli.notes.surnames import fold, fold_name
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts.jobs import JOBS, credited
from reviewcli.reading.facts.mentions import Mention, as_named_here, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import is_misspelt
from reviewcli.reading.facts.prize_words import GIVEN, HONOURED, NOMINATED, WON

_FAR = 50
_AMOUNT = r"(?:(?:an?|the|its|his|her|their|this year['’]s|that year['’]s|\w+ing) (?:(?:\w+|\d{4}|well-deserved) )?)"


def winners(
    doc: Document, body: Passage, places: set[tuple[int, int]], fitting: Sequence[Award]
) -> Iterator[Claim]:
    """Who is said to have been given one of these prizes, which stands at `places`: its body, and what it is for."""
    assert doc.notes is not None
    honoured = [_honoured(doc.notes, award) for award in fitting]
    named = tuple(dict.fromkeys(name for names in honoured for name in names)) if all(honoured) else ()
    for mention in mentions_in(doc, body.block) if named else ():
        place = Passage(body.block, mention.start, mention.end)
        is_one = mention.is_whole and (mention.people or may_be_person(body.block, mention))
        is_given = is_one and any(_is_given(body.block.text, mention, each) for each in places)
        if is_given and not is_misspelt(doc, place):
            yield _judged(doc, place, mention, named, fitting[0])


def _honoured(notes: Notes, award: Award) -> list[str]:
    """Whom a prize of the notes honours: by name, or by the job of its category."""
    if award.person:
        return [name.strip() for name in re.split(r",| and | & ", award.person)]
    words = set(re.findall(r"\w+", fold(award.category or "")))
    if words & {"actor", "actress"}:
        return [member.name.strip() for member in notes.cast]
    job = next((name for name, marks in HONOURED.items() if words & set(marks)), "")
    return [person.name.strip() for each in JOBS if each.name == job for person in credited(notes, each)]


def _is_given(text: str, mention: Mention, prize: tuple[int, int]) -> bool:
    """Whether a name is the winner: earned NAME a prize, NAME won it, NAME’s prize, it went to NAME."""
    if mention.end <= prize[0] <= mention.end + _FAR:
        between = text[mention.end : prize[0]]
        if re.search(rf"\b{GIVEN} $", text[: mention.start], re.IGNORECASE):
            return re.fullmatch(rf" {_AMOUNT}?(?:(?:award|prize) for )?", between, re.IGNORECASE) is not None
        if mention.possessive:
            return (
                re.fullmatch(r"['’]s? (?:\d{4} |first |second |only |well-deserved ){0,2}", between)
                is not None
            )
        verb = rf"(?:(?:was|is|were) )?(?:(?:the )?{WON}|{NOMINATED})(?: for| with)?"
        told = rf",? (?:\w+ly |also |has |had |who |then ){{0,2}}{verb} {_AMOUNT}?(?:(?:award|prize) for )?"
        return re.fullmatch(told, between, re.IGNORECASE) is not None
    if not 0 <= mention.start - prize[1] < _FAR or mention.possessive:
        return False
    to = r",? (?:(?:which |that |deservedly )?(?:went|goes|was (?:given|awarded)) to|(?:was )?won by|in the hands of)"
    return re.fullmatch(rf"{to}(?: [a-z-]+){{0,3}} ", text[prize[1] : mention.start]) is not None


def is_of_a_stranger(doc: Document, prize: Passage) -> bool:
    """Whether somebody whom the notes do not know won it: Meryl Streep won the Oscar that year."""
    before = prize.block.text[max(prize.start - 60, 0) : prize.start]
    named = re.search(
        rf"((?:[A-Z][\w’'-]+ ){{2,3}})(?:had |has |\w+ly )?{WON} (?:(?:the|an?|his|her) )?$", before
    )
    if named is None:
        return False
    words = {fold(word) for person in doc.names.people for word in person.full.split()}
    words |= {fold(word) for title in doc.names.titles for word in title.split()}
    return words.isdisjoint(map(fold, named[1].split()))


def _judged(doc: Document, place: Passage, mention: Mention, named: tuple[str, ...], award: Award) -> Claim:
    known = [person for person in doc.names.people if person.full in named]
    said = fold_name(mention.text)
    fits = (
        any(person in mention.people or said in person.folded for person in known)
        or any(said in (fold_name(name), fold_name(name).split()[-1]) for name in named)
        or any(not person.is_role and person.full in named for person in mention.people)
    )
    told = " and ".join(named[:3])
    right = [as_named_here(person, mention) for person in known] or list(named)
    of = f"{award.name} for {award.category}" if award.category else award.name
    message = f"The notes have the {of} for {told}, not for {place.text}."
    return held("award", place, fits, told, message, tuple(dict.fromkeys(right))[:3])

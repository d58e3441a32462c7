"""Claims of who was given a prize."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.model import Award, Notes
from reviewcli.notes.surnames import fold, fold_name
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.facts.jobs import JOBS, credited
from reviewcli.reading.facts.mentions import Mention, as_named_here, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import is_misspelt

# The words of a category that tell whose work it honours: a job, or the cast.
_HONOURED = {
    "directed": ("director", "directing", "direction"),
    "written": ("screenplay", "writing", "script"),
    "shot": ("cinematography",),
    "edited": ("editing",),
    "scored": ("score", "music"),
}
_GIVEN = (
    r"(?:earn(?:s|ed|ing)?|w[io]n(?:s|ning)?|won|brought|bringing|g[eo]t|landed|netted|gave|giving|handed|awarded"
    r"|secured)"
)
_TAKES = (
    r"(?:w[io]ns?|won|earned|received|took(?: home)?|takes(?: home)?|collected|landed|bagged|picked up|got"
    r"|was (?:nominated|shortlisted|up) for|was (?:awarded|honou?red with)|(?:is|was) the winner of)"
)


@cache
def _before(kind: str) -> re.Pattern[str]:
    amount = (
        r"(?:an?|the|his|her|their|this year['’]s|that year['’]s|\w+ing)"
        r"(?: (?:first|second|third|only|well-deserved|\d{4}))?"
    )
    if kind == "given":  # earned Jonze an
        return re.compile(rf" (?:{amount} )?$", re.IGNORECASE)
    return re.compile(
        rf",? (?:\w+ly |also |has |had |who |deservedly |then ){{0,2}}{_TAKES} (?:{amount} )?$", re.IGNORECASE
    )


def winners(doc: Document, block: Block, prize: tuple[int, int], fitting: Sequence[Award]) -> Iterator[Claim]:
    """Who is said to have been given one of these prizes, which stands at `prize` in a block."""
    assert doc.notes is not None
    named = _named(doc.notes, fitting)
    if not named:
        return
    for mention in mentions_in(doc, block):
        if not mention.is_whole or not _is_given(block, mention, prize):
            continue
        if not mention.people and not may_be_person(block, mention):
            continue
        if not is_misspelt(doc, Passage(block, mention.start, mention.end)):
            yield _judged(doc, block, mention, named, fitting[0])


def _named(notes: Notes, fitting: Sequence[Award]) -> tuple[str, ...]:
    """Whom the notes give these prizes to: by name, or by the job that a category honours. None if one is open."""
    honoured = [_honoured(notes, award) for award in fitting]
    return tuple(dict.fromkeys(itertools.chain.from_iterable(honoured))) if all(honoured) else ()


def _honoured(notes: Notes, award: Award) -> list[str]:
    if award.person:
        return [name.strip() for name in re.split(r",| and | & ", award.person)]
    words = set(re.findall(r"\w+", fold(award.category or "")))
    if words & {"actor", "actress"}:
        return [member.name.strip() for member in notes.cast]
    job = next((name for name, marks in _HONOURED.items() if words & set(marks)), "")
    return [person.name.strip() for each in JOBS if each.name == job for person in credited(notes, each)]


def _is_given(block: Block, mention: Mention, prize: tuple[int, int]) -> bool:
    """Whether a name is the winner: earned NAME a prize, NAME won it, it went to NAME."""
    text = block.text
    if mention.end <= prize[0] and prize[0] - mention.end < 50:
        between = text[mention.end : prize[0]]
        if _before("given").fullmatch(between) and re.search(
            rf"\b{_GIVEN} $", text[: mention.start], re.IGNORECASE
        ):
            return True
        if mention.possessive:
            return (
                re.fullmatch(r"['’]s? (?:\d{4} |first |second |only |well-deserved ){0,2}", between)
                is not None
            )
        return _before("taken").fullmatch(between) is not None
    between = text[prize[1] : mention.start]
    if not 0 <= mention.start - prize[1] < 50 or mention.possessive:
        return False
    return (
        re.fullmatch(
            r",? (?:(?:which |that |deservedly )?(?:went|goes|was (?:given|awarded)) to|"
            r"(?:was )?won by|in the hands of)(?: [a-z-]+){0,3} ",
            between,
        )
        is not None
    )


def _judged(doc: Document, block: Block, mention: Mention, named: tuple[str, ...], award: Award) -> Claim:
    place = Passage(block, mention.start, mention.end)
    known = [person for person in doc.names.people if person.full in named]
    said = fold_name(mention.text)
    fits = (
        any(person in mention.people or said in person.folded for person in known)
        or any(said == fold_name(name) or said == fold_name(name).split()[-1] for name in named)
        or any(not person.is_role and person.full in named for person in mention.people)
    )
    told = " and ".join(named[:3])
    right = [as_named_here(person, mention) for person in known] or list(named)
    message = f"The notes have the {_in_full(award)} for {told}, not for {place.text}."
    return held("award", place, fits, told, message, tuple(dict.fromkeys(right))[:3])


def _in_full(award: Award) -> str:
    return f"{award.name} for {award.category}" if award.category else award.name

"""People whom the notes know and words for jobs that are neighbours in one clause, whatever stands between them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage, once
from reviewcli.notes.kinds import KINDS
from reviewcli.reading.claims.context import pattern
from reviewcli.reading.facts.bonds import HINT, LIKELY, Bond
from reviewcli.reading.facts.jobs import Cue, credited, cues_of
from reviewcli.reading.facts.mentions import Mention

_CLAUSE = (
    r"[;:—–()!?]|\.\s|, (?:and|but|while|as|which|where|though) | (?:but|while|that|because|if) "
    r"| and (?=the |an? |[A-Z])"
)
# What may stand between a name and what is said of it, for the two to be right beside each other.
_BEHIND = r"(?:,? (?:who|the|its|her|his|is|was|has|had|also|does|did|composed|wrote|made|as|a)\b)*,? ?$"
_IN_FRONT = r",? $"
# What is done to “it” may be done to a score or a scene.
_IT = r" (?:it|them|this|that)\b"


def neighbours(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Mention, Bond]]:
    """The jobs that words beside people of the notes, or in one clause with them, give to them."""
    for mention in mentions:
        place = Passage(block, mention.start, mention.end)
        if not _is_crew(doc, mention) or place.is_quoted:
            continue
        found = list(_cues_in(doc, block.text, *clause_round(block, place)))
        own = _places_of_own(doc, mention, found)
        bonds = (_bond(doc, block, mentions, mention, cue, at) for at, cue in found if at not in own)
        yield from ((mention, bond) for bond in bonds if bond and (bond.strength > HINT or not own))


def _places_of_own(doc: Document, mention: Mention, found: list[tuple[int, Cue]]) -> set[int]:
    """Where words stand for what somebody does."""
    own = [cue for person in mention.actors for cue in cues_by_name(doc).get(person.full, ())]
    return {at for at, cue in found if cue in own}


def _is_crew(doc: Document, mention: Mention) -> bool:
    """Whether somebody has a job that is not the maker's, who is said to do everything, nor only a part."""
    names = {person.full for person in mention.actors}
    return bool(names & _crew(doc)) and not names & _makers(doc)


@once
def _crew(doc: Document) -> frozenset[str]:
    notes = doc.notes
    acting = {member.name for member in notes.cast} if notes else set[str]()
    return frozenset(person.name for person in notes.people()) - acting if notes else frozenset()


@once
def _makers(doc: Document) -> frozenset[str]:
    kind = KINDS[doc.notes.kind] if doc.notes else None
    jobs = [job for job in kind.jobs if job.work] if kind else []
    return (
        frozenset(person.name for job in jobs for person in credited(doc.notes, job))
        if doc.notes
        else frozenset()
    )


@once
def cues_by_name(doc: Document) -> dict[str, list[Cue]]:
    """The words for the jobs that the notes give to each."""
    found: dict[str, list[Cue]] = defaultdict(list)
    for cue in cues_of(doc).all if doc.notes else ():
        for person in credited(doc.notes, cue.job) if doc.notes else ():
            found[person.name].append(cue)
    return found


def clause_round(block: Block, place: Passage) -> tuple[int, int]:
    """The clause round a name, as far as signs and joining words part it."""
    start, end = place.sentence.start, place.sentence.end
    breaks = [match.span() for match in pattern(_CLAUSE).finditer(block.text, start, end)]
    before = [stop for _, stop in breaks if stop <= place.start]
    after = [first for first, _ in breaks if first >= place.end]
    return max(before, default=start), min(after, default=end)


def _cues_in(doc: Document, text: str, start: int, end: int) -> Iterator[tuple[int, Cue]]:
    """The words for jobs in a clause, the longest at each place."""
    free = start
    for match in re.finditer(r"(?<![\w’'-])[a-zA-Z]", text[start:end]):
        at = start + match.start()
        found = cues_of(doc).at_start(text[at:end].lower()) if at >= free else []
        longest = max((len(cue.words) for cue in found), default=0)
        yield from ((at, cue) for cue in found if len(cue.words) == longest and cue.sort != "work")
        free = max(free, at + longest)


def _bond(
    doc: Document, block: Block, mentions: list[Mention], mention: Mention, cue: Cue, at: int
) -> Bond | None:
    """The bond of a person and a word, if the two are neighbours and the word is no other's."""
    stop = at + len(cue.words)
    if at < mention.end and stop > mention.start:
        return None
    first, last = (stop, mention.start) if stop <= mention.start else (mention.end, at)
    if any(first <= other.start < last for other in mentions):
        return None
    if cue.sort == "does" and pattern(_IT).match(block.text, stop):
        return None
    is_beside = _is_beside(mention, cue, block.text[first:last], is_behind=at >= mention.end)
    if not is_beside and (cue.sort not in ("agent", "thing") or _is_others(doc, block, mentions, cue, at)):
        return None
    return Bond(cue.job, LIKELY if is_beside else HINT, cue=(at, stop), sort=cue.sort)


def _is_beside(mention: Mention, cue: Cue, between: str, *, is_behind: bool) -> bool:
    """Whether what stands between a name and a word leaves the two right beside each other."""
    if mention.possessive and re.fullmatch(r"['’]s? (?:[\w-]+ )?", between):
        return True
    form = _BEHIND if is_behind else _IN_FRONT
    return re.match(form, between) is not None and (is_behind or cue.sort == "agent")


def _is_others(doc: Document, block: Block, mentions: list[Mention], cue: Cue, at: int) -> bool:
    """Whether somebody who has the job stands in the clause too."""
    assert doc.notes is not None
    names = {person.name for person in credited(doc.notes, cue.job)}
    start, end = clause_round(block, Passage(block, at, at + len(cue.words)))
    return any(start <= each.start < end and any(p.full in names for p in each.people) for each in mentions)

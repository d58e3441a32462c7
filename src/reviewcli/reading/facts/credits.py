"""Claims of who made the work: a name and a word for a job that stand together in one clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from reviewcli.document import Block, Document, Passage, Sentence, once
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import fold_name
from reviewcli.reading.claims.claim import Claim, Status, held
from reviewcli.reading.claims.context import (
    blocks_of,
    is_hypothetical,
    last_work,
    names_another_work,
    pattern,
    speaks_of_another,
)
from reviewcli.reading.claims.works import works_in
from reviewcli.reading.facts.bonds import (
    HINT,
    LOOSE,
    OTHERS,
    SURE,
    TURNS,
    Bond,
    beside,
    done_by,
    in_front_of_title,
)
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.jobs import credited, cues_of
from reviewcli.reading.facts.mentions import Mention, as_named_here, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import is_misspelt
from reviewcli.reading.facts.neighbours import cues_by_name, neighbours
from reviewcli.reading.facts.tells import told_by_another

_REACH = 80  # letters before a name in which its job is told
_RECALLS = (
    r"\b(?:borrow\w*|echo\w*|evok\w*|homage|inspired|influence\w*|owes?|debt|compar\w*|unlike|like|steals?"
    r"|lifts?)\b"
)


def find(doc: Document) -> Iterator[Claim]:
    """Every credit that the text gives for this work."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        mentions = [mention for mention in mentions_in(doc, block) if mention.is_whole]
        claimed: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
        for mention, bond in (*_beside_each_other(doc, block, mentions), *_credits(doc, block, mentions)):
            if claim := _judged(doc, Passage(block, mention.start, mention.end), mention, bond):
                claimed[mention.start].append((bond.strength, claim))
        for claim in told_by_another(doc, block, mentions):
            claimed[claim.span.start].append((HINT, claim))
        # The strongest bond of a name is what is meant; of two, what is wrong is told.
        for claims in claimed.values():
            yield min(claims, key=lambda pair: (-pair[0], pair[1].status is not Status.CONTRADICTED))[1]


def _credits(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Mention, Bond]]:
    for number, mention in enumerate(mentions):
        for bond in _bonds(doc, block, mention) if _may_be_person(block, mention) else ():
            leads = bond.leads_list or bond.start is not None
            yield from ((each, bond) for each in (_listed(block, mentions, number) if leads else (mention,)))


def _beside_each_other(
    doc: Document, block: Block, mentions: list[Mention]
) -> Iterator[tuple[Mention, Bond]]:
    for mention, bond in neighbours(doc, block, mentions):
        place = Passage(block, mention.start, mention.end)
        is_called = bond.sort == "agent" and bond.strength > HINT and not is_hypothetical(place)
        is_anothers = names_another_work(doc, place, before=25) if is_called else _has_other_work(doc, place)
        if not is_anothers:
            yield mention, bond


def _bonds(doc: Document, block: Block, mention: Mention) -> Iterator[Bond]:
    """The jobs that the text gives to a name as this work's."""
    place, cues = Passage(block, mention.start, mention.end), cues_of(doc)
    if place.is_quoted:
        return
    start = max(place.sentence.start, mention.start - _REACH)
    before, after = block.text[start : mention.start], block.text[mention.end : mention.end + 60]
    if not mention.has_given and re.match(rf" (?!{TURNS}\b)[a-z-]+ [A-Z]", after):
        return  # Wayne collaborator James
    by = [(bond, start + (bond.start or 0)) for bond in done_by(cues, before)]
    if by:
        yield from (
            msgspec.structs.replace(bond, start=at)
            for bond, at in by
            if _is_own_credit(doc, block, at, place)
        )
        return
    near = [*beside(cues, mention, before, after), *_beside_title(doc, block, mention)]
    if near and not _has_other_work(doc, place):
        yield from (bond for bond in near if not _did_more(doc, mention, bond, after))


def _beside_title(doc: Document, block: Block, mention: Mention) -> Iterator[Bond]:
    """NAME, who directed *Her*; and of a director NAME’s *Her*, *Her*, by NAME, *Her* (NAME, 2013)."""
    own = [work for work in works_in(doc, block) if work.is_own] if mention.has_given and doc.notes else []
    for work in own:
        if 0 <= work.start - mention.end < 60:
            yield from in_front_of_title(cues_of(doc), block.text[mention.end : work.start])
    if doc.notes and any(_stands_by(block.text, mention, work.start, work.end) for work in own):
        kind = KINDS[doc.notes.kind]
        yield from (
            Bond(job, SURE) for job in kind.jobs if job.name == "directed" and kind.owner in job.keys.split()
        )


def _stands_by(text: str, mention: Mention, start: int, end: int) -> bool:
    if mention.possessive and re.fullmatch(r"['’]s? [“\"]?", text[mention.end : start]):
        return True
    is_dated = re.match(r",? (?:1[89]|20)\d\d\b", text[mention.end :])
    form = r"[”\"’']?(?:,? by |,? ?[(\[])" if is_dated else r"[”\"’']?,? by "
    return 0 <= mention.start - end < 8 and re.fullmatch(form, text[end : mention.start]) is not None


def _may_be_person(block: Block, mention: Mention) -> bool:
    return bool(mention.actors) or may_be_person(block, mention)


def _listed(block: Block, mentions: list[Mention], number: int) -> Iterator[Mention]:
    """A name and those that stand in a list with it."""
    yield mentions[number]
    for before, after in zip(mentions[number:], mentions[number + 1 :], strict=False):
        between = block.text[before.end : after.start]
        if not re.fullmatch(r"\s*(?:,? and(?: an uncredited)?|,|&)\s*", between) or not _may_be_person(
            block, after
        ):
            return
        goes_on = re.match(r"\s*(?:[,.;:)&]|and\b|$)", block.text[after.end :])
        if between.strip() == "," and (not after.people or not goes_on):
            return  # "directed by Jonze, Warner Bros. …"
        yield after


def _is_own_credit(doc: Document, block: Block, start: int, place: Passage) -> bool:
    """Whether what is directed is this work: no other title, version or part of it stands in front."""
    sentence = place.sentence
    nearest = last_work(doc, block, sentence.start, start)
    if nearest is not None and not nearest.is_own:
        return False
    before, after = block.text[sentence.start : start], block.text[place.end : place.end + 50]
    following = [work for work in works_in(doc, block) if place.end <= work.start <= place.end + 40]
    turns = r"[’'\s]*(?:s\b|,? (?:who|the director|whose|of|in|for))"
    if (following and not following[0].is_own and re.match(turns, after)) or is_hypothetical(place):
        return False
    own = KINDS[doc.notes.kind].own_words.split() if doc.notes else ()
    words = re.findall(r"[\w-]+", before[-60:].lower())
    return all(word in own or word not in OTHERS for word in words)


def _has_other_work(doc: Document, place: Passage) -> bool:
    """Whether the credit is another work's: named here or in the sentence before, or one that this one recalls."""
    if names_another_work(doc, place) or is_hypothetical(place):
        return True
    if pattern(_RECALLS).search(place.before[-45:]):
        return True
    sentences = place.block.sentences
    number = max(bisect_right(sentences, place.start, key=_start) - 1, 0)  # as `place.sentence` finds it
    nearest = last_work(doc, place.block, sentences[max(number - 2, 0)].start, place.start)
    return nearest is not None and not nearest.is_own


def _start(sentence: Sentence) -> int:
    return sentence.start


def _did_more(doc: Document, mention: Mention, bond: Bond, after: str) -> bool:
    """Whether “it” is the work of another department of the notes: the composer “wrote it” is the music."""
    if not re.match(r"[^.]{0,20} it\b", after) or doc.notes is None:
        return False
    others = {
        person.name
        for name, people in doc.notes.crew.items()
        if name.lower() not in bond.job.departments
        for person in people
    }
    return any(person.full in others for person in mention.people)


def _judged(doc: Document, place: Passage, mention: Mention, bond: Bond) -> Claim | None:
    assert doc.notes is not None
    names = {person.name for person in credited(doc.notes, bond.job)}
    known = [person for person in doc.names.people if person.full in names]
    named = fold_name(mention.text)
    if any(_is_one(person, mention, named) for person in known):
        return held("credit", place, fits=True) if bond.strength > HINT else None
    if bond.strength in (LOOSE, HINT) and (_are_named(doc, known) or speaks_of_another(place)):
        return None
    if not names or is_misspelt(doc, place):
        return None if bond.cue else held("credit", place, fits=None)
    claim = _contradiction(doc, place, mention, bond, known)
    return _with_job(doc, claim, place, bond) if bond.cue else claim


def _with_job(doc: Document, claim: Claim, place: Passage, bond: Bond) -> Claim:
    """The claim of a name beside a word for another's job: the name may be wrong, or the job."""
    if bond.strength == HINT or not bond.cue:
        return msgspec.structs.replace(claim, hint=True)
    at, stop = bond.cue
    start, end, text = min(at, place.start), max(stop, place.end), place.block.text
    own = [
        cue.words
        for cue in cues_by_name(doc).get(_known_as(doc, place), ())
        if cue.sort == bond.sort and cue.words.endswith("s") == text[at:stop].endswith("s")
    ]
    named = (text[start : place.start] + each + text[place.end : end] for each in claim.replacements)
    called = (text[start:at] + each + text[stop:end] for each in own[:1])
    return msgspec.structs.replace(
        claim,
        span=Passage(place.block, start, end).span,
        text=text[start:end],
        replacements=tuple(dict.fromkeys((*named, *called))),
        doubtful=True,
    )


def _known_as(doc: Document, place: Passage) -> str:
    """The full name of whom the notes know by what stands at a place."""
    named = fold_name(place.text)
    return next(
        (person.full for person in doc.names.people if named in person.folded and not person.is_role), ""
    )


def _is_one(person: KnownPerson, mention: Mention, named: str) -> bool:
    """Whether a name is somebody's, in full or by its last words."""
    is_known = named in person.folded or person in mention.people
    return is_known or any(form.endswith(f" {named}") for form in person.folded)


def _are_named(doc: Document, people: list[KnownPerson]) -> bool:
    """Whether the text names any of these at all."""
    return not _named(doc).isdisjoint(people)


@once
def _named(doc: Document) -> frozenset[KnownPerson]:
    """Everybody of the notes whom the text names."""
    mentions = (mention for block in doc.blocks for mention in mentions_in(doc, block))
    return frozenset(person for mention in mentions for person in mention.people)


def _contradiction(
    doc: Document, place: Passage, mention: Mention, bond: Bond, known: list[KnownPerson]
) -> Claim:
    noted = " and ".join(dict.fromkeys(person.full for person in known))
    is_known = bool(mention.people)
    index = index_of(doc)
    message = f"The notes have it {bond.job.name} by {noted}, not {place.text}."
    unknown = not is_known and not bond.job.is_full
    if unknown:
        message = f"“{place.text}” is not in the notes, which have it {bond.job.name} by {noted}."
    right = tuple(dict.fromkeys(as_named_here(person, mention) for person in known))
    rests_on = index.noted(index.named(known[0].full, "person", "maker")) if known else None
    is_loose = bond.strength == LOOSE
    return held(
        "credit", place, False, noted, message, right, doubtful=is_loose, unknown=unknown, rests_on=rests_on
    )

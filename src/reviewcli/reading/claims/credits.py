"""Claims of who made the work: directed, wrote, shot, edited or scored it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage, Sentence
from reviewcli.notes.kinds import KINDS, Job
from reviewcli.notes.model import Person
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import fold_name
from reviewcli.reading.claims.claim import Claim, Status, held
from reviewcli.reading.claims.context import WORK, blocks_of, is_hypothetical, last_work, names_another_work
from reviewcli.reading.claims.credit_forms import (
    agent_before,
    credited_by,
    does_after,
    is_agent_after,
    work_by,
)
from reviewcli.reading.claims.jobs import credited, jobs_of, told
from reviewcli.reading.claims.works import works_in
from reviewcli.reading.facts.mentions import Mention, as_named_here, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import is_misspelt


def find(doc: Document) -> Iterator[Claim]:
    """Every credit that the text gives for this work."""
    if doc.notes is None:
        return
    jobs = jobs_of(doc.notes)
    for block in blocks_of(doc):
        mentions = [mention for mention in mentions_in(doc, block) if mention.is_whole]
        claimed: set[int] = set()
        for job in jobs:
            people = credited(doc.notes, job)
            for mention in _named_for(doc, block, job, mentions):
                if mention.start not in claimed:
                    claimed.add(mention.start)
                    yield from _judged(doc, Passage(block, mention.start, mention.end), mention, job, people)


def _named_for(doc: Document, block: Block, job: Job, mentions: list[Mention]) -> Iterator[Mention]:
    """Whom the text names for a job: directed by Spike Jonze, director Spike Jonze, Jonze's film."""
    for number, mention in enumerate(mentions):
        place = Passage(block, mention.start, mention.end)
        if place.is_quoted or not _may_be_person(block, mention):
            continue
        start = max(place.sentence.start, mention.start - 70)
        before = block.text[start : mention.start]
        if credit := _credit_before(job, before):
            if _is_own_credit(doc, block, start + credit.start(), place):
                yield from _listed(block, mentions, number)
        elif _has_job(doc, place, mention, job, before):
            yield mention


def _credit_before(job: Job, before: str) -> re.Match[str] | None:
    """“Directed by” or “a film by” in front of a name."""
    # Cheap looks first: most names need none of these patterns, and each costs a millisecond to compile.
    near, words, match = before.lower(), told(job), None
    if any(cue in near for cue in words.cues) and re.search("by|from|helm|of|chair| is", near):
        match = credited_by(job).search(before)
    if job.work and near.endswith(("by ", "from ")):
        match = match or work_by(words.work).search(before)
    return match


def _has_job(doc: Document, place: Passage, mention: Mention, job: Job, before: str) -> bool:
    """Director NAME; and what stands behind or beside: NAME directs, NAME's film, *Her* by NAME."""
    near, words, block = before.lower(), told(job), place.block
    after = block.text[mention.end : mention.end + 60]
    is_named = any(cue in near for cue in words.cues) and _ends_with(near, words.ends)
    if not is_named or not agent_before(job).search(before):
        return _does(doc, block, mention, job, after) or _is_beside_title(doc, block, mention, job)
    is_his = not mention.possessive or re.match(rf"['’]s? (?:\w+ )?{WORK}\b(?!s| [A-Z“\"])", after)
    return bool(is_his) and mention.has_given and not _speaks(after) and not _has_other_work(doc, place)


def _ends_with(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends with one of the words, and a comma or colon behind it."""
    return text.endswith(" ") and (text[:-1].endswith(words) or text[:-2].endswith(words))


def _speaks(after: str) -> bool:
    """Whether somebody only says something: composer NAME has said she admires it."""
    said = r" (?:(?:has|once|also|recently|later) )*(?:said|says|told|tells|admires|admired|calls|called)\b"
    return re.match(said, after) is not None


def _may_be_person(block: Block, mention: Mention) -> bool:
    return bool(mention.actors) or may_be_person(block, mention)


def _listed(block: Block, mentions: list[Mention], number: int) -> Iterator[Mention]:
    """A name and those that stand in a list with it."""
    yield mentions[number]
    for before, after in zip(mentions[number:], mentions[number + 1 :], strict=False):
        between = block.text[before.end : after.start]
        if not re.fullmatch(r"\s*(?:,? and|,|&)\s*", between) or not _may_be_person(block, after):
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
    if (
        following
        and not following[0].is_own
        and re.match(r"[’'\s]*(?:s\b|,? (?:who|the director|whose|of|in|for))", after)
    ):
        return False
    if is_hypothetical(place):
        return False
    own = "|".join(KINDS[doc.notes.kind].own_words.split()) if doc.notes else ""
    if own and re.search(rf"\b(?:{own})\b", before[-60:]):
        before = re.sub(rf"\b(?:{own})\b", "", before)
    other = (
        r"\b(?:remake|version|original(?:ly)?|sequel|prequel|novel|novella|book|play|story|stage|series"
        r"|serial|earlier|previous"
        r"|first|second|third|sequences?|adaptations|string|numbers?|scenes?|segments?|shorts?|episodes?"
        r"|songs?|films|movies"
        r"|pictures|works"
        r"|trilogy|also|another|last|later|unit|one|other|cartoon|footage|documentary|ads|commercials"
        r"|memoir|article)\b"
    )
    return re.search(other, before[-60:], re.IGNORECASE) is None


def _has_other_work(doc: Document, place: Passage) -> bool:
    """Whether the credit is another work's: named here or in the sentence before, or one that this one recalls."""
    if names_another_work(doc, place) or is_hypothetical(place):
        return True
    recalls = (
        r"\b(?:borrow\w*|echo\w*|evok\w*|homage|inspired|influence\w*|owes?|debt|compar\w*|unlike|like"
        r"|steals?|lifts?)\b"
    )
    if re.search(recalls, place.before[-45:], re.IGNORECASE):
        return True
    sentences = place.block.sentences
    number = max(bisect_right(sentences, place.start, key=_start) - 1, 0)  # as `place.sentence` finds it
    nearest = last_work(doc, place.block, sentences[max(number - 2, 0)].start, place.start)
    return nearest is not None and not nearest.is_own


def _start(sentence: Sentence) -> int:
    return sentence.start


def _does(doc: Document, block: Block, mention: Mention, job: Job, after: str) -> bool:
    """NAME directs the film, NAME's direction; and for the director NAME's film, NAME's *Title*."""
    place = Passage(block, mention.start, mention.end)
    if _has_other_work(doc, place):
        return False
    if job.name == "directed" and mention.possessive and _owns_title(doc, block, mention, after):
        return mention.has_given
    words = told(job)
    owns = re.match(rf"['’]s? (?:[\w-]+ ){{0,2}}?(?:{words.work})\b", after) if words.work else None
    if not owns and not any(cue in after.lower() for cue in (*words.cues, " crafts ")):
        return False
    is_somebody = mention.has_given and not mention.people
    if is_somebody and _is_agent(job, after):
        return True
    if not does_after(job).match(after) or (after[:24].find(" it ") > 0 and _did_more(doc, mention, job)):
        return False
    if owns:
        return is_somebody and _is_led_to(place.before, after[owns.end() :])
    return mention.has_given or any(not person.is_role for person in mention.people)


def _is_agent(job: Job, after: str) -> bool:
    """NAME, the director, …; NAME is its director."""
    looks = r",? (?:the|its|this|is|was|as|sits|takes|took|returns|back)\b"
    return bool(re.match(looks, after) and is_agent_after(job).match(after))


def _owns_title(doc: Document, block: Block, mention: Mention, after: str) -> bool:
    """Whether the work's own title follows a possessive, marked or plain."""
    works = [work for work in works_in(doc, block) if work.start >= mention.end]
    between = block.text[mention.end : works[0].start] if works and works[0].is_own else ""
    return between in ("’s ", "'s ", "’ ", "' ") or _plain_title(doc, after)


def _is_led_to(before: str, after: str) -> bool:
    """Whether “NAME's play” is the work, not another production of an old one."""
    other = r" (?:at|for) |,? (?:of|from|in) (?:1[89]|20)\d\d|[^.;]{1,40}\b(?:last|later|before)\b"
    leads = r"(?:^\W*(?:in )?|\b(?:is|was|remains|it['’]s) )$"
    return not re.match(other, after) and re.search(leads, before, re.IGNORECASE) is not None


def _is_beside_title(doc: Document, block: Block, mention: Mention, job: Job) -> bool:
    """NAME, who directed *Her*; NAME is the writer of *Her*; the director: *Her*, by NAME, *Her* (NAME, 2013)."""
    text = block.text
    near = text[max(mention.start - 8, 0) : mention.end + 60].lower()
    if not mention.has_given or not any(cue in near for cue in (*told(job).cues, " by ", "(", "[")):
        return False
    form = (
        rf",? (?:who )?(?:also )?(?:{told(job).does}) [“\"‘']?"
        rf"|(?:,| is| was| as) (?:the |its )?(?:{told(job).agent}) of [“\"‘']?"
    )
    own = [work for work in works_in(doc, block) if work.is_own]
    ahead = (text[mention.end : work.start] for work in own if 0 <= work.start - mention.end < 60)
    if any(re.fullmatch(form, between) for between in ahead):
        return True
    if job.name != "directed" or not _is_owned(doc, job):
        return False
    is_dated = re.match(r",? (?:1[89]|20)\d\d\b", text[mention.end :])
    form = r"[”\"’']?(?:,? by |,? ?[(\[])" if is_dated else r"[”\"’']?,? by "
    behind = (text[work.end : mention.start] for work in own if 0 <= mention.start - work.end < 8)
    return any(re.fullmatch(form, between) for between in behind)


def _is_owned(doc: Document, job: Job) -> bool:
    """Whether a work of this kind is said to be by who has the job."""
    return doc.notes is not None and KINDS[doc.notes.kind].owner in job.keys.split()


def _did_more(doc: Document, mention: Mention, job: Job) -> bool:
    """Whether the notes credit somebody with another department: the composer “wrote it” is the music."""
    crew = doc.notes.crew if doc.notes else {}
    others = {
        person.name
        for name, people in crew.items()
        if name.lower() not in job.departments
        for person in people
    }
    return any(person.full in others for person in mention.people)


def _plain_title(doc: Document, after: str) -> bool:
    """Whether the work's own title follows a possessive, without marks: Spike Jonze's Her."""
    title = doc.notes.title if doc.notes else ""
    return re.match(rf"['’]s? {re.escape(title)}(?!\w| [A-Z])", after) is not None


def _judged(
    doc: Document, place: Passage, mention: Mention, job: Job, people: tuple[Person, ...]
) -> Iterator[Claim]:
    known = [person for person in doc.names.people if any(person.full == each.name for each in people)]
    named = fold_name(mention.text)
    if any(named in person.folded or person in mention.people for person in known):
        yield held("credit", place, fits=True)
    elif not people or is_misspelt(doc, Passage(place.block, mention.start, mention.end)):
        yield held("credit", place, fits=None)
    else:
        yield _contradiction(place, mention, job, known)


def _contradiction(place: Passage, mention: Mention, job: Job, known: list[KnownPerson]) -> Claim:
    noted = " and ".join(dict.fromkeys(person.full for person in known))
    is_known = bool(mention.people)
    return Claim(
        kind="credit",
        span=place.span,
        text=place.text,
        status=Status.CONTRADICTED,
        noted=noted,
        message=f"The notes have it {job.name} by {noted}, not {place.text}."
        if is_known or job.is_full
        else f"“{place.text}” is not in the notes, which have it {job.name} by {noted}.",
        replacements=tuple(dict.fromkeys(as_named_here(person, mention) for person in known)),
        unknown=not is_known and not job.is_full,
    )

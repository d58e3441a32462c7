"""Claims of whose story the work is made from: based on the novel by NAME, adapted from NAME's play."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.surnames import fold_name
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.claims.context import blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.facts.mentions import Mention, as_named_here, may_be_person, mentions_in
from reviewcli.reading.facts.nearest import is_misspelt

_FROM = r"\b(?:based(?: \w+)? on|(?:adapted|drawn|derived|adapts|adapting)(?: \w+)?(?: from)?)"
_SOURCE = (
    r"(?:novel|novella|book|best-?seller|play|memoir|short story|story|comic|graphic novel|autobiography)"
)
_LEAD = r"(?: (?:the|an?|his|her|its|\d{4}|[a-z-]+))*"


@cache
def _written_by() -> re.Pattern[str]:
    return re.compile(
        rf"{_FROM}{_LEAD} {_SOURCE}(?: of the same (?:name|title))?,? by (?:the )?$", re.IGNORECASE
    )


def find(doc: Document) -> Iterator[Claim]:
    """Whom the text names as the author of what the work is made from."""
    notes = doc.notes
    authors = notes.based_on.author if notes and notes.based_on else ()
    if not authors:
        return
    for block in blocks_of(doc):
        if (
            "based" not in block.text.lower()
            and "adapt" not in block.text.lower()
            and "from" not in block.text
        ):
            continue
        for mention in mentions_in(doc, block):
            if mention.is_whole and _is_author(doc, block, mention):
                yield _judged(doc, block, mention, tuple(author.name for author in authors))


def _is_author(doc: Document, block: Block, mention: Mention) -> bool:
    place = Passage(block, mention.start, mention.end)
    if place.is_quoted or is_hypothetical(place) or not (mention.people or may_be_person(block, mention)):
        return False
    before, after = place.before, block.text[mention.end : mention.end + 50]
    told = (
        re.search(rf"{_FROM} $", before, re.IGNORECASE)
        and re.match(rf"['’]s?(?: (?:\d{{4}}|[\w-]+)){{0,3}} {_SOURCE}\b", after)
    ) or _written_by().search(before)
    return bool(told) and not names_another_work(doc, place, before=60, after=0)


def _judged(doc: Document, block: Block, mention: Mention, authors: tuple[str, ...]) -> Claim:
    place = Passage(block, mention.start, mention.end)
    known = [person for person in doc.names.people if person.full in authors]
    said = fold_name(mention.text)
    fits = any(person in mention.people or said in person.folded for person in known)
    told = " and ".join(authors)
    message = f"The notes have it based on a work of {told}, not of {place.text}."
    if not fits and is_misspelt(doc, place):
        return held("credit", place, fits=None)  # the sheet puts the name that is meant beside it
    right = tuple(as_named_here(person, mention) for person in known) or authors
    return held("credit", place, fits, told, message, right)

"""What stands round a claim in its sentence: whose work it is about, and whether it is meant as said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reviewcli.document import Block, Document, Passage
from reviewcli.notes.kinds import KINDS
from reviewcli.reading.claims.works import Work, other_works, works_in
from reviewcli.texts.expressions import Expression

# Words for the work itself, of any kind; a short may be shown with it.
WORK = f"(?:{'|'.join(noun for kind in KINDS.values() for noun in kind.nouns.split())}|short)"
_ANOTHER = (
    r"\b(?:remake|remade|remakes|remaking|version|versions|adaptation|original|originally|sequel|sequels"
    r"|prequel|predecessor"
    r"|follow-up|novel|book|play|stage|musical|Broadway|memoir|comic|series|serial|short story|earlier"
    r"|previous|prior|previously"
    r"|first film|last film|next film|other film|debut|silent|TV|television|radio|reboot|franchise"
    r"|instal?lments?|entry|unlike"
    r"|episode|segment|scenes?|sequences?|cartoon|later|subsequent|re-?released?|re-?issued?|restored"
    r"|restoration|DVD"
    r"|Blu-ray|video|also|theatrical cut|director['’]s cut|extended|uncut)\b"
)
# Words and phrases, told by sets: a pattern of them costs more to compile than the rest of a draft's claims.
_NOT_SO = frozenset(
    """almost considered auditioned replace replaced replaces replacing slated offered wanted intended imagine
    reminiscent recall recalls channel channels not never nor begging""".split()
)
SUPPOSED = (
    " instead of ", " rather than ", " would have ", " could have ", " might have ", " should have ",
    " if only ", " were it ", " were they ", " had it been ", " as if ", " would be ", " could be ", " should be ",
    " might be ",
)  # fmt: skip
_NOT_SO_PHRASES = (*SUPPOSED, " turned down ")


@cache
def pattern(text: str) -> re.Pattern[str]:
    """A pattern without regard to capitals, compiled when it is first asked for."""
    return re.compile(text, re.IGNORECASE)


def speaks_of_another(place: Passage, *, but: str = "") -> bool:
    """Whether a word near a place hints at another work or version; `but` are words that do not here."""
    text = around(place, 50, 20)
    return any(match.group().lower() not in but.split() for match in pattern(_ANOTHER).finditer(text))


def is_hypothetical(place: Passage) -> bool:
    """Whether the words in front of a place, or the place, tell what was not or what might have been."""
    text = around(place, 45, 0).lower()
    if "n't" in text or "n’t" in text:
        return True
    words = re.findall(r"\w+", text)
    if not _NOT_SO.isdisjoint(words):
        return True
    joined = f" {' '.join(words)} "
    return any(phrase in joined for phrase in _NOT_SO_PHRASES)


def around(place: Passage, before: int, after: int) -> str:
    """The text of a place with so many letters on each side, within its sentence."""
    sentence = place.sentence
    start, end = (
        max(sentence.start, place.start - before),
        min(max(sentence.end, place.end), place.end + after),
    )
    return place.block.text[start:end]


def last_work(doc: Document, block: Block, start: int, end: int) -> Work | None:
    """The last title between two places of a block."""
    works = [work for work in works_in(doc, block) if start <= work.start and work.end <= end]
    return works[-1] if works else None


def names_another_work(doc: Document, place: Passage, *, before: int = 80, after: int = 30) -> bool:
    """Whether a work that is not the one under review is named near a place, in its sentence."""
    sentence = place.sentence
    start, end = max(sentence.start, place.start - before), min(sentence.end, place.end + after)
    works = works_in(doc, place.block)
    ahead = [work for work in works if start <= work.start and work.end <= place.start]
    if ahead and ahead[-1].is_own:
        start = place.start  # the nearest title is the work's own
    return bool(other_works(doc, place.block, start, end))


def blocks_of(doc: Document) -> list[Block]:
    """The blocks that state something: all but block quotes."""
    return [block for block in doc.blocks if not block.in_quote]


def said_in(doc: Document, told: Expression, groups: str) -> Iterator[tuple[Passage, re.Match[str]]]:
    """What a pattern finds in the text, each behind the place of the first of some groups that took part."""
    for block in blocks_of(doc):
        for match in told.finditer(block.text):
            yield Passage(block, *match.span(group_of(match, groups))), match


def group_of(match: re.Match[str], groups: str) -> str:
    """The first of some groups that took part in a match; empty if none did."""
    took_part = match.groupdict()
    return next((name for name in groups.split() if took_part.get(name)), "")


def is_no_claim(doc: Document, place: Passage) -> bool:
    """Whether nothing is claimed of the work: the words are somebody else's, of another work, or only supposed."""
    return place.is_quoted or names_another_work(doc, place) or is_hypothetical(place)

"""What stands round a claim in its sentence: whose work it is about, and whether it is meant as said."""

from __future__ import annotations

import re
from functools import cache

from reviewcli.claims.works import Work, other_works, works_in
from reviewcli.document import Block, Document, Passage, Sentence

# Words for the work itself, of any kind.
WORK = (
    "(?:film|movie|picture|feature|flick|documentary|drama|comedy|thriller|western|musical|noir|romance"
    r"|epic|horror"
    "|mystery|melodrama|adaptation|biopic|production|series|show|book|novel|game|album|record|play|serial|short)"
)
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
_NOT_SO = (
    r"\b(?:instead of|rather than|would have|could have|might have|should have|turned down|almost"
    r"|considered|auditioned"
    r"|replac(?:ed?|es|ing)|slated|offered|if only|wanted|intended|imagine|reminiscent|recalls?|channels?"
    r"|not|never|nor|begging|as if|(?:would|could|should|might) be)\b|n['’]t\b"
)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def speaks_of_another(sentence: Sentence, *, but: str = "") -> bool:
    """Whether a word of the sentence hints at another work or version; `but` are words that do not here."""
    text = sentence.text
    return any(match.group().lower() not in but.split() for match in _pattern(_ANOTHER).finditer(text))


def is_hypothetical(sentence: Sentence) -> bool:
    """Whether the sentence tells what was not, or what might have been."""
    return _pattern(_NOT_SO).search(sentence.text) is not None


def last_work(doc: Document, block: Block, start: int, end: int) -> Work | None:
    """The last title between two places of a block."""
    works = [work for work in works_in(doc, block) if start <= work.start and work.end <= end]
    return works[-1] if works else None


def names_another_work(doc: Document, passage: Passage) -> bool:
    """Whether the sentence of a passage names a work that is not the one under review."""
    sentence = passage.sentence
    return bool(other_works(doc, passage.block, sentence.start, sentence.end))


def blocks_of(doc: Document) -> list[Block]:
    """The blocks that state something: all but block quotes."""
    return [block for block in doc.blocks if not block.in_quote]

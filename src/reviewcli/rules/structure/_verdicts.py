"""The words in which reviewers give their verdict outright."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.rules.structure._whole import last_paragraphs
from reviewcli.texts.expressions import Expression

_FOR = Expression(
    r"(?:is|remains|it['’]s|stands as|as|,|–|—) (?:\w+ )?(?:an? |the |his |her |their )?(?:\w+ )?masterpiece\b",
    r"\bmust[- ]see\b",
    r"\b(?:highly|strongly|warmly|heartily|wholeheartedly) recommend(?:ed)?\b",
    (
        r"\b(?:is|it['’]s|are|remains|ranks (?:as|among)|stands as) (?:easily |still |truly )?(?:one of|among) the "
        r"(?:very )?(?:best|finest|greatest) (?:films?|movies?|books?|games?|albums?|pictures?|shows?|of the year)\b"
    ),
    r"\b(?:it['’]s|is) (?:an? )?(?:truly |very )?great (?:film|movie|book|game|album)\b",
    r"\bwell worth (?:seeing|watching|reading|your|the)\b",
    r"\bdon['’]t miss\b",
    ignore_case=True,
)
_AGAINST = Expression(
    r"(?:^|[.!;:—,] )avoid (?:it|this|at all costs)\b",
    r"(?:^|[.!?;:—] )skip (?:it|this one|this film|this movie)\b",
    r"\b(?:is|it['’]s|are) (?:simply |just |utterly |truly )?(?:awful|unwatchable|dreadful|abysmal)\b(?! \w+ly\b)",
    r"\b(?:is|it['’]s) (?:easily |still )?(?:one of|among) the (?:very )?worst (?:films?|movies?|books?|games?)\b",
    r"\ba (?:complete |total )?waste of (?:time|talent|money|your)\b",
    r"\bdon['’]t (?:bother|waste)\b",
    r"\bnot worth (?:seeing|watching|your|the time|the price|reading)\b",
    ignore_case=True,
)
_RESERVED = (
    r"(?:\bnot?\b|n['’]t\b|\bnever\b|\bnear(?:ly)?\b|\balmost\b|\bhardly\b|\bfar from\b|\bless than\b|\bno\b|\bcould\b"
    r"|\bif\b|\bunless\b|\bexcept\b|\bwould\b|\bmight\b|\bformer\b|\bminor\b|\bwhether\b)[^.;:!?]{0,40}$"
)


def verdicts(doc: Document) -> Iterator[tuple[Passage, bool]]:
    """The outright verdicts of the last two paragraphs, in the writer's own words: where, and whether in favour."""
    for paragraph in last_paragraphs(doc):
        for favours, verdict in ((True, _FOR), (False, _AGAINST)):
            for found in paragraph.block.whole.find(verdict):
                if _is_outright(found, favours=favours):
                    yield _trimmed(found), favours


def _is_outright(found: Passage, *, favours: bool) -> bool:
    """Whether it is said with no reserve, asked by nobody and in nobody else's words."""
    if re.search(_RESERVED, found.before[-60:], re.IGNORECASE):
        return False
    if favours and re.search(r"\b(?:no|not|never|hardly)\b", found.text):
        return False
    return found.after[:1] != "?" and not found.is_quoted and not found.is_emphasised


def _trimmed(found: Passage) -> Passage:
    start = found.start + len(found.text) - len(found.text.lstrip(" .!?;:—–,"))
    return Passage(found.block, start, found.end)

"""Words that give an ending away whatever the story is."""

from __future__ import annotations

from collections.abc import Iterator

from reviewcli.document import Document, Passage
from reviewcli.rules.spoilers._marked import is_marked
from reviewcli.texts.expressions import Expression

_WHO = r"(?:[A-Z][\w'’-]+|[Hh]e|[Ss]he)"
_CULPRIT = r"(?:killer|murderer|culprit|villain|traitor|mole)"
_KIN = r"(?:(?:his|her|their) (?:own )?(?:father|mother|son|daughter|brother|sister|twin)|a ghost|dead)"
_ENDS = r"(?:dies|is killed|is shot|kills|shoots|murders|leaves|marries|drowns|survives|escapes|confesses)"
_GIVEN_AWAY = Expression(
    rf"\b[Tt]he (?:real )?{_CULPRIT} (?:is|was) (?:actually |really )?(?:{_WHO}|his|her|the)\b",
    rf"\b(?:was|is|are|were) (?:really |actually )?(?:the {_CULPRIT}|{_KIN}) all along\b",
    rf"\bturns out to (?:be|have been) (?:the {_CULPRIT}|{_KIN}|a dream)\b",
    rf"\b(?:is|was) revealed (?:as|to be|to have been) (?:the {_CULPRIT}|{_KIN})\b",
    r"\b(?:faked|fakes|faking) (?:his|her|their) (?:own )?death\b",
    r"\b(?:sacrifices|sacrificing) (?:himself|herself|themselves)\b",
    r"\bit was all a dream\b",
    rf"\b(?:[Ii]n|[Aa]t) the (?:very )?(?:end|final scene|last scene|climax|finale),? {_WHO} {_ENDS}\b",
    rf"\b{_WHO} (?:dies|is killed|is shot dead) (?:in|at) the (?:end|finale|climax|final)\b",
)


def given_away(doc: Document) -> Iterator[Passage]:
    """The places outside marked parts that tell how a story ends."""
    for block in doc.prose:
        for passage in block.whole.find(_GIVEN_AWAY):
            if not passage.is_quoted and not passage.is_emphasised and not is_marked(doc, passage.span):
                yield passage

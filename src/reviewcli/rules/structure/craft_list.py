from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity

_DEPARTMENT = (
    r"(?:direction|directing|cinematography|camerawork|photography|editing|screenplay|script|writing|dialogue|score"
    r"|music|soundtrack|sound design|sound|acting|performances|production design|set design|sets|costumes?"
    r"|costume design|lighting|visual effects|special effects|effects|visuals|pacing|animation|choreography|make-?up)"
)
_HEADS = frozenset(
    "direction directing cinematography camerawork photography editing screenplay script writing dialogue score music "
    "soundtrack sound acting performances design sets costume costumes lighting effects visuals pacing animation "
    "choreography make-up makeup".split()
)
_NEXT = rf"(?:the |its )?(?:\w+ )?{_DEPARTMENT}\b"
_LIST = rf"(?:\b\w+\s+)?\b{_DEPARTMENT}\b(?:,? (?:and |as well as ){_NEXT}|, {_NEXT})+"
_JUDGED = (
    r"\b(?:is|it['’]s|are|was|were|feels?|remains?|all|top[- ]notch|excellent|superb|great|brilliant|outstanding"
    r"|stellar|good|fine|solid|terrible|awful|poor|weak|perfect|fantastic|impressive|strong|bad|impeccable|wonderful"
    r"|amazing|stunning)\b"
)
_EVIDENCE = (
    r"\b(?:when|where|whenever|as in|scenes?|moment|shot|sequence|because|which|minutes?|by [A-Z]|with|until|while"
    r"|after|before|like|than|such)\b|[\"“:;(]|\d"
)


class CraftList(Rule, frozen=True):
    """Three or more departments are praised or blamed in one breath.

    “The direction, cinematography and score are excellent” could stand in any review. Choose the one that
    matters, and show it at work. A sentence that gives a moment, a name or a reason is left alone.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«The direction, cinematography and score» are excellent."),
        Bad("«The acting, the writing, and the music» are all top-notch."),
    )
    good = (
        "The score drops out whenever he lies.",
        "The direction, cinematography and score are at their best when the house burns.",
        "Direction and score are excellent.",
        "He did the direction, screenplay, editing and music himself.",
        "“The direction, cinematography and score are excellent,” said the poster.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            if len(_HEADS & {word.lower for word in sentence.words}) < 3:  # spares most drafts the pattern
                continue
            for listed in sentence.find(_LIST):
                if self._is_empty(listed):
                    number = sum(1 for _ in listed.find(rf"\b{_DEPARTMENT}\b"))
                    told = f"{number} departments in one breath. Choose the one that matters, and show it at work."
                    yield self.found(listed, told)

    @staticmethod
    def _is_empty(listed: Passage) -> bool:
        many = sum(1 for _ in listed.find(rf"\b{_DEPARTMENT}\b")) > 2
        judged = re.match(rf"[\s,]*(?:\w+ )?{_JUDGED}", listed.after, re.IGNORECASE)
        evidence = re.search(_EVIDENCE, listed.after, re.IGNORECASE)
        return bool(
            many and judged and not evidence and not listed.is_quoted and len(listed.after.split()) < 12
        )

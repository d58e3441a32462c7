"""Praise: the words that judge without telling, and the things that are praised so."""

from __future__ import annotations

import functools
import re

PRAISE = frozenset(
    "outstanding stellar excellent superb great terrific fantastic wonderful brilliant amazing incredible compelling "
    "remarkable strong solid good impressive memorable powerful powerhouse magnificent stunning nuanced understated "
    "fearless convincing believable captivating mesmerizing mesmerising riveting phenomenal exceptional tremendous "
    "marvelous marvellous first-rate top-notch top-shelf unforgettable masterful standout stand-out star-making "
    "career-best electrifying dazzling extraordinary spectacular splendid flawless perfect note-perfect pitch-perfect "
    "gripping engaging fabulous awesome sensational sublime award-worthy well-rounded likable likeable competent "
    "capable effective sterling bravura commendable praiseworthy noteworthy towering commanding knockout killer fine "
    "authentic heartfelt enjoyable delightful charming uniformly winning inspired exquisite virtuoso layered "
    "committed dynamite unmatched unparalleled haunting heartbreaking breathtaking".split()
)
_ADJECTIVE = "|".join(sorted(PRAISE - {"uniformly"}, key=len, reverse=True))
_DEGREE = (
    r"(?:(?:truly|really|very|quite|simply|absolutely|equally|uniformly|especially|particularly|all"
    r"|both|also|just|pretty|consistently|typically|predictably|generally|always|similarly|remarkably|surprisingly"
    r"|utterly|so|as|rather|too|genuinely|nothing short of|once again|again|career-best|usually|universally|deeply"
    r"|incredibly|most) )*"
)
_ACTING = (
    r"(?:(?:supporting|lead|central|leading|title|vocal|voice|comic|dramatic|ensemble|acting|physical|screen|early"
    r"|small|dual|breakout|debut|child) )*(?:performances?|turns?|portrayals?|acting|cast|ensemble|voice work"
    r"|voice acting)\b(?! of events)"
)
HEADS = frozenset(
    "performance performances turn turns portrayal portrayals acting cast ensemble performers actors players work "
    "support leads".split()
)


@functools.cache
def praised_acting() -> re.Pattern[str]:
    """Praise and the acting that it is said of, in one clause: “delivers an outstanding performance”."""
    second = rf"(?:\w+ly )?(?:{_ADJECTIVE}|[a-z-]+(?=[.,;]|$))"
    adjectives = rf"{_DEGREE}(?:{_ADJECTIVE})(?:(?:, (?:and )?|,? and | yet | but ){second})?"
    gives = (
        r"(?:delivers?|gives?|giving|delivering|turns? in|turning in|offers?|offering|provides?|providing|brings?"
        r"|contributes?|puts? in|gave|delivered|turned in) "
    )
    subject = (
        r"(?:performances?|portrayal|acting|cast|ensemble|performers|actors|players|leads|(?:voice|vocal|supporting) "
        r"work|(?:his|her|their) work|(?<=[’']s )work)"
        r"(?: (?:as|by|from|of|in) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)?"
    )
    return re.compile(
        rf"(?:\b{gives})?(?:\b(?:an?|some|another|his|her|their|the|such an?) )?\b{adjectives} {_ACTING}"
        rf"|\b{subject} (?:is|are|was|were|feels?|remains?) {adjectives}(?=[\s.,;!?—–)]|$)",
        re.IGNORECASE,
    )

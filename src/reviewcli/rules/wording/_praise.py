"""Praise: the words that judge without telling, and the things that are praised so."""

from __future__ import annotations

import functools
import re

from reviewcli.texts.expressions import Expression

PRAISE = frozenset(
    "outstanding stellar excellent superb great terrific fantastic wonderful brilliant amazing incredible compelling "
    "remarkable strong solid good impressive memorable powerful powerhouse magnificent stunning nuanced understated "
    "fearless convincing believable captivating mesmerizing mesmerising riveting phenomenal exceptional tremendous "
    "marvelous marvellous first-rate top-notch top-shelf unforgettable masterful standout stand-out star-making "
    "career-best electrifying dazzling extraordinary spectacular splendid flawless perfect note-perfect pitch-perfect "
    "gripping engaging fabulous awesome sensational sublime award-worthy well-rounded likable likeable competent "
    "capable effective sterling bravura commendable praiseworthy noteworthy towering commanding knockout killer fine "
    "authentic heartfelt enjoyable delightful charming uniformly winning inspired exquisite virtuoso layered "
    "tour-de-force notch committed dynamite unmatched unparalleled haunting heartbreaking breathtaking".split()
)
_ADJECTIVE = "|".join(sorted(sorted(PRAISE - {"uniformly", "notch"}), key=len, reverse=True))
_ADJECTIVE = _ADJECTIVE.replace("top-notch", "top[- ]notch")
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
def praised_acting() -> Expression:
    """Praise and the acting that it is said of, in one clause: “delivers an outstanding performance”."""
    gives = (
        r"(?:delivers?|gives?|giving|delivering|turns? in|turning in|offers?|offering|provides?|providing|brings?"
        r"|contributes?|puts? in|gave|delivered|turned in) "
    )
    subject = (
        r"(?:performances?|portrayal|acting|cast|ensemble|performers|actors|players|leads|(?:voice|vocal|supporting) "
        r"work|(?:his|her|their) work|(?<=[’']s )work)"
        r"(?: (?:as|by|from|of|in) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*| across the board| all round)?"
    )
    second = (
        r"(?!(?:the|an?|his|her|their|its|all|so) )(?:\w+ly )?[\w-]+"
        r"(?=[.,;!]|$| (?:\w+ )?(?:perform|turn|portray|acting|cast|ensemble|voice|support))"
    )
    praise = rf"\b{_DEGREE}(?:{_ADJECTIVE})(?:(?:, (?:and )?|,? and | yet | but ){second})?"
    return Expression(
        rf"\b{subject} (?:is|are|was|were|feels?|remains?) {praise}(?=[\s.,;!?—–)]|$)",
        rf"(?:\b{gives})?(?:\b(?:an?|some|another|his|her|their|the|such an?) )?{praise} {_ACTING}",
        ignore_case=True,
    )


# What is said of a person outright, and by which words a sentence that says so is known.
_OUTRIGHT = (
    "superb|excellent|terrific|phenomenal|great|wonderful|outstanding|brilliant|fantastic|perfect|remarkable"
    "|magnificent|impressive|compelling|mesmeri[sz]ing|amazing|incredible|exceptional|sensational|marvell?ous|stellar"
    "|extraordinary|flawless|riveting|tremendous|fabulous|electrifying|captivating|first-rate|a standout|a revelation"
    "|a delight|a joy to watch|a joy|a marvel|a highlight|the standout|the highlight"
)
OUTRIGHT = frozenset(re.findall(r"[a-z-]{5,}", _OUTRIGHT)) | {
    "joy",
    "marvelous",
    "marvellous",
    "mesmerizing",
    "mesmerising",
    "shines",
    "excels",
    "impresses",
    "dazzles",
}


@functools.cache
def praised_person() -> re.Pattern[str]:
    """Praise of a person outright: “Johansson is superb.”, “Phoenix shines as Theodore.”; group 1 is the name."""
    name = r"((?:[A-Z][\w.'’-]+ )*[A-Z][\w'’-]+)"
    end = (
        r"(?: (?:here|throughout|too|as well|as (?:ever|always|usual)"
        r"|(?:in|as) the (?:\w+ )?(?:lead|role|part)(?: role)?"
        r"|in (?:his|her|their|this|that|both|every) (?:\w+ )?(?:roles?|parts?|scenes?)|as [A-Z][\w'’-]+"
        r"(?: [A-Z][\w'’-]+)?))?(?=[.;!]|, (?:and|as) (?:is|are|the|his|her|their)\b|$)"
    )
    verbs = r"(?:\w+ly )?(?:shines|excels|impresses|dazzles)"
    return re.compile(rf"\b{name} (?:(?:is|was) {_DEGREE}(?:{_OUTRIGHT})|{verbs}){end}")

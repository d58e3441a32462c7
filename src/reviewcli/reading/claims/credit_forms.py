"""The forms in which a text gives a credit."""

from __future__ import annotations

from functools import cache

from reviewcli.notes.kinds import Job
from reviewcli.reading.claims.context import WORK
from reviewcli.reading.claims.jobs import told
from reviewcli.texts.expressions import Expression

_MADE = r"(?:a|the|this|its|that) (?:[\w-]+ ){0,3}?"


# “Makes it sound easy” is no “makes it”.
_SEEMS = r"(?! (?:sound|feel|seem|look|work|all|clear|easy|hard|possible|impossible|his|her|their|to)\b)"
_IN_CHAIR = (
    r"\b(?:in the director['’]s chair|at the helm)(?: this time| here| once more)?,? (?:is|was|sits|sat) $"
)


@cache
def credited_by(job: Job) -> Expression:
    """“Directed by” and its like, in front of a name."""
    words = told(job)
    tongue = r"(?: (?:into \w+ )?from (?:the )?[A-Z]\w+)?" if job.name == "translated" else ""
    return Expression(
        rf"(?:\b(?:{words.done}){tongue}(?: and [\w-]+(?: and [\w-]+)?)?(?: (?:here|once again|again|with \w+"
        rf"|\w+ly))?,? (?:is )?(?:by|from)|\bunder the (?:{words.thing}) of"
        rf"|\bfrom (?:{words.agent})|\bhelm(?:er|ed by)?) (?:(?:the|a|veteran|first-time|newcomer|\w+ing"
        rf"|great) ){{0,2}}?(?:(?:{words.agent}),? )?[“\"'‘]?$",
        rf"\b(?:its|the|the {WORK}['’]s) (?:{words.agent}) is $",
        *([_IN_CHAIR] if job.name == "directed" else []),
        ignore_case=True,
    )


@cache
def work_by(work: str) -> Expression:
    """“A film by”, “is a novel by”."""
    return Expression(
        rf"(?:^\W*(?:this|the)|^\W*an? (?= ?(?:film|movie))|\b(?:is|was|remains) (?:an?|this|the))"
        rf" (?:[\w-]+ ){{0,2}}?(?!adaptation)(?:{work}) (?:by|from) $",
        ignore_case=True,
    )


@cache
def agent_before(job: Job) -> Expression:
    """“Director” and its like, in front of a name."""
    words = told(job)
    return Expression(
        rf"(?:^|[.!?,;:—–(]\s*|\b(?:but|and|as|by|from|(?:work|vision|hands|eye|guidance|direction) of"
        rf"|film['’]s|movie['’]s|for|[Tt]he film's) )(?:(?:its"
        rf"|the) )?(?:{words.agent}|{words.label})[,:]? $",
        ignore_case=True,
    )


@cache
def does_after(job: Job) -> Expression:
    """“’s direction”, “ directs the film”, behind a name."""
    words = told(job)
    thing = (
        rf"['’]s? (?:(?!\b(?:own|first|last|other)\b)[\w-]+ ){{0,2}}?(?:{words.thing})\b(?! (?:of|for|in) )"
    )
    does = (
        rf" (?:(?:also|himself|herself|here|\w+ly) ){{0,2}}(?:{words.does}) (?:{_MADE}{WORK}\b|this\b"
        rf"|it\b{_SEEMS}|from (?:an?|the|his|her)\b|with an?\b)"
    )
    did = (
        r" (?:(?:co-)?wrote|(?:co-)?writes|penned|composed|composes|provides|provided|supplies|supplied|did|does"
        rf"|handles|handled|designed|designs|made) (?:the|its) (?:[\w-]+ ){{0,2}}?(?:{words.thing})\b"
        r"(?! (?:of|for|in) )"
    )
    forms = [thing, does, did]
    if words.work:
        forms.append(rf"['’]s? (?:(?:[\w-]+ ){{0,2}}?(?:{words.work})\b(?!s|[’'-]))")
    if job.name == "directed":
        forms.append(r",? crafts (?:a|the) (?:\w+ )?(?:story|film|movie|tale|world)\b")
        forms.append(rf",? (?:who )?(?:{words.does})(?=[.;,]|$| with\b)")
    return Expression(*forms)


@cache
def is_agent_after(job: Job) -> Expression:
    """“, the director,” and “ is the film’s director” behind a name."""
    words = told(job)
    its = r"(?:the|its|the film['’]s|the movie['’]s|this film['’]s)"
    chair = (
        (
            r" (?:(?:sits|is|was|returns|back)(?: back)?|takes (?:a|his|her|the) (?:seat|place))"
            r" (?:in|to) the director['’]s chair"
        ),
        r" (?:is|was|sits) (?:at the helm|behind the camera)\b",
        r" (?:takes|took) the (?:helm|reins)\b",
    )
    return Expression(
        rf",? {its} (?:{words.agent})(?:,| of (?:this|the) {WORK}\b)",
        rf" (?:is|was|as) {its} (?:{words.agent})(?:[.,;]| (?:here|of (?:this|the) {WORK}\b))",
        *(chair if job.name == "directed" else ()),
    )

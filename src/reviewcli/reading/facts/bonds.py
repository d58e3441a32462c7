"""A name and a word for a job that stand together in one clause, and how strongly the words tie them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.notes.kinds import Job
from reviewcli.reading.claims.context import WORK, pattern
from reviewcli.reading.facts.jobs import Cue, Cues, Sort
from reviewcli.reading.facts.mentions import Mention

SURE, LIKELY, LOOSE, HINT = 3, 2, 1, 0

# What may stand between “by” and the name: “the veteran”, “an uncredited”, a job; nothing that turns elsewhere.
TURNS = r"(?:as|of|to|for|with|and|or|who|that|which|in|on|by|from|like|than|not|but|its|his|her|their)"
_BY = (
    r"^(?P<head>.*?\w\.?)[”\"’)]?(?: into \w+)?(?: from (?:the )?[A-Z]\w+)?"
    r"(?:,? (?:here|again|once again|once more|with \w+|\w+ly))?,? (?:is |was )?(?:by|from)"
    rf"(?:(?: (?!{TURNS}\b)[a-z][\w/-]*,?){{0,3}}) [“\"'‘]?$"
)
_AND = r"(?:,? and|,| &) [\w-]+$"
_IS_A = r"(?:^\W*(?:this|the|an?)|\b(?:is|was|remains) (?:an?|this|the))(?: [\w-]+){0,2}$"
_OPENS = r"(?:^|[.!?,;:—–(]\s*|\b(?:but|and|as|by|from|of|for|['’]s) )(?:(?:its|the) )?$"
_ASIDE = r",? (?P<who>who )?(?:(?:also|himself|herself|here|has|had|\w+ly) ){0,2}"
_OBJECT = (
    rf" (?:(?:a|the|this|its|that) (?:[\w-]+ ){{0,3}}?{WORK}\b|this\b|from (?:an?|the|his|her)\b|with an?\b"
    r"|it\b(?! (?:sound|feel|seem|look|work|all|clear|easy|hard|possible|impossible|his|her|their|to)\b))"
)
_ENDS = r"(?:[.;,]|$| with\b)"
_WROTE = (
    r"(?:(?:co-)?wr(?:ote|ites)|penned|compose[sd]|provide[sd]|supplie[sd]|did|does|handle[sd]|design(?:s|ed)|made)"
    r" (?:the|its) (?=\w)"
)
_THE = r",? (?P<is>(?:is|was|as) )?(?:the|its|(?:the|this) \w+['’]s) (?=\w)"
_AT_HELM = (
    r" (?:(?:is|was|sits) (?:at the helm|behind the camera)\b|(?:takes|took) the (?:helm|reins)\b"
    r"|crafts (?:a|the) (?:\w+ )?(?:story|film|movie|tale|world)\b"
    r"|(?:(?:sits|is|was|returns|back)(?: back)?|takes (?:a|his|her|the) (?:seat|place))"
    r" (?:in|to) the director['’]s chair)"
)
_IN_CHAIR = (
    r"\b(?:in the director['’]s chair|at the helm)(?: this time| here| once more)?,? (?:is|was|sits|sat) $"
)
_SPEAKS = r" (?:(?:has|once|also|recently|later) )*(?:said|says|told|tells|admires|admired|calls|called)\b"
# Words that make it another work, or another part of it.
OTHERS = frozenset(
    """remake version original originally sequel prequel novel novella book play story stage series serial earlier
    previous first second third sequence sequences adaptations string number numbers scene scenes segment segments
    short shorts episode episodes song songs films movies pictures works trilogy also another last own later unit one
    other cartoon footage documentary ads commercials memoir article""".split()
)


class Bond(msgspec.Struct, frozen=True):
    """A job that words give to a name, and to those that stand in a list with it where it leads one.

    `start` is where the words begin in front of it; none where they stand behind. `cue` is where the word for the job
    stands, if it only stands beside the name or in one clause with it.
    """

    job: Job
    strength: int
    start: int | None = None
    leads_list: bool = False
    cue: tuple[int, int] | None = None
    sort: Sort | None = None


def done_by(cues: Cues, before: str) -> Iterator[Bond]:
    """“Directed by”, “written and directed by”, “a score by”, “is a film by”, “Dir.:” in front of a name."""
    if before.endswith((": ", ". ", ":")):
        yield from _labelled(cues, before.strip())
    if re.search(r"\b(?:by|from|is|was|sits|sat) ", before):
        chair = pattern(_IN_CHAIR).search(before)
        yield from (Bond(job, SURE, chair.start()) for job in cues.directing) if chair else ()
        match = re.match(_BY, before)  # a capital begins the name
        head = match["head"].lower() if match else ""
        while head:
            yield from (
                Bond(cue.job, SURE, len(head) - len(cue.words))
                for cue in cues.at_end(head)
                if _is_done_by(cue, head)
            )
            shorter = re.sub(_AND, "", head)
            head = shorter if shorter != head else ""


def _labelled(cues: Cues, before: str) -> Iterator[Bond]:
    text = before.rstrip(":").lower()
    has_colon = before.endswith(":")
    for cue in cues.at_end(text):
        if (has_colon and cue.sort in ("heading", "agent")) or (
            cue.sort == "heading" and cue.words.endswith(".")
        ):
            yield Bond(cue.job, SURE, len(text) - len(cue.words))


def _is_done_by(cue: Cue, head: str) -> bool:
    """Whether a word in front of “by” says what is done, or what the whole is: a film by."""
    if cue.sort != "work" or cue.words == "adaptation":
        return cue.sort == "done"
    return pattern(_IS_A).search(head[: len(head) - len(cue.words)].rstrip()) is not None


def beside(cues: Cues, mention: Mention, before: str, after: str) -> Iterator[Bond]:
    """What words right beside a name make of it, in front (“director”) or behind (“, who edited,”)."""
    text = before.rstrip("“\"'‘ ")
    if text != before:
        yield from _called(cues, mention, text.rstrip(",").lower(), after)
    if not mention.has_given and all(person.is_role for person in mention.people):
        return
    if mention.possessive:
        rest = re.sub(r"^['’]s? ", "", after)
        yield from _things(cues, rest)
        yield from _works(cues, before, rest) if mention.has_given and not mention.people else ()
        return
    aside = pattern(_ASIDE).match(after)
    rest = after[aside.end() :] if aside else ""
    yield from (
        Bond(cue.job, LIKELY) for cue in cues.at_start(rest.lower()) if aside and _is_done(cue, aside, rest)
    )
    wrote = pattern(_WROTE).match(rest)
    yield from _things(cues, rest[wrote.end() :]) if wrote else ()
    yield from _is_agent(cues, after) if mention.has_given and not before.endswith(" by ") else ()
    yield from (Bond(job, LIKELY) for job in cues.directing if pattern(_AT_HELM).match(after))


def _called(cues: Cues, mention: Mention, text: str, after: str) -> Iterator[Bond]:
    """“Director” and its like right in front of a name; “its director is NAME”, “under the direction of NAME”."""
    is_his = (
        not mention.possessive or re.match(rf"['’]s? (?:\w+ )?{WORK}\b(?!s| [A-Z“\"])", after) is not None
    )
    speaks = not mention.has_given or pattern(_SPEAKS).match(after)
    plain = text.removesuffix(" is").removesuffix(" of")
    for cue in cues.at_end(plain):
        lead = plain[: len(plain) - len(cue.words)]
        is_under = cue.sort == "thing" and text.endswith(" of") and lead.endswith("under the ")
        if is_under or (
            cue.sort == "agent" and text.endswith(" is") and re.search(r"(?:\b(?:its|the)|['’]s) $", lead)
        ):
            yield Bond(cue.job, SURE)
        elif cue.sort == "agent" and text == plain and not speaks:
            is_led = is_his and (cue.words.endswith("s") or pattern(_OPENS).search(lead))
            yield Bond(cue.job, LIKELY if is_led else LOOSE, leads_list=cue.words.endswith("s"))


def _is_done(cue: Cue, aside: re.Match[str], rest: str) -> bool:
    """Whether a verb is done to the work: it has it for its object, or stands at the end of “, who edited,”."""
    behind = rest[len(cue.words) :]
    is_last = (aside["who"] or cue.job.is_full) and re.match(_ENDS, behind)
    return cue.sort == "does" and bool(is_last or pattern(_OBJECT).match(behind))


def _is_agent(cues: Cues, after: str) -> Iterator[Bond]:
    """NAME, the director, …; NAME is its director."""
    called = re.match(_THE, after)
    rest = after[called.end() :] if called else ""
    ends = rf"{'[.,;]' if called and called['is'] else ','}| here\b| of (?:this|the) {WORK}\b"
    for cue in cues.at_start(rest.lower()):
        if cue.sort == "agent" and re.match(ends, rest[len(cue.words) :]):
            yield Bond(cue.job, LIKELY)


def _skipped(cues: Cues, rest: str) -> Iterator[tuple[Cue, str]]:
    """The words for jobs that a text begins with, up to two words of its own in front; and what stands behind."""
    for skipped in range(3):
        words = rest.split(" ", skipped)
        if len(words) <= skipped or not all(re.fullmatch(r"[\w-]+", word) for word in words[:-1]):
            return
        if not OTHERS.isdisjoint(words[:-1]):
            return
        yield from ((cue, words[-1][len(cue.words) :]) for cue in cues.at_start(words[-1].lower()))


def _things(cues: Cues, rest: str) -> Iterator[Bond]:
    """The job of “(quiet) score”; no “score of” another."""
    for cue, behind in _skipped(cues, rest):
        if cue.sort == "thing" and not re.match(r" (?:of|for|in) ", behind):
            yield Bond(cue.job, LIKELY)


def _works(cues: Cues, before: str, rest: str) -> Iterator[Bond]:
    """NAME’s film where that is the work, not another production of an old one."""
    other = r"[-’']| (?:at|for) |,? (?:of|from|in) (?:1[89]|20)\d\d|[^.;]{1,40}\b(?:last|later|before)\b"
    if not pattern(r"(?:^\W*(?:in )?|\b(?:is|was|remains|it['’]s) )$").search(before):
        return
    for cue, behind in _skipped(cues, rest):
        if cue.sort == "work" and not re.match(other, behind):
            yield Bond(cue.job, LIKELY)


def in_front_of_title(cues: Cues, between: str) -> Iterator[Bond]:
    """NAME, who directed *Her*; NAME is the writer of *Her*; by what stands between the two."""
    text = between.rstrip("“\"‘' ").lower()
    lead = pattern(r"(?:,? who|,| is| was| as)?(?: also)?(?: the| its)? ").match(text)
    rest = text[lead.end() :] if lead else ""
    for cue in cues.at_start(rest):
        if rest[len(cue.words) :] == {"does": "", "agent": " of"}.get(cue.sort):
            yield Bond(cue.job, SURE)

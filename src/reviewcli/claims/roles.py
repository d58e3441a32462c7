"""Claims of who plays whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reviewcli.claims.claim import Claim, Status
from reviewcli.claims.context import around, blocks_of, is_hypothetical, names_another_work
from reviewcli.claims.mentions import (
    Mention,
    as_named_here,
    folded_words,
    is_misspelt,
    may_be_person,
    mentions_in,
)
from reviewcli.document import Block, Document, Passage
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import TITLES

_PLAYS = (
    r"(?:plays|played|playing|portrays|portrayed|portraying|voices|voiced|voicing|embodies|embodying"
    r"|inhabits|inhabiting|essays"
    r"|essaying|impersonates|(?:gets|has|had|chosen|asked|cast|hired|brought in|got) to (?:play|portray|voice)"
    r"|to (?:play|portray|voice)|(?:does|takes on|tackles|assumes|has|gets|fills) the (?:part|role) of"
    r"|(?:in|for|with) the (?:title |lead |leading |starring )?(?:part|role) of|in the (?:part|role) of"
    r"|takes on|is|as)"
)
_PLAYED = (
    r"(?:played|portrayed|voiced|performed|embodied|acted|impersonated|essayed|inhabited"
    r"|brought to life|given (?:life|voice))"
)
# Without one of these none of the verbs is there.
_PLAYING = (
    "play", "portray", "voic", "embod", "inhabit", "essay", "impersonat", " part of", " role of",
    "takes on", " is ", " as ",
)  # fmt: skip
# What may stand between the verb and the character: no word that turns to somebody else.
_TURNS = (
    r"(?:as|of|to|for|with|and|or|who|whom|whose|that|which|in|on|from|by|against|opposite|than|like"
    r"|but|not|into|after|at|is|was|until|when|where|about|over|under|through|behind|beside|alongside|toward"
    r"|towards)"
)
_DESCRIPTION = rf"(?:(?!\b{_TURNS}\b)[\w’'-]+,? ){{0,6}}?[“\"'‘]?"


@cache
def _actor_then_role() -> re.Pattern[str]:
    aside = (
        r"(?:,? (?:who|himself|herself|here|again|also|meanwhile|then|now|once more|memorably|ably"
        r"|wonderfully|\w+ly)\b,?)*"
    )
    return re.compile(
        rf"(?:['’]s?)?,?{aside},? (?:does |who )?(?:also )?(?:\w+ly )?{_PLAYS} (?:both )?{_DESCRIPTION}$"
        rf"| (?:(?!\b(?:and|who|with|but|while)\b)[\w’'-]+ ){{1,8}}?[\w’'-]+, (?:playing|portraying"
        rf"|voicing) {_DESCRIPTION}$",
        re.I,
    )


@cache
def _actor_as_role() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s?)?,? (?:(?!\b(?:and|who|with|but|while|says?|sees?|describes?|same|such|as|so|known"
        rf"|much|well|long|soon|just|regards?|treats?|cuts?|to|into|films?"
        rf"|shoots?)\b)[\w’'-]+,? ){{0,6}}?as {_DESCRIPTION}$",
        re.I,
    )


@cache
def _role_then_actor() -> re.Pattern[str]:
    return re.compile(
        rf",? ?[(—–]?(?:,? ?(?:who|that|as))?(?: ?(?:is|was|are|were|here|also|here,|being|gets"
        rf"|got))*(?: ?\w+ly)? ?{_PLAYED}"
        rf"(?: (?:here|with [\w ]+|to perfection|in \w+ \w+|\w+ly))*,? by (?:(?:an?|the|his"
        rf"|her) )?(?:[a-z’'-]+ ){{0,4}}$",
        re.I,
    )


@cache
def _as_role_first() -> re.Pattern[str]:
    """“As Theodore, Phoenix”, “cast as Theodore”, “in the role of Theodore” at the start of a clause."""
    as_role = r"(?:as|playing|portraying|voicing|in the (?:[\w-]+ )?(?:role|part) of)"
    return re.compile(
        rf"(?:^|[.!?;:(—–]\W*|\b(?:and|but|while|then|where) )(?:(?:mis)?cast |starring "
        rf"|here, )?{as_role} {_DESCRIPTION}$",
        re.IGNORECASE,
    )


def find(doc: Document) -> Iterator[Claim]:
    """Every pair of a character and an actor that the text makes."""
    if doc.notes is None or not any(person.is_role for person in doc.names.people):
        return
    for block in blocks_of(doc):
        mentions = [mention for mention in mentions_in(doc, block) if mention.is_whole]
        claimed: set[int] = set()
        for claim, start in _in_brackets(doc, block, mentions):
            if start not in claimed:
                claimed.add(start)
                yield claim
        for claim, start in _in_sentences(doc, block, mentions):
            if start not in claimed:
                claimed.add(start)
                yield claim


def _in_sentences(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Claim, int]]:
    for number, left in enumerate(mentions):
        for right in mentions[number + 1 : number + 3]:
            if right is not mentions[number + 1] and mentions[number + 1].actors:
                break
            between = block.text[left.end : right.start]
            if len(between) > 110 or re.search(r"[.;:!?]\s", between):
                break
            pair = _pair(doc, block, left, right)
            if pair is None or (pair[0] is left and _is_listed(block, mentions, number)):
                continue
            actor, role = pair
            place = Passage(block, actor.start, actor.end)
            if place.is_quoted or _is_elsewhere(doc, Passage(block, left.start, right.end)):
                continue
            claim = _judged(doc, place, actor, role)
            if claim:
                yield claim, actor.start


def _is_listed(block: Block, mentions: list[Mention], number: int) -> bool:
    """Whether somebody stands at the end of a list, so that each has a part of a list to come."""
    if not number or not mentions[number - 1].actors:
        return False
    between = block.text[mentions[number - 1].end : mentions[number].start]
    after = block.text[mentions[number].end : mentions[number].end + 14]
    singular = re.match(r" (?:also )?(?:plays|voices|portrays|is|stars|appears)\b", after)
    return re.fullmatch(r",?\s+(?:and|&)\s+", between) is not None and not singular


def _is_elsewhere(doc: Document, pair: Passage) -> bool:
    """Whether the part is one in another work or version, or was never played."""
    past = (
        r"\b(?:original(?:ly)?|remake|version|stage|Broadway|earlier|previous(?:ly)?|sequel"
        r"|in the 19\d\d|series)\b"
    )
    return (
        names_another_work(doc, pair, after=60)
        or is_hypothetical(pair)
        or re.search(past, around(pair, 40, 40), re.IGNORECASE) is not None
    )


def _pair(doc: Document, block: Block, left: Mention, right: Mention) -> tuple[Mention, Mention] | None:
    """The actor and the character of two names, if the words between make them a pair."""
    between = block.text[left.end : right.start]
    if re.search(r"\b(?:an|a) $", between):
        return None  # "a Slowik fanboy"
    noun = r"\s+(?!(?:who|with|and|in|as|is|to|from|on|at|of|but|for|an?|the|that|which|whose|by)\b)[a-z]"
    if re.search(r"\ban?\b", between) and re.match(noun, block.text[right.end : right.end + 12]):
        return None  # "a junior CIA agent"
    if _may_act(doc, block, left) and right.roles and not right.possessive:
        if (
            left.possessive
            and left.actors
            and re.fullmatch(
                rf"['’]s? (?:(?!{_TURNS}\b)[a-z-]+(?:ed|ing|y|ful|ish|ic|ous|al|ive|less|ent|ant|ble|old|ng|sad) )?",
                between,
            )
        ):
            return (left, right) if right.words != left.words else None
        # Cheap looks first: most pairs of names need none of these patterns.
        near = between.lower()
        if any(cue in near for cue in _PLAYING) and _actor_then_role().match(between):
            return left, right
        if "as " in near and left.people and _actor_as_role().match(between):
            return left, right
        if not left.people and re.fullmatch(rf",? (?:[\w’'-]+ ){{0,3}}as {_DESCRIPTION}", between, re.I):
            return left, right
    if (
        left.roles
        and not left.possessive
        and "by " in between.lower()
        and _may_act(doc, block, right)
        and _role_then_actor().match(between)
    ):
        return right, left
    if left.roles and _may_act(doc, block, right) and between == ", ":
        before = block.text[max(left.start - 60, 0) : left.start]
        if _as_role_first().search(before):
            return right, left
    return None


def _may_act(doc: Document, block: Block, mention: Mention) -> bool:
    """Whether somebody is meant whom a part may be given: an actor of the notes, or an unknown full name."""
    if mention.actors:
        return any(person.full in _cast(doc) for person in mention.actors)
    return may_be_person(block, mention) and not is_misspelt(doc, block, mention)


@lru_cache(maxsize=16)
def _cast(doc: Document) -> frozenset[str]:
    return frozenset(member.name for member in doc.notes.cast) if doc.notes else frozenset()


def _in_brackets(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Claim, int]]:
    """Theodore (Joaquin Phoenix), Theodore (played by Joaquin Phoenix), Joaquin Phoenix (Theodore)."""
    opening = re.compile(
        r"\(\s*(?:(?:(?:here |again )?(?:played|portrayed|voiced|performed|embodied)(?: \w+ly)? by )"
        r"|voice of )?"
        r"(?:(?:an?|the) (?:[\w’'-]+ ){1,5})?$"
    )
    for number, mention in enumerate(mentions):
        match = opening.search(block.text, max(mention.start - 60, 0), mention.start)
        if not match or not re.match(
            r"(?:['’]s [\w ]+)?\s*(?:\)|,|;| in | as | and )", block.text[mention.end : mention.end + 30]
        ):
            continue
        if not _may_act(doc, block, mention):
            actor = mentions[number - 1] if number else None
            if (
                actor
                and mention.roles
                and actor.actors
                and not block.text[actor.end : match.start()].strip(" *_")
            ):
                claim = _judged(doc, Passage(block, actor.start, actor.end), actor, mention)
                if claim:
                    yield claim, actor.start
            continue
        claim = _judged_beside(doc, block, mention, match.start())
        if claim:
            yield claim, mention.start


def _judged_beside(doc: Document, block: Block, actor: Mention, bracket: int) -> Claim | None:
    """The claim of an actor in brackets behind a character."""
    place = Passage(block, actor.start, actor.end)
    if place.is_quoted:
        return None
    start = max(place.sentence.start, bracket - 70)
    before = list(re.finditer(r"[\w’'.-]*\w", re.split(r"[)(;:—]", block.text[start:bracket])[-1]))[-4:]
    words = [folded_words(match.group()) for match in before]
    flat = [word for parts in words for word in parts]
    if not before:
        return None
    played = {person.full: _role_words(person) for person in _players(doc)}
    own = set().union(*(played.get(person.full, frozenset()) for person in actor.actors), frozenset())
    if own & set(flat):
        return _claim(place, Status.CONFIRMED, (), "")
    last = before[-1].group()
    named = (
        last
        if last[0].isupper() and not re.search(r"['’]s?$", last)
        else _apposed([m.group() for m in before])
    )
    if not named:
        return None
    wanted = set(folded_words(named))
    ranked = sorted(
        (
            (len(roles & set(flat)), person)
            for person in _players(doc)
            if (roles := played[person.full]) & wanted
        ),
        key=lambda pair: -pair[0],
    )
    if not ranked:
        return None
    return _contradiction(place, actor, [person for _, person in ranked], named)


def _apposed(words: list[str]) -> str:
    """The name that a trade stands behind: Ames, of "Ames the butler"."""
    for number in range(len(words) - 2, -1, -1):
        if words[number][0].isupper() and words[number + 1] in ("the", "a", "an"):
            return words[number] if not re.search(r"['’]s?$", words[number]) else ""
    return ""


@lru_cache(maxsize=16)
def _players(doc: Document) -> tuple[KnownPerson, ...]:
    return tuple(person for person in doc.names.people if not person.is_role and person.roles)


@lru_cache(maxsize=512)
def _role_words(person: KnownPerson) -> frozenset[str]:
    return frozenset(
        word
        for role in person.roles
        for word in folded_words(role)
        if len(word) > 2 and word not in ("the", "and") and word not in TITLES
    )


def _judged(doc: Document, place: Passage, actor: Mention, role: Mention) -> Claim | None:
    """What the notes say of a pair; None where they cannot tell."""
    wanted = {word for word in role.words if word not in TITLES} or set(role.words)
    if any(
        wanted & (_role_words(person) | set(folded_words(" ".join(person.roles)))) for person in actor.actors
    ):
        return _claim(place, Status.CONFIRMED, (), "")
    names = {name for person in role.roles for name in person.played_by}
    players = [person for person in _players(doc) if person.full in names]
    if not players:
        return None
    if re.search(
        r"\b(?:young|younger|older|old|adult|teenaged?|child|grown|boy|girl)\b", place.sentence.text
    ) and any(not person.roles for person in actor.actors):
        return _claim(place, Status.UNVERIFIED, (), "")
    return _contradiction(place, actor, players, role.text)


def _contradiction(place: Passage, actor: Mention, players: list[KnownPerson], role: str) -> Claim | None:
    replacements = tuple(dict.fromkeys(as_named_here(person, actor) for person in players))
    noted = " or ".join(dict.fromkeys(person.full for person in players[:3]))
    if not actor.people:
        return Claim(
            kind="role",
            span=place.span,
            text=place.text,
            status=Status.CONTRADICTED,
            noted=noted,
            message=f"“{place.text}” is not in the notes, where {noted} plays {role}.",
            replacements=replacements,
            unknown=True,
        )
    return _claim(place, Status.CONTRADICTED, replacements, noted, role)


def _claim(
    place: Passage, status: Status, replacements: tuple[str, ...], noted: str, role: str = ""
) -> Claim:
    return Claim(
        kind="role",
        span=place.span,
        text=place.text,
        status=status,
        noted=noted,
        message=f"In the notes {noted} plays {role}, not {place.text}." if noted else "",
        replacements=replacements,
    )

"""Claims of who plays whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.reading.claims.claim import Claim, Status
from reviewcli.reading.claims.context import around, blocks_of, is_hypothetical, names_another_work
from reviewcli.reading.claims.role_brackets import in_brackets
from reviewcli.reading.claims.role_forms import (
    ACTOR_AS_ROLE,
    ACTOR_THEN_ROLE,
    AS_ROLE_FIRST,
    DESCRIPTION,
    ROLE_THEN_ACTOR,
    TURNS,
)
from reviewcli.reading.claims.role_judging import judged_pair, may_act
from reviewcli.reading.facts.mentions import Mention, mentions_in
from reviewcli.reading.facts.neighbours import clause_round
from reviewcli.reading.facts.tells import told_of_another


def find(doc: Document) -> Iterator[Claim]:
    """Every pair of a character and an actor that the text makes."""
    if doc.notes is None:
        return
    for block in blocks_of(doc):
        mentions = [mention for mention in mentions_in(doc, block) if mention.is_whole]
        claims: dict[int, Claim] = {}
        told = ((claim, claim.span.start) for claim in told_of_another(doc, block, mentions))
        for claim, start in (*in_brackets(doc, block, mentions), *_in_sentences(doc, block, mentions), *told):
            claims.setdefault(start, claim)
        yield from claims.values()


def _in_sentences(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[tuple[Claim, int]]:
    for number, right in _neighbours(block, mentions):
        left = mentions[number]
        pair = _pair(doc, block, left, right)
        if pair and pair[0] is left and _is_listed(block, mentions, number):
            continue
        actor, role = pair or (left, right)
        place = Passage(block, actor.start, actor.end)
        if place.is_quoted or _is_elsewhere(doc, Passage(block, left.start, right.end)):
            continue
        is_open = pair is not None or _may_be_pair(doc, block, mentions, actor, role)
        claim = judged_pair(doc, place, actor, role) if is_open else None
        if claim and (pair or claim.status is Status.CONTRADICTED):
            yield msgspec.structs.replace(claim, hint=pair is None), actor.start


def _may_be_pair(doc: Document, block: Block, mentions: list[Mention], actor: Mention, role: Mention) -> bool:
    """Whether an actor in full stands in front of a role in one clause that has neither its actor nor another role."""
    if (
        not (actor.actors and role.roles and actor.has_given and may_act(doc, block, actor))
        or role.possessive
    ):
        return False
    # Not who only does something to the other: “gives Nora a lift”.
    if not re.fullmatch(r" [\w’'-]+ [\w ’'-]{1,34} ", block.text[actor.end : role.start]):
        return False
    start, end = clause_round(block, Passage(block, actor.start, actor.end))
    others = [each for each in mentions if start <= each.start < end and each not in (actor, role)]
    return role.end <= end and not any(each.people for each in others)


def _neighbours(block: Block, mentions: list[Mention]) -> Iterator[tuple[int, Mention]]:
    """The number of each name with the next and the next but one of its clause; no actor stands between them."""
    for number, left in enumerate(mentions):
        for right in mentions[number + 1 : number + 3]:
            between = block.text[left.end : right.start]
            if len(between) > 110 or (between != ": " and re.search(r"[.;:!?]\s", between)):
                break
            yield number, right
            if right.actors:
                break


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
        r"|in (?:the )?(?:19|20)\d\d|series)\b"
    )
    return (
        names_another_work(doc, pair, after=60)
        or is_hypothetical(pair)
        or re.search(past, around(pair, 40, 40), re.IGNORECASE) is not None
    )


def _pair(doc: Document, block: Block, left: Mention, right: Mention) -> tuple[Mention, Mention] | None:
    """The actor and the character of two names, if the words between make them a pair."""
    between = block.text[left.end : right.start]
    if _is_a_kind(between, block.text[right.end : right.end + 12]):
        return None
    if right.roles and may_act(doc, block, left):
        plays = not right.possessive and _plays(block, left, right, between)
        return (left, right) if plays else None
    if left.roles and may_act(doc, block, right):
        return (right, left) if _is_played(block, left, right, between) else None
    return None


def _is_a_kind(between: str, after: str) -> bool:
    """Whether a name only tells what somebody is: “a Slowik fanboy”, “a junior CIA agent”."""
    noun = r"\s+(?!(?:who|with|and|in|as|is|to|from|on|at|of|but|for|an?|the|that|which|whose|by)\b)[a-z]"
    return bool(
        re.search(r"\b(?:an|a) $", between) or (re.search(r"\ban?\b", between) and re.match(noun, after))
    )


def _plays(block: Block, actor: Mention, role: Mention, between: str) -> bool:
    """Phoenix’s Theodore, Phoenix plays Theodore, Phoenix is good as Theodore; as played by Phoenix, Theodore."""
    own = rf"['’]s? (?:(?!{TURNS}\b)[a-z-]+(?:ed|ing|y|ful|ish|ic|ous|al|ive|less|ent|ant|ble|old|ng|sad) )?"
    if actor.possessive and actor.actors and re.fullmatch(own, between):
        return role.words != actor.words
    if ACTOR_THEN_ROLE.match(between):
        return _is_shaped(between, block.text[role.end :])
    if between == ", ":
        played = r"\b[Aa]s (?:played|portrayed|voiced) by $"
        return re.search(played, block.text[max(actor.start - 20, 0) : actor.start]) is not None
    if actor.people:
        return ACTOR_AS_ROLE.match(between) is not None
    form = rf"(?:[’']s?)?,? (?:[\w’'-]+ ){{0,3}}as {DESCRIPTION}"
    return re.fullmatch(form, between, re.IGNORECASE) is not None


def _is_played(block: Block, role: Mention, actor: Mention, between: str) -> bool:
    """Theodore, whom Phoenix plays; as Theodore, Phoenix; and what needs Theodore, not Theodore’s."""
    after = block.text[actor.end :]
    if re.fullmatch(r",? (?:whom|that|as|which) ", between):
        return re.match(r" (?:\w+ly )?(?:plays|played|portrays|voices)\b", after) is not None
    if between == ", ":
        return AS_ROLE_FIRST.search(block.text[max(role.start - 60, 0) : role.start]) is not None
    if role.possessive:
        return False
    if _is_in_hands(block, between, actor) or (between == " is " and _ends_there(block, actor)):
        return True
    return bool(ROLE_THEN_ACTOR.match(between)) or _is_apposed(block, role, actor, between)


def _is_shaped(between: str, after: str) -> bool:
    """Whether “makes Theodore” and “turns Theodore” go on to what an actor makes of a part, not to a cup of tea."""
    verb = re.match(r" (makes|made|turns|turned) ", between)
    if verb is None:
        return True
    if verb[1].startswith("turn"):
        return re.match(r" into (?:an?|the|something|somebody|someone|more)\b", after) is not None
    whole = (
        r" (?:(?:an?|the) (?:[\w’'-]+ ){0,3}?(?:figure|character|presence|creature|hero|heroine|villain|monster|delight"
        r"|joy|marvel|treat|pleasure|person|human being)\b|(?:more|less|seem|feel|look|sound|both|every|\w+ly"
        r"|believable|sympathetic|likeable|unforgettable|memorable|human|real|credible|touching|funny)\b)"
    )
    return re.match(whole, after) is not None


def _is_in_hands(block: Block, between: str, actor: Mention) -> bool:
    """Theodore, in Phoenix’s hands."""
    return (
        between.endswith(", in ")
        and re.match(r"['’]s? (?:\w+ )?hands\b", block.text[actor.end :]) is not None
    )


def _ends_there(block: Block, actor: Mention) -> bool:
    """Whether “Theodore is Joaquin Phoenix” says no more than that."""
    return (
        actor.has_given
        and re.match(r"[,.;:]|$| (?:and|at his|at her|in)\b", block.text[actor.end :]) is not None
    )


def _is_apposed(block: Block, role: Mention, actor: Mention, between: str) -> bool:
    """Theodore — Joaquin Phoenix at his best — writes; and a line of a list, Theodore: Joaquin Phoenix."""
    text = block.text
    if re.fullmatch(r" ?(?:—|–|--) ?", between):
        return (
            re.match(
                r"(?:,? (?:at|in|all|on|here|again|never|looking|having|doing|being|wearing"
                r"|playing)\b[^.;:]{1,40}?)? ?(?:—|–|--)",
                text[actor.end : actor.end + 50],
            )
            is not None
        )
    return (
        re.fullmatch(r": | [–—.…]+ ", between) is not None
        and re.search(r"(?:^|[\n;|])\s*$", text[: role.start]) is not None
        and re.match(r"\s*(?:$|[\n;|])", text[actor.end :]) is not None
    )

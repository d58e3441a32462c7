"""What the notes tell of one person alone, in a clause about another: “Bimba, the mason”, where Luigi is one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewcli.document import Block, Document, Passage, once
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import fold
from reviewcli.reading.claims.claim import Claim, held
from reviewcli.reading.common_words import is_common
from reviewcli.reading.facts.index import Fact, index_of
from reviewcli.reading.facts.jobs import cues_of
from reviewcli.reading.facts.mentions import Mention, as_named_here
from reviewcli.reading.facts.neighbours import clause_round
from reviewcli.reading.outline.content_words import content_words, stems_of, words_in

_EVERYDAY = 3_000  # the commonest words, which tell nobody from another
_REACH = 45  # letters between a name and a word that is told of it


def told_of_another(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[Claim]:
    """The names beside which a word stands that the notes tell of somebody else alone."""
    for number, mention in enumerate(mentions) if _owners(doc) else ():
        place = Passage(block, mention.start, mention.end)
        mine = {one.full for person in mention.people for one in _one_as(doc, person)}
        if not mine or place.is_quoted:
            continue
        near = [(word, *_owners(doc)[stem]) for word, stem in _words_near(doc, block, mentions, number)]
        if near and not any(owner.full in mine for _, owner, _ in near):
            yield from (
                _told(doc, mention, place, *each) for each in near[:1] if not _is_named(place, doc, each[1])
            )


def told_by_another(doc: Document, block: Block, mentions: list[Mention]) -> Iterator[Claim]:
    """An introduction by NAME where a point has one by somebody else."""
    for mention in mentions if _by(doc) else ():
        match = re.search(r"(\w+) by $", block.text[max(mention.start - 30, 0) : mention.start])
        facts = _by(doc).get(match[1].lower(), {}) if match and mention.has_given else {}
        place = Passage(block, mention.start, mention.end)
        if match and facts and fold(mention.text) not in map(fold, facts) and not place.is_quoted:
            noted = " and ".join(facts)
            message = f"The notes have “{match[1]} by {noted}”, not by {place.text}."
            fact = index_of(doc).noted(next(iter(facts.values())))
            yield held("credit", place, False, noted, message, tuple(facts), hint=True, rests_on=fact)


@once
def _by(doc: Document) -> dict[str, dict[str, Fact]]:
    """The words in front of “by NAME” in points, with those names."""
    found: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in index_of(doc).of("name"):
        match = re.search(rf"(\w+) by {re.escape(fact.text)}", fact.beside)
        if match and not cues_of(doc).at_end(match[1].lower()):
            found[match[1].lower()][fact.text] = fact
    return found


def _told(
    doc: Document, mention: Mention, place: Passage, word: str, owner: KnownPerson, fact: Fact
) -> Claim:
    message = f"The notes tell “{word}” of {owner.full}, not of {place.text}."
    right, noted = _like(doc, owner, mention), index_of(doc).noted(fact)
    return held("role", place, False, owner.full, message, right, rests_on=noted, hint=True)


def _like(doc: Document, owner: KnownPerson, mention: Mention) -> tuple[str, ...]:
    """Who is meant instead: a character for a character, an actor for an actor."""
    alike = [each for each in _one_as(doc, owner) if each.is_role == bool(mention.roles)] or [owner]
    return tuple(dict.fromkeys(as_named_here(each, mention) for each in alike))


def _is_named(place: Passage, doc: Document, owner: KnownPerson) -> bool:
    """Whether the sentence names the one of whom the notes tell it."""
    text = fold(place.block.text[place.sentence.start : place.sentence.end])
    return any(fold(each.short) in text for each in _one_as(doc, owner))


def _words_near(
    doc: Document, block: Block, mentions: list[Mention], number: int
) -> Iterator[tuple[str, str]]:
    """The telling words of the clause to which a name is the nearest one, with their stems."""
    mention = mentions[number]
    start, end = clause_round(block, Passage(block, mention.start, mention.end))
    before = mentions[number - 1].end if number else 0
    after = mentions[number + 1].start if number + 1 < len(mentions) else end
    start, end = max(start, before, mention.start - _REACH), min(end, after, mention.end + _REACH)
    for piece in (block.text[start : mention.start], block.text[mention.end : end]):
        yield from (
            (word, stem)
            for word, stems in content_words(piece).items()
            for stem in stems
            if stem in _owners(doc)
        )


@once
def _owners(doc: Document) -> dict[str, tuple[KnownPerson, Fact]]:
    """The stems of words that points tell of one person alone, with that person and the point."""
    told: dict[str, list[tuple[KnownPerson | None, Fact]]] = defaultdict(list)
    for fact in index_of(doc).of("point"):
        for piece in re.split(r"[;.] ", fact.text):
            subject = _subject(doc, fact.key, piece)
            words = (stems for word, stems in content_words(piece).items() if not is_common(word, _EVERYDAY))
            for stem in frozenset[str]().union(*words):
                told[stem].append((subject, fact))
    plain = _plain_words(doc)
    found = ((stem, _only(each)) for stem, each in told.items() if stem not in plain)
    return {stem: owner for stem, owner in found if owner}


def _only(told: list[tuple[KnownPerson | None, Fact]]) -> tuple[KnownPerson, Fact] | None:
    """The one of whom it is told, with the point; None where it is told of others too, or of nobody."""
    person, fact = told[0]
    return (person, fact) if person and all(each == person for each, _ in told) else None


def _plain_words(doc: Document) -> frozenset[str]:
    """The stems of words that tell nobody from another: names, jobs, parts of a work, playing."""
    kind = KINDS[doc.notes.kind] if doc.notes else None
    words = [person.full for person in doc.names.people] + [cue.words for cue in cues_of(doc).all]
    words += ["play act perform appear sing", f"{kind.parts} {kind.nouns}" if kind else ""]
    return frozenset(stem for word in words_in(" ".join(words)) for stem in stems_of(word))


def _subject(doc: Document, key: str, text: str) -> KnownPerson | None:
    """Of whom a text of a point tells: whose name is its key, or the one person that it names."""
    for place in (key.replace(".", " "), text):
        people = doc.names.people
        named = [person for person in people if _has(place, person.full)]
        named = named or [person for person in people if _has(place, person.short)]
        ones = {frozenset(each.full for each in _one_as(doc, person)) for person in named}
        if ones:
            return named[0] if len(ones) == 1 else None
    return None


def _has(text: str, name: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _one_as(doc: Document, person: KnownPerson) -> list[KnownPerson]:
    """A person with the characters that they play, or a character with those who play it."""
    names = {person.full, *person.played_by, *person.roles}
    return [each for each in doc.names.people if each.full in names or set(each.played_by) & {person.full}]

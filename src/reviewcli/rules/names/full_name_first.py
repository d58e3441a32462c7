from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

if TYPE_CHECKING:
    from reviewcli.notes.names import KnownPerson
    from reviewcli.reading.facts.mentions import Mention


class FullNameFirst(Rule, frozen=True):
    """A surname stands before the full name has been given.

    A reader who meets "Phoenix" first has to guess who that is. The first mention has the full name, later ones
    the surname. Surnames that two people share, or a character, are left alone.
    """

    needs_notes = True
    example_notes = (
        "title: Her\ndirectors: [Spike Jonze]\ncast: [Joaquin Phoenix as Theodore, Amy Adams as Amy Stone]\n"
    )
    bad = (
        Bad("It is «Phoenix» who holds it. Joaquin Phoenix broods."),
        Bad("The best of it is «Jonze»’s direction."),
    )
    good = (
        "Joaquin Phoenix broods. Phoenix broods on.",
        "# Joaquin Phoenix in Her\n\nSo Phoenix broods. “So Adams says.” The city of Phoenix Arizona is far.",
        "Joaquin Phenix broods. So Phoenix stays. Always Amy “Red” Adams sings, and Spikke Jonze films.",
        "With Joaquin ‘Jo’ Phoenix it sings.",
        "Directed by Jonze. With Phoenix and Adams.",
        "Michael Adams came. So Adams left. It is Stone who goes.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.rules.names._mentions import places_named, words_of_others

        if doc.notes is None:
            return
        given: set[str] = set()
        others = words_of_others(doc)
        for place, mention in places_named(doc, doc.blocks):
            if mention.has_given or not mention.is_whole:
                given |= {person.full for person in mention.people or _nearly_named(doc, mention)}
                continue
            person = _by_surname(place, mention)
            if person is None or person.full in given or mention.words[0] in others:
                continue
            given.add(person.full)
            if not _stands_behind_given_name(place, person):
                message = f"“{place.text}” stands before “{person.full}” has been named in full."
                yield self.found(place, message, replacements=(person.full,))


def _by_surname(place: Passage, mention: Mention) -> KnownPerson | None:
    """Whom the review itself calls by the bare surname there."""
    from reviewcli.rules.names._mentions import in_own_words

    if len(mention.actors) != 1 or not in_own_words(place):
        return None
    if not place.before.strip(" “\"'‘") and not mention.possessive:
        return None  # it may be any word in a capital
    (person,) = mention.actors
    return person if _is_plain_surname(person, mention.words[0]) else None


def _nearly_named(doc: Document, mention: Mention) -> list[KnownPerson]:
    """Whose full name a mention is with a slip; that is another rule's to say."""
    from reviewcli.reading.facts.mentions import folded_words
    from reviewcli.reading.facts.spelling import slip_distance

    first, last = mention.words[0], mention.words[-1]
    return [
        person
        for person in doc.names.people
        if not person.is_role
        and folded_words(person.given)[:1] == (first,)
        and slip_distance(last, "".join(folded_words(person.surname)[-1:]) or last, 2)
    ]


def _stands_behind_given_name(place: Passage, person: KnownPerson) -> bool:
    """Whether the given name is there after all: misspelt, or with a nickname between."""
    from reviewcli.reading.facts.mentions import folded_words
    from reviewcli.reading.facts.spelling import slip_distance

    before = re.sub(r"(?<= )[“\"'‘][^“”\"'‘’]+[”\"'’] $", "", place.before).split()
    first = "".join(folded_words(person.given)[:1])
    if not before or not first or not place.before.endswith(" "):
        return False
    word = "".join(folded_words(before[-1])[-1:])
    return word == first or (before[-1][:1].isupper() and slip_distance(word, first, 2) > 0)


def _is_plain_surname(person: KnownPerson, word: str) -> bool:
    """Whether the word is the family name of somebody with a given name, who is called by it."""
    from reviewcli.notes.surnames import fold

    return fold(person.surname) == word and bool(person.given) and person.short == person.surname

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule

if TYPE_CHECKING:
    from reviewcli.reading.facts.mentions import Mention

# In front of a place or a thing that bears the name.
_LEADS = frozenset("in to from at near of the a an this that st saint".split())


class FirstNameBasis(Rule, frozen=True):
    """Somebody is called by the first name alone, as a friend would.

    A critic writes of a colleague at work: the full name once, then the surname. Where two people share the
    surname, first names tell them apart and are left alone; so are characters, bands and the people of a
    documentary, and any name that might be somebody else’s.
    """

    needs_notes = True
    example_notes = (
        "title: Her\ndirectors: [Spike Jonze]\n"
        "cast: [Joaquin Phoenix as Theodore, Scarlett Johansson as Samantha, Amy Adams as Amy, Will Ott as Joe]\n"
    )
    bad = (
        Bad("Scarlett Johansson is heard. It is «Scarlett» who shines."),
        Bad("Joaquin Phoenix broods, and «Joaquin»’s face says it."),
        Bad("Only «Spike» would keep the faces so close. Spike Jonze wrote it, too."),
    )
    good = (
        "Scarlett Johansson is heard. Johansson shines.",
        "Amy Adams listens, and so does Amy. Joe leaves.",
        "It is Scarlett who shines.",
        "Joaquin Phoenix broods in the old Joaquin manner.",
        "Scarlett Johansson is heard, and “Scarlett shines,” they said. *Scarlett* is another film.",
        "Joaquin Phoenix broods. He came from Joaquin, which is a town. Joaquin Cortés dances, and Joaquin bows.",
        "Will Ott asks. Will he stay? A Spike Jonze film has no spike.",
        Good(
            "Joel Coen writes, and Ethan Coen cuts. Joel asks, and Ethan nods.",
            notes="title: Fargo\ndirectors: [Joel Coen, Ethan Coen]\n",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.notes.kinds import KINDS
        from reviewcli.rules.names._mentions import in_own_words, places_named, words_of_others

        friends = _by_first_name(doc) if doc.notes and not KINDS[doc.notes.kind].by_first_name else {}
        if not friends:
            return
        mentions = list(places_named(doc, doc.blocks))
        named = {person.full for _, mention in mentions if mention.has_given for person in mention.people}
        others = words_of_others(doc)
        for place, mention in mentions:
            word = _lone_word(mention)
            full, short = friends.get(word, ("", ""))
            if full not in named or word in others or not in_own_words(place):
                continue
            if _is_somebody(place, mention.possessive):
                message = f"“{place.text}” is {full} by the first name alone. Write “{short}”."
                yield self.found(place, message, replacements=(short,))


def _lone_word(mention: Mention) -> str:
    """The word, folded, of a name that is one word and nobody's in the notes; else nothing."""
    is_lone = mention.is_whole and not mention.people and len(mention.words) == 1
    return mention.words[0] if is_lone else ""


def _by_first_name(doc: Document) -> dict[str, tuple[str, str]]:
    """The people whom a first name means and nobody else: their full and short names by the first, folded."""
    from collections import Counter

    from reviewcli.notes.surnames import may_be_family_first
    from reviewcli.reading.facts.mentions import folded_words

    people = [person for person in doc.names.people if not person.is_role]
    surnames = Counter(person.surname for person in people)
    firsts = Counter("".join(folded_words(person.given)[:1]) for person in people if person.given)
    taken = _taken(doc)
    found = {}
    for person in people:
        first = "".join(folded_words(person.given)[:1])
        is_plain = person.short == person.surname and surnames[person.surname] == 1 == firsts[first]
        if is_plain and len(first) > 2 and first not in taken and not may_be_family_first(first):
            found[first] = (person.full, person.short)
    return found


def _taken(doc: Document) -> set[str]:
    """The words, folded, that may mean something else: a character, a surname, a title, a name of the notes."""
    from reviewcli.reading.facts.mentions import folded_words

    texts = [*doc.names.titles, *(doc.notes.names if doc.notes else ())]
    for person in doc.names.people:
        texts += (person.full,) if person.is_role else (person.surname, person.short)
    return {word for text in texts for word in folded_words(text)}


def _is_somebody(place: Passage, possessive: bool) -> bool:
    """Whether the word is a name where it stands, and of a person."""
    from reviewcli.document.sentence_words import opens_sentences
    from reviewcli.reading.tagging.lexicon import kinds_of

    before = place.before.split()
    if before and before[-1].lower().strip("(“‘—–-") in _LEADS:
        return False
    after = re.match(r" ([a-z]+)", place.after)
    if after and not possessive and (kinds := kinds_of(after[1])) and set(kinds) <= set("spj"):
        return False  # the Norman conflict
    opens = not place.before.strip(" “\"'‘(") or place.before.rstrip()[-1:] in ":—–"
    is_word = opens_sentences(place.text) or bool(kinds_of(place.text.lower()))
    return not (opens and is_word and not possessive)

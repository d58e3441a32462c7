from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule


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
        "Michael Adams came. So Adams left. It is Stone who goes.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.claims.mentions import mentions_in
        from reviewcli.notes.surnames import fold

        if doc.notes is None:
            return
        given: set[str] = set()
        others = {
            word
            for block in doc.blocks
            for mention in mentions_in(doc, block)
            if not mention.people and len(mention.words) > 1
            for word in mention.words
        }
        for block in doc.blocks:
            for mention in mentions_in(doc, block):
                place = Passage(block, mention.start, mention.end)
                people = mention.actors
                if mention.has_given or not mention.is_whole:
                    given |= {person.full for person in mention.people}
                    continue
                if len(people) != 1 or not block.is_prose or place.is_quoted or place.is_emphasised:
                    continue
                (person,) = people
                is_plain = (
                    fold(person.surname) == mention.words[0]
                    and person.given
                    and person.short == person.surname
                )
                if not is_plain or person.full in given or mention.words[0] in others:
                    continue
                if not place.before.strip(" “\"'‘") and not mention.possessive:
                    continue  # it may be any word in a capital
                given.add(person.full)
                message = f"“{place.text}” stands before “{person.full}” has been named in full."
                yield self.found(place, message, replacements=(person.full,))

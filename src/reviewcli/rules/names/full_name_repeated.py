from __future__ import annotations

from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity

if TYPE_CHECKING:
    from reviewcli.notes.names import KnownPerson


class FullNameRepeated(Rule, frozen=True):
    """A full name is given again and again.

    Once is enough, and once more far down; after that the surname reads better. `most` is how often a full name
    may stand; lines of credits do not count.
    """

    severity = Severity.SUGGESTION
    needs_notes = True
    example_notes = "title: Her\ncast: [Joaquin Phoenix as Theodore, Cher]\n"
    bad = (
        Bad("Joaquin Phoenix sits. Joaquin Phoenix stands. Joaquin Phoenix sings. «Joaquin Phoenix» leaves."),
        Bad("Joaquin Phoenix sits, and «Joaquin Phoenix» stands.", options={"most": 1}),
    )
    good = (
        "Joaquin Phoenix sits. Joaquin Phoenix stands. Joaquin Phoenix sings. Phoenix leaves.",
        "Directed by Joaquin Phoenix. Written by Joaquin Phoenix. With Joaquin Phoenix.\n\nJoaquin Phoenix sings.",
        "Cher sits. Cher stands. Cher sings. Cher leaves.",
        Good(
            "Hoyte van Hoytema waits. Van Hoytema lights. Van Hoytema sings. Van Hoytema leaves. Van Hoytema is off.",
            notes="title: Her\ncrew: {cinematography: Hoyte van Hoytema}\n",
        ),
    )

    most: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        from collections import Counter

        from reviewcli.reading.claims.credit_lines import is_credit_line
        from reviewcli.rules.names._mentions import places_named

        if doc.notes is None:
            return
        counts: Counter[str] = Counter()
        shorts = Counter(person.short for person in doc.names.people)
        for place, mention in places_named(doc, doc.prose):
            # The two Kraffts need their first names.
            people = [each for each in mention.actors if shorts[each.short] == 1 and _has_shorter(each)]
            if not mention.has_given or len(people) != 1 or is_credit_line(place.block):
                continue
            (person,) = people
            if place.text.casefold() == person.short.casefold():  # “Van Hoytema” opens a sentence
                continue
            counts[person.full] += 1
            if counts[person.full] > self.most and not place.is_quoted:
                message = f"“{place.text}” is named in full again, {counts[person.full]} times by now."
                replacements = (person.short,)
                yield self.found(place, f"{message} Write “{person.short}”.", replacements=replacements)


def _has_shorter(person: KnownPerson) -> bool:
    return bool(person.given) and person.short != person.full

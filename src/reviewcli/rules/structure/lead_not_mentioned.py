from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, is_named, opening_of


class LeadNotMentioned(Rule, frozen=True):
    """Somebody whom the notes mark as a lead is never named.

    Whoever carries the work is what many readers look for. Only `lead: true` in the notes counts; name them once,
    or take the mark away.
    """

    needs_notes = True
    example_notes = (
        "title: Her\ncast:\n  - {name: Joaquin Phoenix, role: Theodore, lead: true}\n  - Amy Adams\n"
    )
    bad = (
        Bad("# «Her»\n\nAmy Adams does not laugh."),
        Bad("«Theodore buys a phone.» It talks."),
    )
    good = (
        "Joaquin Phoenix buys a phone.",
        "*Her* is Phoenix’s.",
        "Joaquin Pheonix buys a phone.",  # misspelt, which another rule says
        "Theodore buys a phone.\n\n<!-- review-todo performances: the leads first -->",
        Good("Theodore buys a phone.", notes="title: Her\ncast: [Joaquin Phoenix]\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        place = opening_of(doc)
        if not place or not doc.notes or has_markers(doc):
            return
        leads = {member.name for member in doc.notes.cast if member.lead and not member.spoiler}
        for person in doc.names.people:
            if (
                person.full in leads
                and not person.is_role
                and not is_named(doc, (*person.forms, person.given))
            ):
                yield self.found(place, f"{person.full}, a lead in the notes, is never named.")

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule

if TYPE_CHECKING:
    from reviewcli.reading.facts.mentions import Mention

_ROLE_FIRST, _ACTOR_FIRST, _PLAYED_BY = (
    "Theodore (Joaquin Phoenix)",
    "Joaquin Phoenix (Theodore)",
    "(played by …)",
)


class RoleFormatMixed(Rule, frozen=True):
    """Characters and actors stand together now one way, now another.

    “Theodore (Joaquin Phoenix)” in one line and “Amy Adams (Amy)” in the next make the reader look twice for who is
    who. Keep to one form; “(voiced by …)” is more than a form, and always right.
    """

    needs_notes = True
    example_notes = (
        "title: Her\n"
        "cast: [Joaquin Phoenix as Theodore, Scarlett Johansson as Samantha, Rooney Mara as Catherine]\n"
    )
    bad = (
        Bad(
            "Theodore (Joaquin Phoenix) is left by Catherine (Rooney Mara). «Scarlett Johansson (Samantha)» speaks."
        ),
        Bad("Theodore (Joaquin Phoenix) is left by Catherine («played by» Rooney Mara)."),
    )
    good = (
        "Theodore (Joaquin Phoenix) hears Samantha (voiced by Scarlett Johansson) and sees Catherine (Rooney Mara).",
        "Joaquin Phoenix (Theodore) and Rooney Mara (Catherine) part.",
        "Catherine (Rooney Mara, in one scene) is played by an actor who knows (Theodore does not).",
        "With Joaquin Phoenix (Theodore), Rooney Mara (Catherine).\n\nTheodore (Phoenix) writes.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        forms = [] if doc.notes is None else list(_forms(doc))
        kinds = [kind for _, kind, _ in forms]
        if len(set(kinds)) < 2:
            return
        usual = max(dict.fromkeys(kinds), key=kinds.count)
        for place, kind, turned in forms:
            if kind == usual:
                continue
            if _ACTOR_FIRST in (kind, usual):
                first = "character" if kind == _ACTOR_FIRST else "actor"
                message = f"Elsewhere the {first} comes first. Keep to one order."
            elif kind == _PLAYED_BY:
                message = "Elsewhere the actor’s name alone stands in the brackets. Keep to one form."
            else:
                message = "Elsewhere the brackets say “played by”. Keep to one form."
            yield self.found(place, message, replacements=(turned,) if turned and usual != _PLAYED_BY else ())


def _forms(doc: Document) -> Iterator[tuple[Passage, str, str]]:
    """Each pair with brackets: where it stands, its form, and the pair the other way round where that is known."""
    from reviewcli.reading.claims.credit_lines import is_credit_line
    from reviewcli.reading.facts.mentions import mentions_in

    cast = {member.name for member in doc.notes.cast} if doc.notes else set()
    for block in doc.prose:
        if "(" not in block.text or is_credit_line(block):
            continue
        mentions = mentions_in(doc, block)
        for before, mention in zip((None, *mentions), mentions, strict=False):
            place = Passage(block, mention.start, mention.end)
            if form := _form(place, mention, before, cast):
                yield form


def _form(
    place: Passage, mention: Mention, before: Mention | None, cast: set[str]
) -> tuple[Passage, str, str] | None:
    bracket = re.search(r"\((?P<by>(?:played|portrayed) by )?$", place.before[-14:])
    if not bracket or place.block.text[place.end : place.end + 1] != ")" or place.is_quoted:
        return None
    is_actor = _is_of(cast, mention)
    if is_actor and bracket["by"]:
        start = place.start - len(bracket["by"])
        return Passage(place.block, start, place.start - 1), _PLAYED_BY, ""
    whole = _with_the_one_before(place, before)
    if before is None or whole is None:
        return (place, _ROLE_FIRST, "") if is_actor else None
    turned = f"{mention.text} ({before.text})"
    if is_actor:
        return (whole if before.roles else place), _ROLE_FIRST, turned
    return (whole, _ACTOR_FIRST, turned) if mention.roles and _is_of(cast, before) else None


def _is_of(cast: set[str], mention: Mention) -> bool:
    return any(person.full in cast for person in mention.actors)


def _with_the_one_before(place: Passage, before: Mention | None) -> Passage | None:
    """A name in brackets with the name in front of them."""
    if before is None or place.block.text[before.end : place.start] != " (":
        return None
    return Passage(place.block, before.start, place.end + 1)

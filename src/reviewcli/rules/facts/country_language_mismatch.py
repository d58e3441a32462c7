from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Decision to Leave
countries: [South Korea]
languages: [Korean, Mandarin]
"""


class CountryLanguageMismatch(Rule, frozen=True):
    """The work is said to come from a country, or to be spoken in a language, that the notes do not have.

    “This French thriller”, “spoken in Danish”, “in Korean with subtitles”. A language of the notes makes a
    country's name right as well: a Belgian film may be a French one.
    """

    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("This «Japanese» thriller takes its time.", fixed="This Korean thriller takes its time."),
        Bad(
            "*Decision to Leave* is a slow «Thai» romance.",
            fixed="*Decision to Leave* is a slow Korean romance.",
        ),
        Bad("It is spoken in «Japanese»."),
        Bad(
            "It is a film in «French» with subtitles.",
            fixed="It is a film in Danish with subtitles.",
            notes="title: The Guilty\nlanguages: [Danish]\n",
        ),
    )
    good = (
        "This Korean thriller, a South Korean film, is spoken mostly in Korean and Mandarin.",
        "The Japanese policeman drives a German car. It is like a Japanese film of the fifties. A French horn plays.",
        "*Ringu* is a Japanese film.",
        Good(
            "This French drama is spoken in French.",
            notes="title: L’Enfant\ncountries: [Belgium]\nlanguages: [French]\n",
        ),
        Good("This French drama is short.", notes="title: L’Enfant\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "origin"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
kind: series
title: Fleabag
seasons: 2
episodes_seen: all 12
"""


class EpisodesMismatch(Rule, frozen=True):
    """The episodes or the seasons are counted otherwise than in the notes.

    How many episodes there are, how many the critic saw, how many seasons, or which one this is. Notes that say how
    many were seen, and not of how many, leave higher numbers alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad("Its «ten» episodes fly by.", fixed="Its twelve episodes fly by."),
        Bad("I watched «six» episodes.", fixed="I watched twelve episodes."),
        Bad("The show ran for «three» seasons.", fixed="The show ran for two seasons."),
        Bad(
            "This «third» season is sad.",
            fixed="This second season is sad.",
            notes="kind: series\ntitle: Fleabag\nseasons: Season 2\n",
        ),
        Bad(
            "# Fleabag\n\n## Season «3»",
            fixed="# Fleabag\n\n## Season 2",
            notes="kind: series\ntitle: Fleabag\nseasons: Season 2\n",
        ),
        Bad(
            "This «eight»-episode season is sad.",
            fixed="This ten-episode season is sad.",
            notes="kind: series\ntitle: Fleabag\nepisodes_seen: 6 of 10\n",
        ),
    )
    good = (
        (
            "All twelve episodes are short. Two episodes in, he arrives. The first three episodes are"
            " better. Season 1 was funnier."
        ),
        Good(
            "All ten episodes were sent; I have seen six episodes.",
            notes="kind: series\ntitle: Fleabag\nepisodes_seen: 6 of 10\n",
        ),
        Good("Its ten episodes fly by.", notes="kind: series\ntitle: Fleabag\nepisodes_seen: 6\n"),
        Good("I watched six episodes.", notes="kind: series\ntitle: Fleabag\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "episodes"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim

_NOTES = """\
title: Her
writers: [Spike Jonze]
cast: [Joaquin Phoenix as Theodore, Amy Adams as Amy]
awards:
  - Academy Award, Best Original Screenplay, 2014, won
  - Golden Globe, Best Motion Picture, 2014, nominated
score: 4.5/5
"""
_FESTIVALS = """\
title: Salt Lines
awards:
  - Amsterdam Documentary Festival, Best First Feature, 2021, won
  - Berlin Film Festival, Golden Bear, 2021, won
  - Songlines Music Awards, Best Reissue, 2022, won
  - Songlines Music Awards, Best Group, 2022, nominated
"""


class AwardMismatch(Rule, frozen=True):
    """A prize is told otherwise than in the notes: for something else, by somebody else, in another year, or not won.

    The year may be that of the night or of the work. Whom a prize without a name honours follows from its category:
    a screenplay's are the writers. Prizes that the notes do not hold and those of other works are left alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = _NOTES
    bad = (
        Bad(
            "It earned Jonze an Academy Award for «Best Director».",
            fixed="It earned Jonze an Academy Award for Best Original Screenplay.",
        ),
        Bad("It won the «Best Picture» Oscar.", fixed="It won the Best Original Screenplay Oscar."),
        Bad(
            "It «won» the Golden Globe for Best Motion Picture.",
            fixed="It was nominated for the Golden Globe for Best Motion Picture.",
        ),
        Bad(
            "It won the «2012» Academy Award for Best Original Screenplay.",
            fixed="It won the 2014 Academy Award for Best Original Screenplay.",
        ),
        Bad(
            "It earned «Amy Adams» an Oscar for Best Original Screenplay.",
            fixed="It earned Spike Jonze an Oscar for Best Original Screenplay.",
        ),
        Bad(
            "The Academy Award for Best Original Screenplay went to «Sofia Coppola».",
            fixed="The Academy Award for Best Original Screenplay went to Spike Jonze.",
        ),
        Bad("«Phoenix» won an Oscar for its screenplay.", fixed="Jonze won an Oscar for its screenplay."),
        Bad("Its Oscar-winning «score» is soft.", fixed="Its Oscar-winning original screenplay is soft."),
        Bad("It «lost» the Oscar for its screenplay."),
        Bad(
            "The Amsterdam jury named it «best short film», and Berlin gave it the «Silver Bear».",
            fixed="The Amsterdam jury named it best first feature, and Berlin gave it the Golden Bear.",
            notes=_FESTIVALS,
        ),
        Bad(
            "It took home «Best Group» from the Songlines Music Awards.",
            fixed="It took home Best Reissue from the Songlines Music Awards.",
            notes=_FESTIVALS,
        ),
    )
    good = (
        (
            "It won the Academy Award for Best Original Screenplay, an Oscar for original screenplay, the "
            "Oscar for screenplay."
        ),
        "It was nominated for a Golden Globe. It won a BAFTA for Best Score.",
        (
            "*Adaptation* won the Oscar for Best Supporting Actor. Oscar-winner Amy Smith is in it. It has "
            "not won the Oscar."
        ),
        (
            "It won Jonze the 2014 Academy Award for Best Original Screenplay, an Oscar in 2014, and lost the "
            "Golden Globe. Jonze won the Oscar for Best Original Screenplay in 2013."
        ),
        Good("It won the Oscar for Best Picture.", notes="title: Her\n"),
        Good(
            "Amsterdam named it best first feature, Berlin gave it the Golden Bear, and it took home Best Reissue from "
            "the Songlines Music Awards, where it was up for Best Group as well.",
            notes=_FESTIVALS,
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "award"):
            yield found_claim(self, claim)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.facts._contradicted import contradicted, found_claim
from reviewcli.rules.facts._her import HER


class YearMismatch(Rule, frozen=True):
    """The year of the work is not the year of the notes.

    A year is looked up by readers and copied by others. Years beside the title and years of release are compared;
    a difference of one is a warning, since it may be a festival's. Decades, other works, remakes, reissues and
    quotations are left alone.
    """

    severity = Severity.ERROR
    needs_notes = True
    example_notes = HER
    bad = (
        Bad("*Her* («1998») came and went.", fixed="*Her* (2013) came and went."),
        Bad(
            "Released in «1998», the film found few friends.",
            fixed="Released in 2013, the film found few friends.",
        ),
        Bad("The film came out in December «2003».", fixed="The film came out in December 2013."),
        Bad("In «1998», *Her* opened in ten cinemas.", fixed="In 2013, *Her* opened in ten cinemas."),
        Bad(
            "Jonze made *Her* in «2003». «2003»’s *Her* is this «2003» romance.",
            fixed="Jonze made *Her* in 2013. 2013’s *Her* is this 2013 romance.",
        ),
        Bad(
            "*Her* («2023») is back.",
            fixed="*Her* (2013) is back.",
            notes="title: Her\nyear: 2013\nrelease: 2023-05-01\n",
        ),
        Bad("# Her («2014»)\n\nA festival saw it.", fixed="# Her (2013)\n\nA festival saw it."),
    )
    good = (
        "*Her* (2013) was released in 2013.",
        "*Lost in Translation* (2003) came out in 2003. It is set in 2025; the 1990s are far.",
        "Released in the 1980s style.",
        "A remake of *Her* (2031) is planned. Re-released in 2023, the film found new friends.",
        "“Released in 1998, the film found few friends,” says the poster.",
        "The novel was published in 1998. Jonze was born in 1969 and made *Adaptation* in 2002.",
        Good("*Dune* (1984) is another film.", notes="title: 'Dune: Part Two'\nyear: 2024\n"),
        Good("*Her* (1998) came and went.", notes="title: Her\n"),
        Good("Released: spring 2014.", notes="title: Her\nyear: 2013\nrelease: spring 2014\n"),
        Good("Sam Mendes made *1917* (2019).", notes="title: '1917'\nyear: 2019\ndirectors: Sam Mendes\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for claim in contradicted(doc, "year"):
            if doc.notes and doc.source[claim.span.start : claim.span.end] in doc.notes.title.split():
                continue  # *1917* is a title
            yield found_claim(self, claim)

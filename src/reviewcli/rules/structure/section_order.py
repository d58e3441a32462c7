from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers
from reviewcli.rules.structure.section_missing import Section

_ORDER = {"order": ["synopsis", "performances", "verdict"]}


class SectionOrder(Rule, frozen=True):
    """A section stands before one that the house puts in front of it.

    Regular readers know where to look for the verdict. The order is a matter of the profile; without one, and
    in a text without headings, any order is right. Sections that the profile does not name stand anywhere.
    """

    bad = (
        Bad("# Her\n\n## «Verdict»\n\nSee it.\n\n## Synopsis\n\nA man buys a phone.\n", options=_ORDER),
        Bad(
            "## «Acting»\n\nFine.\n\n## Plot\n\nA man.\n\n## Music\n\nLoud.\n\n## Verdict\n\nGo.",
            options=_ORDER,
        ),
    )
    good = (
        "# Her\n\n## Verdict\n\nSee it.\n\n## Synopsis\n\nA man buys a phone.\n",
        Good(
            "## Plot\n\nA man.\n\n## Music\n\nLoud.\n\n## Acting\n\nFine.\n\n## Verdict\n\nGo.",
            options=_ORDER,
        ),
        Good("See it.\n\nA man buys a phone.", options=_ORDER),
    )

    order: tuple[Section, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.order or has_markers(doc):
            return
        ranks: dict[str, int] = {name: rank for rank, name in enumerate(self.order)}
        named = [each for each in doc.sections if each.heading and each.name in ranks and each.blocks]
        for number, section in enumerate(named):
            earlier = [
                each for each in named[number + 1 :] if ranks[str(each.name)] < ranks[str(section.name)]
            ]
            if earlier and section.heading:
                told = f"The {section.name} stands before the {earlier[-1].name}; the profile has it after."
                yield self.found(section.heading, told)

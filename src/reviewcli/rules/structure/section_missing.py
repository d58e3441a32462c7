from __future__ import annotations

from typing import Literal

from reviewcli.outline import outline_of
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, last_paragraphs, opening_of

Section = Literal[
    "opening", "context", "synopsis", "performances", "craft", "themes", "critique", "comparisons", "verdict"
]

_VERDICT = {"required": ["verdict"]}
_FEWEST_WORDS = 100
_STORY = "A man buys a phone and takes it to the coast, where his brother waits for him in a rented car. "


class SectionMissing(Rule, frozen=True):
    """A section that the house asks for is not there, or is a heading and nothing under it.

    Readers who know a magazine look for its parts. Which sections are required is a matter of the profile;
    without one nothing is. In a text without headings the sections are told by what the paragraphs say (see
    `review outline`), and a section counts as there when any sentence does its work. A draft that still holds
    markers for what is to be written is left alone.
    """

    bad = (
        Bad("# «Her»\n\nAn opening.\n\n## Synopsis\n\nA man buys a phone.\n", options=_VERDICT),
        Bad("# Her\n\n## Synopsis\n\nA man buys a phone.\n\n## «Verdict»\n", options=_VERDICT),
        Bad("«An opening.»\n\n## Synopsis\n\nA man buys a phone.\n", options=_VERDICT),
        Bad("# «Her»\n\n" + _STORY * 6, options={"required": ["performances"]}),
    )
    good = (
        "# Her\n\nAn opening.\n\n## Synopsis\n\nA man buys a phone.\n",
        Good(
            "# Her\n\n## Synopsis\n\nA man buys a phone.\n\n## Final thoughts\n\nSee it.\n", options=_VERDICT
        ),
        Good("# Her\n\n## Synopsis\n\n<!-- review-todo synopsis: the premise -->\n", options=_VERDICT),
        Good("A man buys a phone. See it.\n", options=_VERDICT),
        Good("# Her\n\nA man buys a phone. See it.\n", options=_VERDICT),
        Good(
            _STORY * 6 + "\n\nThe cast is fine.\n\nSee it.", options={"required": ["performances", "verdict"]}
        ),
    )

    required: tuple[Section, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.required or has_markers(doc):
            return
        if any(section.heading for section in doc.sections):
            yield from self._under_headings(doc)
        else:
            yield from self._in_prose(doc)

    def _under_headings(self, doc: Document) -> Iterator[Finding]:
        headings = {section.name: section.heading for section in doc.sections if section.heading}
        written = {section.name for section in doc.sections if section.blocks}
        place = opening_of(doc)
        for name in self.required:
            if name in written:
                continue
            if heading := headings.get(name):
                yield self.found(
                    heading, f"There is nothing under this heading; the profile asks for {_a(name)}."
                )
            elif place:
                yield self.found(place, f"The profile asks for {_a(name)}, and no heading names one.")

    def _in_prose(self, doc: Document) -> Iterator[Finding]:
        place = opening_of(doc)
        if not place or len(doc.words) < _FEWEST_WORDS:
            return
        for name in self.required:
            if not _is_covered(doc, name):
                yield self.found(place, f"The profile asks for {_a(name)}, and no paragraph reads like one.")


def _is_covered(doc: Document, name: str) -> bool:
    from reviewcli.outline.sections import cues_in

    outline = outline_of(doc)
    if name == "opening" or any(paragraph.section == name for paragraph in outline.paragraphs):
        return True
    if name == "synopsis":
        return any(each.plot > 0.8 for each in outline.sentences)
    if name == "verdict":
        return any(
            each.kind == "opinion" for paragraph in last_paragraphs(doc) for each in paragraph.sentences
        )
    return any(
        cue == name and weight > 1
        for paragraph in outline.paragraphs
        for cue, weight in cues_in(paragraph.block.text)
    )


def _a(name: str) -> str:
    return f"an {name} section" if name == "opening" else f"a {name} section"

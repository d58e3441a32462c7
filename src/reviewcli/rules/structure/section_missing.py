from __future__ import annotations

from typing import Literal

from reviewcli.reading.outline import outline_of
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
    markers for what is to be written is left alone. With notes, a section that their kind does not have is not asked
    for: nobody acts in an album.
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
            "# Blue\n\n" + _STORY * 6,
            notes="kind: album\ntitle: Blue\n",
            options={"required": ["synopsis", "performances"]},
        ),
        Good(
            f"# Her\n\n## A man and his telephone\n\n{_STORY * 6}\n\n## Go\n\nThe cast is fine.\n\nSee it.",
            options={"required": ["performances", "verdict"]},
        ),
        Good(
            _STORY * 6 + "\n\nThe cast is fine.\n\nSee it.", options={"required": ["performances", "verdict"]}
        ),
    )

    required: tuple[Section, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        if not self.required or has_markers(doc):
            return
        required = [name for name in self.required if _has_section(doc, name)]
        from reviewcli.reading.outline.sections import headings_name_sections

        if headings_name_sections(doc):
            yield from self._under_headings(doc, required)
        else:
            yield from self._in_prose(doc, required)

    def _under_headings(self, doc: Document, required: list[Section]) -> Iterator[Finding]:
        headings = {section.name: section.heading for section in doc.sections if section.heading}
        written = {section.name for section in doc.sections if section.blocks}
        place = opening_of(doc)
        for name in required:
            if name in written:
                continue
            if heading := headings.get(name):
                yield self.found(
                    heading, f"There is nothing under this heading; the profile asks for {_a(name)}."
                )
            elif place:
                yield self.found(place, f"The profile asks for {_a(name)}, and no heading names one.")

    def _in_prose(self, doc: Document, required: list[Section]) -> Iterator[Finding]:
        place = opening_of(doc)
        if not place or len(doc.words) < _FEWEST_WORDS:
            return
        for name in required:
            if not _is_covered(doc, name):
                yield self.found(place, f"The profile asks for {_a(name)}, and no paragraph reads like one.")


def _has_section(doc: Document, name: Section) -> bool:
    """Whether a review of this kind has such a section: nobody acts in an album, and a meal has no story."""
    if name not in ("synopsis", "performances") or doc.notes is None:
        return True
    from reviewcli.notes.kinds import KINDS

    kind = KINDS[doc.notes.kind]
    if name == "performances" and kind.may_lack_cast and not doc.notes.cast:
        return False
    return any(row.key == name for row in kind.rows)


def _is_covered(doc: Document, name: str) -> bool:
    from reviewcli.reading.outline.sections import cues_in

    outline = outline_of(doc)
    if name == "opening" or any(paragraph.section == name for paragraph in outline.paragraphs):
        return True
    if name == "synopsis":
        return any(each.plot > 0.8 for each in outline.sentences)
    if name == "performances" and _tells_of_actors(doc):
        return True
    if name == "verdict":
        return any(
            each.kind == "opinion" for paragraph in last_paragraphs(doc) for each in paragraph.sentences
        )
    return any(
        cue == name and weight > 1
        for paragraph in outline.paragraphs
        for cue, weight in cues_in(paragraph.block.text)
    )


def _tells_of_actors(doc: Document) -> bool:
    """Whether a sentence speaks of an actor of the notes, and not in brackets behind a character."""
    from reviewcli.reading.claims.credit_lines import is_credit_line
    from reviewcli.reading.facts.mentions import mentions_in

    cast = {member.name for member in doc.notes.cast} if doc.notes else set()
    return any(
        person.full in cast and block.text[mention.start - 1 : mention.start] != "("
        for block in (doc.prose if cast else ())
        if not is_credit_line(block)
        for mention in mentions_in(doc, block)
        for person in mention.actors
    )


def _a(name: str) -> str:
    return f"an {name} section" if name == "opening" else f"a {name} section"

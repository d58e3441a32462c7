from __future__ import annotations

from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule

Section = Literal[
    "opening", "context", "synopsis", "performances", "craft", "themes", "critique", "comparisons", "verdict"
]

_VERDICT = {"required": ["verdict"]}


class SectionMissing(Rule, frozen=True):
    """A section that the house asks for has no heading, or a heading and nothing under it.

    Readers who know a magazine look for its parts. Which sections are required is a matter of the profile;
    without one nothing is. A draft that still holds markers for what is to be written, and a text without any
    headings, are left alone.
    """

    bad = (
        Bad("# «Her»\n\nAn opening.\n\n## Synopsis\n\nA man buys a phone.\n", options=_VERDICT),
        Bad("# Her\n\n## Synopsis\n\nA man buys a phone.\n\n## «Verdict»\n", options=_VERDICT),
        Bad("«An opening.»\n\n## Synopsis\n\nA man buys a phone.\n", options=_VERDICT),
    )
    good = (
        "# Her\n\nAn opening.\n\n## Synopsis\n\nA man buys a phone.\n",
        Good(
            "# Her\n\n## Synopsis\n\nA man buys a phone.\n\n## Final thoughts\n\nSee it.\n", options=_VERDICT
        ),
        Good("# Her\n\n## Synopsis\n\n<!-- review-todo synopsis: the premise -->\n", options=_VERDICT),
        Good("A man buys a phone. See it.\n", options=_VERDICT),
        Good("# Her\n\nA man buys a phone. See it.\n", options=_VERDICT),
    )

    required: tuple[Section, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        headings = {section.name: section.heading for section in doc.sections if section.heading}
        if not self.required or not headings or _has_markers(doc):
            return
        written = {section.name for section in doc.sections if section.blocks}
        for name in self.required:
            if name in written:
                continue
            if heading := headings.get(name):
                yield self.found(
                    heading, f"There is nothing under this heading; the profile asks for {_a(name)}."
                )
            else:
                yield self.found(_opening(doc), f"The profile asks for {_a(name)}, and no heading names one.")


def _has_markers(doc: Document) -> bool:
    return any(comment.text.startswith("review-todo") for comment in doc.comments)


def _opening(doc: Document) -> Passage:
    return doc.title.whole if doc.title else doc.sentences[0] if doc.sentences else doc.blocks[0].whole


def _a(name: str) -> str:
    return f"an {name} section" if name == "opening" else f"a {name} section"

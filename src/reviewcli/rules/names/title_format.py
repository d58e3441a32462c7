from __future__ import annotations

import re
from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Span

_ITALIC = {"style": "italic"}
# After a title of one word that opens a sentence; "Her eyes" does not go on so.
_VERBS = (
    "is|was|has|does|doesn['’]t|isn['’]t|also|never|makes|works|feels|stands|presents|offers|takes|begins|opens|ends"
    "|follows|tells|shows|remains|may|might|will|can|could|should|would|deserves|asks"
)


class TitleFormat(Rule, frozen=True):
    """The title is not set as the house sets titles.

    `style` is `italic`, `quotes` or `plain`; without one the rule is silent. A title of one word is found only
    where nothing else can be meant, and one that is also a character's name is left alone.
    """

    needs_notes = True
    example_notes = "title: The Big Sleep\ncast: [Humphrey Bogart as Philip Marlowe]\n"
    bad = (
        Bad("«The Big Sleep» is dark.", fixed="*The Big Sleep* is dark.", options=_ITALIC),
        Bad("He made “«The Big Sleep»” in a hurry.", options=_ITALIC),
        Bad("He made «*The Big Sleep*» in a hurry.", options={"style": "quotes"}),
        Bad("«Her» also explores.", fixed="*Her* also explores.", notes="title: Her\n", options=_ITALIC),
        Bad(
            "Spike Jonze’s «Her» is sad.",
            fixed="Spike Jonze’s *Her* is sad.",
            notes="title: Her\ndirectors: [Spike Jonze]\n",
            options=_ITALIC,
        ),
    )
    good = (
        "The Big Sleep is dark.",
        Good("*The Big Sleep*, _The Big Sleep_’s end. The Big Sleepers. A big sleep.", options=_ITALIC),
        Good("“The Big Sleep” is dark.", options={"style": "quotes"}),
        Good("The Big Sleep is dark.", options={"style": "plain"}),
        Good(
            "The Big Sleep 2 is out, and so is The Big Sleep: Dawn. “Chandler’s The Big Sleep,” it says.",
            options=_ITALIC,
        ),
        Good("Her eyes. I saw her. Her name is Ann.", notes="title: Her\n", options=_ITALIC),
        Good(
            "Dracula is a count.", notes="title: Dracula\ncast: [Bela Lugosi as Dracula]\n", options=_ITALIC
        ),
    )

    style: Literal["italic", "quotes", "plain"] | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        if self.style is None or doc.notes is None or _is_a_name(doc):
            return
        for place in _titles(doc, doc.notes.title):
            looks = _looks(place)
            if looks == self.style or (looks == "italic" and place.is_quoted and self.style == "quotes"):
                continue
            message = f"The title stands {_SAID[looks]}; the house sets it {_SAID[self.style]}."
            if looks == "plain" and self.style == "italic" and not doc.plain and place.is_verbatim:
                yield self.found(place, message, fix=f"*{place.text}*")
            else:
                yield self.found(_whole(doc, place) if looks == "italic" else place, message)


_SAID = {"italic": "in italics", "quotes": "in quotation marks", "plain": "plain"}


def _is_a_name(doc: Document) -> bool:
    from reviewcli.notes.surnames import fold_name

    title = fold_name(doc.notes.title) if doc.notes else ""
    bare = title.removeprefix("the ")
    return any({title, bare} & person.folded for person in doc.names.people)


def _titles(doc: Document, title: str) -> Iterator[Passage]:
    """The places where the title is meant, by its capitals and what stands round it."""
    pattern = re.compile(rf"(?<![\w*_-]){re.escape(title)}(?![\w-])(?! [A-Z](?!\w* (?:is|was)))")
    for block in doc.prose:
        for match in () if block.in_quote else pattern.finditer(block.text):
            place = Passage(block, *match.span())
            if _is_of_another(place, title):
                continue
            if " " in title or _looks(place) != "plain" or _is_clear(doc, place.before, place.after):
                yield place


def _is_of_another(place: Passage, title: str) -> bool:
    """Whether it is part of a longer name, a place, somebody of that name, a sequel, or in somebody else's words."""
    before = place.before
    if re.search(r"[A-Z][\w’']* $", before) and not re.search(r"['’]s? $", before):
        return True
    if re.search(
        r"\b(?:to|join|joins|from|near|into|called|calling|titular|named?|name is|is|as|race,)[ “\"‘]+$",
        before,
    ):
        return True
    if title.count(" ") == 1 and re.search(r"\b(?:in|at|the|organi[sz]ation) $|, $", before):
        return True
    is_sequel = re.match(r", [A-Z]|:? (?:\d|[IVX]+\b|Part\b)|: [A-Z]", place.after)
    return bool(is_sequel) or _is_in_longer_quotation(place)


def _is_clear(doc: Document, before: str, after: str) -> bool:
    """Whether a plain title of one word can be nothing else."""
    if re.match(r"\s*\((?:1[89]|20)\d\d\)", after):
        return True
    if not before.strip():
        return re.match(rf" (?:{_VERBS})\b", after) is not None
    makers = [person.full for person in doc.names.people if not person.is_role]
    return any(re.search(rf"{re.escape(name)}['’]s? $", before) for name in makers)


def _is_in_longer_quotation(place: Passage) -> bool:
    return any(
        start <= place.start and place.end <= end and end - start > place.end - place.start + 4
        for start, end in place.block.quotations
    )


def _looks(place: Passage) -> str:
    start, end = place.start, place.end
    if place.is_emphasised:
        return "italic"
    text = place.block.text
    quoted = text[start - 1 : start] in ("“", '"', "‘", "'") and text[end : end + 2].lstrip(",.")[:1] in (
        "”",
        '"',
        "’",
        "'",
    )
    return "quotes" if quoted else "plain"


def _whole(doc: Document, place: Passage) -> Passage | Span:
    span = place.span
    marks = doc.source[span.start - 1 : span.start] in ("*", "_") and doc.source[span.end : span.end + 1] in (
        "*",
        "_",
    )
    return Span(span.start - 1, span.end + 1) if marks else place

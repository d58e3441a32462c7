from __future__ import annotations

import re
from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.format._styles import Use, matches, odd_ones, with_edits

_CURLY, _STRAIGHT = {"style": "curly"}, {"style": "straight"}


class QuoteStyle(Rule, frozen=True):
    """Straight and curly quotation marks or apostrophes stand in one text, or not the house's.

    A mixture comes from pasting, and readers see a seam. `style` is `curly` or `straight`; without one only a
    mixture is told. `commas` is `inside` where a comma or a stop goes inside the closing mark (as in the United
    States), `outside` where it follows it unless it is part of what is quoted; without it nothing is said of them.
    """

    bad = (
        Bad("He’s “kind”, and it’s fine that she isn«'»t."),
        Bad(
            "It«'»s \"sad\". Don't.",
            fixed="It’s “sad”. Don’t.",
            options=_CURLY,
        ),
        Bad("It«’»s “sad”.", fixed='It\'s "sad".', options=_STRAIGHT),
        Bad(
            "He reads “1984«”,» and waits.", fixed="He reads “1984,” and waits.", options={"commas": "inside"}
        ),
        Bad("It is “sad«”,» he “says.”", fixed="It is “sad,” he “says.”", options={"commas": "inside"}),
        Bad("It is “sad«,”» and long.", fixed="It is “sad”, and long.", options={"commas": "outside"}),
    )
    good = (
        "It's \"sad\" that he isn't.",
        "It’s “sad” that he isn’t.",
        "He is 5'10\", and it’s “fine” and ‘good’.",
        "It’s “good” and isn’t `'a'`.\n\n> It's theirs.",
        Good("It is “sad,” he says.", options={"commas": "inside"}),
        Good('A 12", a 7". It is 6\'2", or 12”, or 3 1/2".', options={"commas": "inside"}),
        Good("“I am sad,” he says. It is “sad”, too.", options={"commas": "outside"}),
    )

    style: Literal["curly", "straight"] | None = None
    commas: Literal["inside", "outside"] | None = None

    def check(self, doc: Document) -> Iterator[Finding]:
        if self.commas:
            yield from self._commas(doc, self.commas)
        has_both = any(mark in doc.source for mark in "'\"") and any(mark in doc.source for mark in "’‘“”")
        if not (self.style or has_both):
            return
        uses = [
            Use("straight" if place.text in "'\"" else "curly", place)
            for place in matches(doc, r"(?<!\d)['\"]|[’‘“”]")
        ]
        right, odd = odd_ones(uses, self.style)
        if odd:
            finding = self.found(
                odd[0].place,
                f"{len(odd)} of {len(uses)} quotation marks and apostrophes are {odd[0].form}; "
                + (f"the house sets {right} ones." if self.style else f"the rest are {right}. Keep to one."),
                severity=None if self.style else Severity.SUGGESTION,
            )
            yield with_edits(finding, odd, _other) if self.style else finding

    def _commas(self, doc: Document, where: str) -> Iterator[Finding]:
        pattern = r"(?<=\w)[”\"][,.](?!\.)" if where == "inside" else r"(?<=\w)[,.][”\"](?!\w)"
        for place in matches(doc, pattern, '"', "”"):
            if where == "inside" or _is_fragment(place):
                text = place.text[::-1]
                if where == "inside" and _may_be_inches(place):
                    continue
                fix = text if place.is_verbatim else None
                yield self.found(place, f"The house sets “{text[0]}{text[1]}” here.", fix=fix)


def _may_be_inches(mark: Passage) -> bool:
    """Whether the mark behind a number may be the sign of inches: a 12", and no “1984”."""
    text, at = mark.block.text, mark.start
    if not text[at - 1].isdigit():
        return False
    return text[at] == '"' or re.search(r"“\d+\Z", text[max(at - 8, 0) : at]) is None


def _is_fragment(end: Passage) -> bool:
    """Whether a few words are quoted within a sentence, and no speech."""
    for start, stop in end.block.quotations:
        if start < end.start < stop:
            words = Passage(end.block, start, stop).words
            is_stop = end.text[0] == "." and end.sentence.text[:1] in '“"'
            return 0 < len(words) <= 3 and not words[0].is_capitalised and not is_stop
    return False


_STRAIGHT_FOR = {"’": "'", "‘": "'", "“": '"', "”": '"'}


def _other(use: Use) -> str | None:
    place = use.place
    mark = place.text
    if use.form == "curly":
        return _STRAIGHT_FOR[mark]
    for start, end in place.block.quotations:
        if start == place.start:
            return "“" if mark == '"' else "‘"
        if end == place.end:
            return "”" if mark == '"' else "’"
    return "’" if mark == "'" else None

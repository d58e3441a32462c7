from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule
from reviewcli.rules.format._styles import matches


class DecadeApostrophe(Rule, frozen=True):
    """The apostrophe of a decade stands in the wrong place, or one stands where none is due.

    A decade is a plural: the 1980s. Cut short, the apostrophe stands for the figures that went: the '80s. What
    belongs to one year keeps its own: 1980's best film.
    """

    bad = (
        Bad("It is an «80's» film, set in the «1970's».", fixed="It is an '80s film, set in the 1970s."),
        Bad("It’s the late «1960’s», or the «60’s».", fixed="It’s the late 1960s, or the ’60s."),
        Bad("She is in her «80's».", fixed="She is in her 80s."),
        Bad("Those «‘80s» films.", fixed="Those ’80s films."),
    )
    good = (
        "It is an '80s film, set in the 1970s and ’60s.",
        "It is 1980's best film, and the 1980's worst is another.",
        "“The 80's were fun,” he says. *The 80's* is a song.",
        "The 40's plenty, and a B-52's wing, the ‘80s men’ and 1990's *Goodfellas*.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for place in matches(
            doc,
            r"(?<![\w'’‘.,$£€/-])(?:(?:1[5-9]|20)\d0['’]s|[1-9]0['’]s|‘[1-9]0s)(?![\w-])",
            "0's",
            "0’s",
            "0s",
        ):
            right = None if place.is_quoted or place.is_emphasised else _right(place)
            if right:
                fix = right if place.is_verbatim else None
                yield self.found(place, f"“{place.text}” is a decade: {right}.", fix=fix, safe=False)


def _right(place: Passage) -> str | None:
    import re

    text = place.text
    bare = text.strip("‘").replace("'", "").replace("’", "")
    before, after = place.before, place.after
    if text.startswith("‘"):
        return None if re.search(r"\w[.,]?’(?!\w)", after) else f"’{bare}"
    if len(bare) == 5:
        told = re.search(r"\b(?:the|early|late|mid|in|of|a)[ -]$", before) and not re.match(
            r" (?:[*A-Z“]|(?:best|worst|most|greatest|finest|biggest|top)\b)", after
        )
        return (
            bare if told and not (re.search(r"\b(?:in|of) $", before) and re.match(r" \w", after)) else None
        )
    if re.search(r"\b(?:his|her|their|my|our|your)(?: (?:early|late|mid))?[ -]$", before):
        return bare
    if re.search(
        r"\b(?:early|late|mid|an?|of|those|these|since|from|into)[ -]$|\b[Tt]he(?: \w+)? $", before
    ) and not (re.match(r" (?:plenty|enough|all|the|an?|not)\b", after)):
        return ("’" if "’" in text else "'") + bare
    return None

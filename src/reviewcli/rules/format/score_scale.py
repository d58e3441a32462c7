from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity
from reviewcli.rules.structure._whole import has_markers

if TYPE_CHECKING:
    from reviewcli.notes.model import Score

_NOTED = "title: Her\nscore: 4.5/5\n"


class ScoreScale(Rule, frozen=True):
    """The score is missing, on another scale than the house's, or given on two scales.

    `scale` is what the house marks with: `stars`, `letter`, or the highest number (`5`, `10`, `100`); `required` asks
    for a score in the text. Without either only two scales in one text are told. Where a site prints the score from
    the front matter, set `required: no`.
    """

    bad = (
        Bad("# Her\n\nI would give it 8/10.\n\n**«★★★★»**\n"),
        Bad("# Her\n\nSee it.\n\n**«8/10»**\n", options={"scale": "5"}),
        Bad("# Her\n\nSee it.\n\n**«B+»**\n", options={"scale": "stars"}),
        Bad("# Her\n\nSee it. «Take a friend.»\n", notes=_NOTED, options={"required": True}),
        Bad("# Her\n\n«See it.»\n", options={"required": True}),
    )
    good = (
        "# Her\n\nSee it.",
        Good("# Her\n\nSee it.\n\n**4.5/5**\n", notes=_NOTED, options={"required": True, "scale": "5"}),
        Good("# Her\n\nFour stars.\n\n★★★★\n", options={"scale": "stars", "required": True}),
        "# Her\n\nI would give it 4/5.\n\n**Score: 4/5**\n",
        Good("# Her\n\n<!-- review-todo verdict: for whom -->\n\nSee it.\n", options={"required": True}),
        "He gives four stars of the night sky a name. They play at 4/5 of the speed, or 8 out of 10.",
    )

    scale: Literal["stars", "letter", "4", "5", "6", "10", "20", "100"] | None = None
    required: bool = False

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.claims.scores import given

        asked = self.required or self.scale
        if not (asked or _may_mix(doc.source)) or not doc.sentences or has_markers(doc):
            return
        scores = list(given(doc))
        if not scores and self.required:
            yield self._missing(doc)
        if self.scale:
            said = _SAID.get(self.scale, f"out of {self.scale}")
            for place, score in scores:
                if not _is_on(self.scale, place, score):
                    yield self.found(
                        place,
                        f"“{place.text}” is on another scale than the house's, which marks {said}.",
                    )
        elif len({_scale(place, score) for place, score in scores}) > 1:
            first, (place, _) = scores[0][0], scores[-1]
            yield self.found(
                place, f"The score is “{place.text}” here and “{first.text}” above. Give it on one scale."
            )

    def _missing(self, doc: Document) -> Finding:
        noted = doc.notes.score if doc.notes else None
        return self.found(
            doc.sentences[-1],
            f"The text gives no score; the notes have {noted.text}. End on it."
            if noted
            else "The text gives no score, and the profile asks for one.",
            severity=None if noted else Severity.SUGGESTION,
        )


def _may_mix(source: str) -> bool:
    """Whether marks of two forms may stand in a text; to look for them properly costs more."""
    forms = (
        ("★", "⭐", "☆"),
        ("/4", "/5", "/10", "/100", "out of 1", "out of 4", "out of 5", "out of t", "out of f"),
        (" stars", "-star"),
        ("rade: ", "core: ", "ating: "),
    )
    return sum(any(mark in source for mark in form) for form in forms) > 1


_SAID = {"stars": "in stars", "letter": "in letters"}


def _scale(place: Passage, score: Score) -> str:
    if score.value is None:
        return "letter"
    if score.scale and any(character.isdigit() for character in place.text) and "/" in place.text:
        return f"{score.scale:g}"
    if "star" in place.text.lower() or place.text[:1] in "★⭐☆½⯪":
        return "stars"
    return f"{score.scale:g}" if score.scale else "stars"


def _is_on(scale: str, place: Passage, score: Score) -> bool:
    return _scale(place, score) == scale

from __future__ import annotations

from reviewcli.reading.outline import outline_of
from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity

_STEPS = (
    r"\b(?:(?:and|but|only) then|[Ee]ventually|(?:and|but) finally|[Ii]n the end|[Mm]eanwhile|[Ss]oon after"
    r"|(?:[Yy]ears|[Mm]onths|[Ww]eeks|[Dd]ays|[Hh]ours) later|[Bb]efore long|[Bb]y the end|Afterwards?"
    r"|Then|Later|Finally|Next)\b(?!['’])"
)


_TELLING = frozenset({"synopsis", "opening", "other", "context"})
_SURE = 0.7


class PlotPastFirstAct(Rule, frozen=True):
    """The synopsis goes on from event to event, past the premise.

    Then, later, eventually: each takes from the reader what the work would have told better. The first turn of
    the story is enough. More than `most` such words in sentences of plot are found.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "A farmer hides a deserter in his barn. Then the soldiers burn it. Later he takes his daughter to the "
            "coast. Eventually they find a boat. «Meanwhile» the priest has told the police, who arrest her father."
        ),
        Bad(
            "## Synopsis\n\nA man hides in a barn. Then he leaves it. Months later he hides again. Afterwards he "
            "meets a girl. «In the end» they leave."
        ),
    )
    good = (
        "A farmer hides a deserter in his barn. Then the soldiers burn it, and he takes his daughter to the coast.",
        "In the end the film is dull. Eventually the jokes wear thin. Later, the score grates. Then it drags.",
    )

    most: int = 3

    def check(self, doc: Document) -> Iterator[Finding]:
        found: list[Passage] = []
        for paragraph in outline_of(doc).paragraphs:
            if paragraph.section in _TELLING and not paragraph.block.in_quote:
                for each in paragraph.sentences:
                    steps = each.sentence.find(_STEPS, 0) if each.plot > _SURE else ()
                    found += [step for step in steps if not step.is_quoted and not step.is_emphasised][:1]
        if len(found) > self.most:
            told = f"{len(found)} steps of the story by words like this. Stop at the first turn."
            yield self.found(found[self.most], told)

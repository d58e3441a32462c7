from __future__ import annotations

import re

from reviewcli.reading.outline import Outline, outline_of
from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule
from reviewcli.rules.structure._whole import has_markers, opening_of

_STORY = (
    "A farmer hides a deserter in his barn. The soldiers come at night and burn the house. He takes his daughter to "
    "the coast, where a fisherman agrees to carry them across. But the boat is gone, and the man who sold it has told "
    "the police. They hide in a church, until the priest finds them. The girl falls ill. Her father walks back to the "
    "village to steal medicine, and is recognised by the woman who once loved him. "
)
_JUDGED = (
    "The performances are uniformly excellent, and the script is sharp and funny. The direction never settles on a "
    "tone, and the comedy wears thin. It is a handsome, overlong and surprisingly moving picture. "
)


class PlotHeavy(Rule, frozen=True):
    """The review retells the story, and says little about it.

    It is what readers and editors complain of most: they want to know what it is like and whether it is good.
    Keep the parts of the story that a point of yours needs. Sentences are told apart as `review outline` shows
    them; where a heading marks the synopsis, its share of the words counts. `limit` is the largest share of
    plot in the whole text, `synopsis` that of a marked synopsis.
    """

    bad = (
        Bad(f"# «The Deserter»\n\n{_STORY}\n\n{_STORY}\n"),
        Bad(f"# «The Deserter»\n\n## Synopsis\n\n{_STORY * 2}\n\n## Verdict\n\n{_JUDGED}\n"),
    )
    good = (
        f"# The Deserter\n\n{_STORY}\n\n{_JUDGED}\n\n{_JUDGED}\n",
        f"# The Deserter\n\n## Synopsis\n\n{_STORY}\n\n## Craft\n\n{_JUDGED * 4}\n",
        "A farmer hides a deserter in his barn. The soldiers come at night and burn the house.",
        Good(f"{_STORY}\n\n{_STORY}\n", options={"limit": 1.0}),
    )

    limit: float = 0.65
    synopsis: float = 0.5
    fewest_words: int = 120

    def check(self, doc: Document) -> Iterator[Finding]:
        outline, place = outline_of(doc), opening_of(doc)
        if not place or outline.words < self.fewest_words or has_markers(doc):
            return
        told = outline.sections.get("synopsis", 0.0)
        if outline.has_headings and told:
            if told > self.synopsis:
                yield self.found(place, f"The synopsis is {told:.0%} of the review. {_ADVICE}")
        elif (share := _retold(outline)) > self.limit:
            yield self.found(place, f"{share:.0%} of the words retell the story. {_ADVICE}")


_ADVICE = "Keep what a point of yours needs."
# A sentence with such a word speaks of the work and its makers, or of the writer, however much happens in it.
_OF_THE_WORK = (
    r"\b(?:camera|cinematographers?|cinematography|editing|editor|screen|screenplay|script|dialogue|director|directors"
    r"|actors?|actress|performances?|performers?|audiences?|viewers?|critics?|film|films|filmmakers?|movies?|picture"
    r"|pictures|scenes?|shots?|close-ups?|sequences?|score|soundtrack|comedy|thriller|melodrama|genre|cast|role"
    r"|runtime|minutes|zoom|montage|narrat\w+|protagonist|I|my|mine|one)\b"
)


def _retold(outline: Outline) -> float:
    """The share of the words in sentences that tell the story and nothing else."""
    told = sum(
        each.words
        for each in outline.sentences
        if each.kind == "plot" and not re.search(_OF_THE_WORK, each.sentence.text)
    )
    return told / max(outline.words, 1)

from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.wording._own_phrases import own_phrases, plainer

# What to do instead, by the category of the phrase.
_INSTEAD = {
    "praise": "Say what happens on the screen that earns it.",
    "superlative": "Say what it does, and let the reader rank it.",
    "craft": "Say what one sees or hears.",
    "theme": "Name the scene that shows it.",
    "verdict-hedge": "Say what works or fails, and where.",
    "closing": "End on something of this work alone.",
    "filler": "The sentence stands without it.",
    "recommendation": "Say for whom it is, and why.",
    "comparison": "Say what the two share.",
    "blurb": "It belongs on a poster. Say what it did to you, and how.",
    "oscar": "Say what earns it.",
    "reader": "Say what it did to you; readers will see for themselves.",
    "common": "A reader has met it often; an exact word tells more.",
}


class Cliche(Rule, frozen=True):
    """A phrase that has stood in a thousand reviews.

    It fits every work, so it says nothing of this one, and a reader's eye slides over it. What you saw or
    heard fits this work alone: write that. Well-known critics use about one such phrase in a thousand
    words. Common ones that do no harm once are suggestions. Quotations, titles and names are left alone.
    """

    bad = (
        Bad("The film is a «masterclass in» storytelling."),
        Bad("It «lingers long after the credits roll», «breathing\nlife into» a tired genre."),
        Bad("She «delivers an outstanding performance» in a «cinematic masterpiece»."),
    )
    good = (
        "She teaches a class in mastering the credits.",
        "The poster calls it “a masterclass in storytelling”.",
        "> A cinematic masterpiece.\n\nSo said the poster.",
        "*A Star Is Born* and *Feel Good* are films; so is Slow Burn, which Page Turner wrote.",
        Good(
            "He plays Breathtaking Bob. Bob is Breathtaking to her.",
            notes="title: X\ncast: [Ann Lee as Breathtaking Bob]\n",
        ),
        "It is a triumph of hope over experience.",
        "A debut novel is no stock phrase of a film's review.",
    )

    allow: tuple[str, ...] = ()

    def check(self, doc: Document) -> Iterator[Finding]:
        instead = _INSTEAD | _of_kind(doc)
        allowed = {phrase.lower() for phrase in self.allow}
        for match in own_phrases(doc, instead.keys()):
            phrase = match.text
            if phrase.lower() not in allowed:
                told = f"“{phrase}” is a stock phrase. {plainer(match) or instead[match.category]}"
                level = Severity.SUGGESTION if match.category == "common" else None
                yield self.found(match.passage, told, severity=level)


def _of_kind(doc: Document) -> dict[str, str]:
    """What to do instead of the stock phrases that only reviews of this kind have."""
    from reviewcli.notes.kinds import KINDS

    stock = KINDS[doc.notes.kind].stock if doc.notes else None
    return {stock[0]: stock[1]} if stock else {}

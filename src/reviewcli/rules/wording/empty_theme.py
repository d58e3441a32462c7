from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule
from reviewcli.rules.wording._evidence import is_backed
from reviewcli.rules.wording._own_phrases import own_phrases

_TOLD = r"\b(?:because|by (?:\w+ly )?\w+ing|through (?:the|a|an|his|her|its) \w+|in which|when)\b|:"


class EmptyTheme(Rule, frozen=True):
    """A theme is named, and no scene shows it.

    “It explores themes of love and loss” is true of most stories ever told. The scene in which it does is in this one
    alone; put that in the same sentence or the next, and the theme may not need its name.
    """

    instead_of = ("cliche", "ai-vocabulary")
    bad = (
        Bad("Jonze «explores themes of» connection and identity."),
        Bad("The film «raises profound questions about» technology. The music is fine."),
        Bad("It asks «what it means to be human»."),
    )
    good = (
        "When she names her 641 other lovers, jealousy becomes arithmetic.",
        "It explores themes of guilt. In the scene at the lake, he counts the coats.",
        "She raises no questions about the money.",
        "“What it means to be human,” says the trailer.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("theme-named",)):
            here = match.passage.sentence
            if (
                not is_backed(here, doc)
                and not re.search(_TOLD, match.passage.after)
                and not re.search(r"\bno\b", match.text)
            ):
                yield self.found(
                    match.passage,
                    f"“{match.text}” names a theme, and no scene shows it. Put the scene beside it, or in its place.",
                )

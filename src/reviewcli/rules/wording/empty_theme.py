from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule
from reviewcli.rules.wording._evidence import is_backed
from reviewcli.rules.wording._own_phrases import own_phrases

_TOLD = (
    r"\b(?:because|by (?:\w+ly )?\w+ing"
    r"|through (?:the|a|an|his|her|its) (?!film|movie|story|book|whole|work)\w+|in which|when)\b|:"
)

_NOT_CLAIMED = (
    r"(?:\b(?:not|never|without|instead of|rather than|fails? to|where|while|unlike|already)\b|n['’]t\b)"
    r"[^.;]{0,60}$"
)


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
        "Instead of exploring the themes of its model, it is content to be loud.",
        "She raises no questions about the money.",
        "“What it means to be human,” says the trailer.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("theme-named",)):
            if not _is_told(match.passage) and not is_backed(match.passage.sentence, doc):
                told = f"“{match.text}” names a theme, and no scene shows it. Put the scene beside it, or in its place."
                yield self.found(match.passage, told)


def _is_told(theme: Passage) -> bool:
    """Whether it is denied or told of more than one work, or the words behind it say how."""
    others = any(theme.end <= start < theme.sentence.end for start, _ in theme.block.emphasis)
    return bool(
        others
        or re.search(_TOLD, theme.after)
        or re.search(_NOT_CLAIMED, theme.before, re.IGNORECASE)
        or re.search(r"\b(?:no|same)\b", theme.text)
    )

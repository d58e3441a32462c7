from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule
from reviewcli.rules.wording._evidence import after, shows
from reviewcli.rules.wording._own_phrases import own_phrases

_BACKED = (
    r"\b(?:because|since (?:[A-Z*_“]|the)|thanks to|for (?:its|the way|how)|than|nominat|poll|I have seen|I know)"
    r"|[:;]|\d{4}"
)
_NOT_CLAIMED = (
    r"(?:\b(?:not|never|hardly|far from|may|might|whether|could have been|would be|if|for|called|voted|considered"
    r"|considers?|thinking it|(?:cited|seen|regarded|known|described) as)\b|n['’]t\b)[^.;]{0,30}$"
)


class SuperlativeUnbacked(Rule, frozen=True):
    """The work is ranked above all others, and nothing is said to back it.

    “One of the best films of the decade” is a promise: name what it beats, and in what. A reason or a rival in the
    sentence, or a moment in the next, keeps the promise, and the rule is silent.
    """

    instead_of = ("cliche",)
    bad = (
        Bad("It is «one of the best films of the decade»."),
        Bad("Here is «the funniest movie of the year», and a cast that knows it."),
    )
    good = (
        "It is the best film about loneliness that I have seen since *Lost in Translation*.",
        "It is one of the best films of the decade, because nobody in it explains himself.",
        "It is not the best film of the year.",
        "It is one of the best films of the year. The scene in the lift alone is worth three of its rivals.",
        "“The funniest film of the year”, says the poster.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("ranked",)):
            if not _is_backed(match.passage):
                yield self.found(
                    match.passage,
                    f"“{match.text}”: above which, and in what? Name a rival or a reason, or leave the ranking out.",
                )


def _is_backed(ranking: Passage) -> bool:
    here = ranking.sentence
    following = after(here)
    return bool(
        shows(here)
        or re.search(_BACKED, f"{ranking.before}\n{ranking.after}")
        or re.search(_NOT_CLAIMED, ranking.before, re.IGNORECASE)
        or (following and shows(following))
    )

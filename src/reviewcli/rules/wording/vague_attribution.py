from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule
from reviewcli.rules.wording._own_phrases import own_phrases

# Somebody or something that can be looked up: a name, a title, a number, a quotation.
_SOURCE = (
    r"\b(?:according to|by|from|among them|including|such as|like) (?:the )?(?:[A-Z]|\d)|\d|[“\"]|\bpoll\b"
)


class VagueAttribution(Rule, frozen=True):
    """An opinion is given to nobody in particular.

    “Critics agree”, “many consider it”: who? A reader can weigh a name, a paper or a poll, and your own view, but not
    a crowd without faces. A sentence that names its source is left alone.
    """

    instead_of = ("cliche",)
    bad = (
        Bad("«Many consider» it a classic."),
        Bad("«Critics agree» that the middle drags."),
        Bad("It «is widely regarded» as her best."),
    )
    good = (
        "It stands fourth in the poll of *Sight and Sound* of 2022.",
        "Many people consider moving to the coast.",
        "Many consider it a classic, among them Pauline Kael.",
        "The dog is often seen on the left.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("attribution",)):
            crowd = match.passage
            told = self._text(crowd)
            if not re.search(_SOURCE, crowd.sentence.text) and not _is_shown(crowd):
                yield self.found(crowd, told)

    @staticmethod
    def _text(crowd: Passage) -> str:
        return f"“{' '.join(crowd.text.split())}”: who? Name one, or say it as your own view."


def _is_shown(crowd: Passage) -> bool:
    """Whether people of the story do it, or it is said of what the camera sees: “is often seen”, “consider leaving”."""
    return bool(re.match(r"(?: \w+)? (?:\w+ing|on|in|at|with|from|through|standing)\b", crowd.after))

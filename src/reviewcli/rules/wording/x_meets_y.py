from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Passage, Rule, Severity

# What stands in front of a pitch; in front of a meeting stands a story.
_PITCH = (
    r"(?:\b(?:is|it['’]s|was|feels? like|plays? like|like|think|imagine|call it|sort of|kind of|basically|essentially"
    r"|part|pure|say|a|an|of|pitched as|described as|as if)|[:—–(]| -|--|^)\s*[“\"]?(?:[A-Z][\w'’-]* )*$"
)


class XMeetsY(Rule, frozen=True):
    """A work is described as one famous work that meets another.

    It is how films are sold to people who will not read the script. Say what it has of each, and the reader who
    knows neither learns something too.
    """

    severity = Severity.SUGGESTION
    instead_of = ("cliche",)
    bad = (
        Bad("It is Blade «Runner meets Notting» Hill."),
        Bad("Think *«Alien* meets *Heidi»*, on a smaller budget."),
    )
    good = (
        "Boy meets girl, and loses her.",
        "She meets Agnes and the crew.",
        "In Paris, Jesse meets Celine on a train.",
        "The romance is *Notting Hill*’s; the skyline is *Blade Runner*’s.",
        Good("It is Theodore meets Amy again.", notes="title: Her\ncast: [Amy Adams as Amy]\n"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.phrases import phrases_of

        for match in phrases_of(doc):
            if match.category == "meets" and self._is_pitch(match.passage, doc):
                yield self.found(
                    match.passage,
                    f"“{match.text}” is a pitch. Say what it has of the one, and what of the other.",
                )

    @staticmethod
    def _is_pitch(meeting: Passage, doc: Document) -> bool:
        if meeting.block.in_quote or any(doc.names.knows(word.text) for word in meeting.words):
            return False
        if re.match(r"(?:He|She|They|It|Who|Then|There|One|Everyone|Nobody) ", meeting.text):
            return False
        return bool(re.search(_PITCH, meeting.before))

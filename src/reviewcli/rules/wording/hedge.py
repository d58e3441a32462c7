from __future__ import annotations

import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.rules.wording._evidence import after
from reviewcli.rules.wording._own_phrases import counted, own_phrases


class Hedge(Rule, frozen=True):
    """A view hides behind imagined others, or behind “arguably”.

    “Some viewers may find” speaks for people who were not there. You were: say what you found, or leave it out. The
    small words (rather, quite, perhaps) are told once, as a suggestion, and only where more than `rate` in a thousand
    words are of that kind, `least` of them at the least.
    """

    instead_of = ("cliche", "tells-reader", "vague-attribution")
    bad = (
        Bad("«Some viewers may find» the pace slow."),
        Bad("It is «arguably» her best. It «may not be for everyone»."),
        Bad(
            "It is «rather» slow, and perhaps quite long; maybe it seems to end, in a way, somewhat early.",
            options={"least": 5},
        ),
    )
    good = (
        "The middle hour repeats the same phone call three times.",
        "Some viewers walked out of the screening in Cannes.",
        "It never quite ends, it is not quite long, not quite dull, not quite new, and never quite old.",
        "He would rather wait. Perhaps he is right.",
        "Some viewers will find the silence long, but I was glad of it.",
        "By the lake I found it moving. Others will find it as cold as the water.",
        "“Some may find it slow,” says Jonze.",
        "One could argue that the boy tells it all, but the last reel leaves him out.",
        "You could argue that the boy tells it all. Still, the last reel leaves him out.",
        "While some viewers may find it slow, each shot tells where she is. If pressed, I could say it is long.",
        "Some might object to the wigs, but nobody keeps one on for long.",
        "Some viewers may find it slow. I could have watched the boats all night.",
    )

    rate: float = 14
    least: int = 5

    def check(self, doc: Document) -> Iterator[Finding]:
        for match in own_phrases(doc, ("hedge",)):
            if not _is_answered(match.passage):
                yield self.found(match.passage, _told(match.text))
        small = [
            match.passage
            for match in own_phrases(doc, ("softener",))
            if not re.search(r"\b(?:not|never|hardly) $|n['’]t $", match.passage.before)
        ]
        if len(small) >= self.least and 1000 * len(small) > self.rate * len(doc.words):
            told = (
                f"{len(small)} small hedges in {len(doc.words)} words: {counted(small)}. "
                "Leave out those that you do not mean."
            )
            yield self.found(small[0], told, severity=Severity.SUGGESTION)


def _told(phrase: str) -> str:
    if re.search(r"\bnot(?:ed?|ing)$|\bmention", phrase):
        return f"“{phrase}” only announces what follows. The sentence stands without it."
    return f"“{phrase}” hides your view. Say what you found, and where."


def _is_answered(hedge: Passage) -> bool:
    """Whether the writer's own view stands beside that of others, or answers what one could argue."""
    if re.search(r"\b(?:I|[Ww]hile|[Tt]hough|[Aa]lthough) $", hedge.before):
        return True
    following = after(hedge.sentence)
    answer = following.text if following else ""
    if " but I " in hedge.after or " I found " in hedge.block.text[: hedge.start][-80:]:
        return True
    if re.match(r"(?:But )?(?:I|Not me|My own)\b(?! (?:think|guess|suppose|would not|can see))", answer):
        return True
    is_argued = re.search(r"(?:argued?|sa(?:y|id)|complain|object|balk)$", hedge.text) is not None
    return is_argued and bool(
        re.search(r"[,;] (?:but|yet|and while|still|though)\b", hedge.after)
        or re.match(r"(?:But|Still|Yet|However|That said)\b", answer)
    )

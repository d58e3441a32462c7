from __future__ import annotations

from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule

_FORBID = {"mode": "forbid"}


class SecondPerson(Rule, frozen=True):
    """The writer says “you” where the house would rather not, or more often than it likes.

    “You” tells readers what they feel. Say what you saw, or who does what; it is silent unless a profile asks. `mode`
    is `allow`, `limit` (more than `per_1000` in a thousand words are told, once) or `forbid` (each is). In reviews of
    games and restaurants, where “you” acts, only `forbid` speaks.
    """

    bad = (
        Bad("«You» laugh until «you’re» sore.", options=_FORBID),
        Bad("«You» laugh, you cry, and your aunt leaves.", options={"mode": "limit"}),
    )
    good = (
        "You laugh until you’re sore.",
        Good("“You lied,” she says in *You Can Count on Me*. The young laugh.", options=_FORBID),
        Good(
            "You order, you wait, you pay.", notes="title: X\nkind: restaurant\n", options={"mode": "limit"}
        ),
    )

    mode: Literal["allow", "limit", "forbid"] | None = None
    per_1000: float = 15

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.notes.kinds import KINDS
        from reviewcli.rules.voice._person import words_of_person

        if self.mode in (None, "allow"):
            return
        found = list(words_of_person(doc, _SECOND))
        if self.mode == "forbid":
            for word in found:
                yield self.found(word, f"The house writes without “{word.text}”. Say who does or feels it.")
        elif (
            len(found) >= 3
            and len(found) > self.per_1000 * len(doc.words) / 1000
            and not (doc.notes and KINDS[doc.notes.kind].says_you)
        ):
            yield self.found(
                found[0],
                f"“You” and “your” stand {len(found)} times in {len(doc.words):,} words. Say who does or feels it.",
            )


_SECOND = frozenset(["you", "your", "yours", "yourself", "yourselves"])

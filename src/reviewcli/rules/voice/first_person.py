from __future__ import annotations

import re
from typing import Literal

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Word

_FORBID = {"mode": "forbid"}


class FirstPerson(Rule, frozen=True):
    """The writer says “I” where the house would rather not, or more often than it likes.

    Most critics say “I”, and an honest “I” is better than “one” or “the viewer”; so this is silent unless a profile
    asks. `mode` is `allow`, `limit` (more than `per_1000` in a thousand words are told, once) or `forbid` (each is).
    """

    bad = (
        Bad("«I» laughed, and «I’m» not ashamed; the joke is on «me».", options=_FORBID),
        Bad("«I» laughed twice, and my aunt laughed more than I did.", options={"mode": "limit"}),
    )
    good = (
        "I laughed, and I’m not ashamed.",
        Good("“I laughed,” she says in *I Am Love*. World War I, Elizabeth I and Part I.", options=_FORBID),
        Good(
            f"I laughed. {'He waits by the door and nobody comes to him at all. ' * 8}",
            options={"mode": "limit"},
        ),
        Good("I laughed.", options={"mode": "allow"}),
    )

    mode: Literal["allow", "limit", "forbid"] | None = None
    per_1000: float = 20

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.rules.voice._person import words_of_person

        if self.mode in (None, "allow"):
            return
        found = [word for word in words_of_person(doc, _FIRST) if not _is_numeral(word)]
        if self.mode == "forbid":
            for word in found:
                yield self.found(
                    word, f"The house writes without “{word.text}”. Say what is on the screen or the page."
                )
        elif len(found) >= 3 and len(found) > self.per_1000 * len(doc.words) / 1000:
            yield self.found(
                found[0],
                f"“I” and “my” stand {len(found)} times in {len(doc.words):,} words. Keep those that only you can say.",
            )


_FIRST = frozenset(["i", "me", "my", "mine", "myself"])


def _is_numeral(word: Word) -> bool:
    """Whether an “I” is a number: World War I, Elizabeth I, Act I."""
    if word.text != "I":
        return False
    return re.search(r"\b(?:[A-Z][\w’']+|act|part|volume|phase) $", word.before) is not None and (
        re.match(r"\s*(?:[,.;:)’'?!]|$|(?:and|or|is|was|has|in|of|with)\b)", word.after) is not None
        and re.search(
            r"(?:^|[.,;:] )(?:And|But|So|When|If|As|While|Yes|No|What|Though|That|How|Do|Did|Can) $",
            word.before,
        )
        is None
    )

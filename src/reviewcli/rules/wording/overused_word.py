from __future__ import annotations

from collections.abc import Collection

from reviewcli.rules import Bad, Document, Finding, Good, Iterator, Rule, Severity
from reviewcli.rules.wording._repetition import Occurrence, is_common, judges, occurrences, own, stem

_FAR = "He waits by the door, and she does not come to it. " * 3


class OverusedWord(Rule, frozen=True):
    """One uncommon word does all the work: “emotional” depth, “emotional” truth, “emotional” range.

    By the fourth time it means nothing. Find out what you meant each time, and say that. Names, the words that all
    reviews need, and nouns for what the work is about are left alone.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            f"An emotional scene. {_FAR}Her emotional truth. {_FAR}His emotional range. {_FAR}An «emotional» end."
        ),
        Bad("It feels authentic. An authentic smile, and an authentic tear. An «authentic» end."),
    )
    good = (
        "The ship sails. Another ship waits. This ship sinks, and that ship burns. No ship is left.",
        "It feels authentic. An authentic smile, and an authentic tear.",
        Good(
            f"An emotional scene. {_FAR}Her emotional truth. Emotional range. An emotional end.",
            options={"words": 30},
        ),
        "He is vampiric. “A vampiric, vampiric mood in a vampiric film.”",
    )

    times: int = 4
    words: int = 450

    def check(self, doc: Document) -> Iterator[Finding]:
        for found in self._groups(doc):
            crowd = self._crowd(sorted(own(found, doc), key=_place)) if len(found) >= self.times else []
            if crowd:
                last = crowd[-1]
                yield self.found(
                    last.word,
                    f"“{last.word.text}” or its like stands here for the {self.times}th time in "
                    f"{last.at - crowd[0].at + 1} words. Say what you mean each time.",
                )

    def _groups(self, doc: Document) -> Collection[list[Occurrence]]:
        """The occurrences of words that one could do without, those of one stem together."""
        every = occurrences(doc)
        near: dict[str, list[str]] = {}
        for text in every:
            near.setdefault(text[:5], []).append(text)
        groups: dict[str, list[Occurrence]] = {}
        for texts in near.values():
            found = [each for text in texts for each in every[text]]
            if len(found) >= self.times and len(own(found, doc)) >= self.times:
                for text in filter(_is_told, texts):
                    groups.setdefault(stem(text.removesuffix("ly")), []).extend(every[text])
        return groups.values()

    def _crowd(self, found: list[Occurrence]) -> list[Occurrence]:
        """The first occurrences that stand too near together."""
        for number in range(len(found) - self.times + 1):
            if found[number + self.times - 1].at - found[number].at < self.words:
                return found[number : number + self.times]
        return []


def _is_told(word: str) -> bool:
    """Whether it is a word that one could do without: one that describes, and not the subject of the work."""
    if judges(word) or judges(word.removesuffix("ly")) or word in _WORN:
        return True
    if is_common(word) or "-" in word:
        return False
    from reviewcli.reading.tagging.lexicon import kinds_of

    kinds = kinds_of(word)
    return kinds[:1] == "r" or (kinds[:1] in ("z", "b") and "s" not in kinds and "p" not in kinds)


def _place(occurrence: Occurrence) -> int:
    return occurrence.at


# Adjectives that judge nothing and soon say nothing.
_WORN = frozenset(
    "emotional authentic honest intimate unique universal complex dynamic raw rich human personal profound cinematic "
    "dramatic psychological visual thematic epic funny weird emotionally visually literally".split()
)

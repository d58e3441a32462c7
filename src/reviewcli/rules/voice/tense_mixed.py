from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.voice._tense import PAST, PRESENT, Clause, main_clauses

# What is still there each time that the work is seen: its parts and what they do.
_PARTS = frozenset(
    """film movie picture script screenplay score camera camerawork direction cinematography editing photography
    dialogue dialog plot story narrative pacing pace ending tone production design costumes sets music
    soundtrack humour humor acting performances performance cast novel book prose series show game level
    levels album""".split()
)
# What was done once, by makers or by the one who watched.
_ONCE = frozenset(
    """made shot won premiered opened released received earned took cost grossed came began started became went lost got
    seemed appeared gave left had failed proved influenced inspired spawned marked launched bombed used helped surprised
    moved bored disappointed impressed kept held made felt struck worked reminded garnered followed arrived broke set
    played met cemented established drew led turned ended wrapped flopped debuted ran landed caused""".split()
)


class TenseMixed(Rule, frozen=True):
    """The work is spoken of in the present here and in the past there.

    A film is still as it was: its score is thin, its camera waits. The past is for what happened once, the shoot or
    the evening you saw it. Where sentences about the work itself have both by turns, keep to the present.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad(
            "The script is sharp. The score «was» thin. The camera lingers on doors. The pacing «was» slow, and the "
            "dialogue is fine."
        ),
        Bad("The film looks cheap. The editing «was» loose. The ending «was» a mess. The acting is good."),
    )
    good = (
        "The script is sharp. The score is thin. The film was shot in a week. The film won a prize.",
        "The script was sharp. The score was thin. The camera lingered. The pacing was slow.",
        "The film was released in May. The film was a hit in 1999. The score is thin. The camera waits.",
        "The script is sharp. The score was thin. The camera lingers on doors.",
    )

    fewest: int = 2

    def check(self, doc: Document) -> Iterator[Finding]:
        if sum(doc.source.count(word) for word in (" was ", " were ")) < self.fewest:
            return
        told = [clause for clause in main_clauses(doc) if _is_of_the_work(clause)]
        past = [clause for clause in told if clause.tense == PAST]
        present = sum(clause.tense == PRESENT for clause in told)
        if len(past) >= self.fewest and present >= max(self.fewest, len(past)):
            for clause in past:
                yield self.found(
                    clause.verb,
                    f"The work is in the present elsewhere; “{clause.verb.text}” is past. It still is as it was.",
                )


def _is_of_the_work(clause: Clause) -> bool:
    subject = clause.subject
    if subject is None or subject.head.lower not in _PARTS or subject.has_phrase:
        return False
    if clause.tense == PRESENT:
        return True
    import re

    sentence = clause.verb.sentence.text
    if clause.verb.lower in _ONCE or re.search(
        r"\b(?:1[89]|20)\d\d\b|\b(?:at the time|originally|when|then|ago)\b", sentence
    ):
        return False
    following = clause.tokens[clause.at + 1 : clause.at + 3]
    return (
        clause.verb.lower in ("was", "were")
        and bool(following)
        and not any(
            "n" in token.kinds or "g" in token.kinds or token.lower in ("to", "not", "never", "also")
            for token in following
        )
    )

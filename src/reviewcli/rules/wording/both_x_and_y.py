from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Passage, Rule, Severity
from reviewcli.rules.wording._own_phrases import own_phrases
from reviewcli.rules.wording._rates import is_dense


class BothXAndY(Rule, frozen=True):
    """“Both futuristic and familiar”, “as much about love as about loss”: two halves that weigh each other out.

    Such a pair sounds wise of any work. Say which of the two it is, or where it is the one and where the other.
    Several in one review are a warning. “Both” before nouns and names is counting, and left alone.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("It feels «both futuristic and eerily familiar»."),
        Bad("It is «as much about love as about» loss, and «at once tender and cruel»."),
        Bad("The tone is «equal parts farce and tragedy»."),
    )
    good = (
        "Both Conti and Bowie are thanked, both the men and the boys are not, and both films end.",
        "The trains are new, the trousers are 1940.",
        "He is as much a fool as his brother.",
        "They leave both black and white pieces. “It is both tender and cruel.”",
    )

    fewest: int = 2
    rate: float = 2.0

    def check(self, doc: Document) -> Iterator[Finding]:
        found = [match.passage for match in own_phrases(doc, {"both"}) if _is_figure(match.passage)]
        severity = Severity.WARNING if is_dense(len(found), doc, self.fewest, self.rate) else None
        for pair in found:
            text = " ".join(pair.text.split())
            told = (
                f"“{text}” weighs two halves and chooses none. Say where it is the one, and where the other."
            )
            yield self.found(pair, told, severity=severity)


def _is_figure(pair: Passage) -> bool:
    """Whether what is paired are qualities: not two people, two sides, black and white."""
    words = [word.lower for word in pair.words]
    if words[0] not in ("both", "at", "simultaneously", "equally", "by"):
        return True
    from reviewcli.reading.tagging.lexicon import kinds_of

    joined = words.index("and")
    ends = (words[joined - 1], words[-1])
    after = pair.block.text[pair.end : min(pair.end + 40, pair.sentence.end)]
    follows = after[:1] == " " and _is_noun(after.split()[0])
    return ends not in _FIXED and not follows and all("j" in kinds_of(word) for word in ends)


def _is_noun(text: str) -> bool:
    from reviewcli.reading.tagging.lexicon import kinds_of

    return kinds_of(text.strip(".,;:!?—").lower())[:1] in tuple("sp") and text[0].islower()


_FIXED = frozenset(
    {("black", "white"), ("old", "new"), ("young", "old"), ("male", "female"), ("public", "private")}
)

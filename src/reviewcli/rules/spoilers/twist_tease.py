from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity
from reviewcli.rules.spoilers._marked import is_marked, warns

_SECRETS = r"(?:it|too much|the (?:plot|story|ending|twists?|surprises?))"
_NOT = r"(?: will not|['’]ll not| won['’]t| wouldn['’]t(?: want to)?| shall not| don['’]t want to| dare not)"
_BIG = r"(?:shocking|jaw-dropping|mind-blowing|mind-bending|big|final|last-minute|surprise|late)"
# Patterns, each behind the words of which one stands in whatever it finds.
_TEASE = (
    (("without",), rf"\bwithout (?:giving|spoiling|revealing|ruining) (?:away )?{_SECRETS}(?: away)?\b"),
    (("without",), r"\bwithout giving (?:away (?:anything|much)|(?:anything|much|a thing) away)\b"),
    (
        ("spoil", "reveal", "ruin", "give"),
        rf"\b(?:I|we){_NOT} (?:spoil|reveal|ruin|give (?:(?:it|anything|too much|much) )?away)\b",
    ),
    (("spoilers",), r"\bno spoilers(?: here)?,? but\b"),
    (("twist",), rf"\b(?:the|its|has a|with a|a) (?:\w+[- ])?{_BIG} (?:plot )?twist\b"),
    (("twist",), r"\btwist (?:ending|you (?:won['’]t|will never|never) see coming)\b"),
    (
        ("coming",),
        r"\b(?:you|nobody) (?:won['’]t|will never|will|never|could) see (?:it |the (?:twist|end(?:ing)?) )?coming\b",
    ),
    (("seem",), r"\bnot (?:all|everything|everyone) is (?:what|as|who) (?:it|they) seems?\b"),
)


class TwistTease(Rule, frozen=True):
    """The text announces that there is a twist.

    A reader who waits for a surprise is no longer surprised, and “without giving too much away” gives away
    that there is something to give. Say nothing, or mark the part that tells. A draft that warns of spoilers is left
    alone.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("«Without giving too much away», the butler matters."),
        Bad("It «has a shocking twist». «I won’t spoil» it, but «you won’t see it coming»."),
    )
    good = (
        "The butler matters. She twists the cap, and the road has a big bend.",
        "Spoilers ahead.\n\nIt has a shocking twist.",
        "“Without giving too much away,” as the poster says.",
        "The child is spoilt. He leaves without giving anything to the poor.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        if warns(doc):
            return
        for block in doc.prose:
            for needed, pattern in _TEASE:
                if not any(word in block.lowered for word in needed):
                    continue
                for passage in block.whole.find(pattern):
                    if not passage.is_quoted and not is_marked(doc, passage.span):
                        words = " ".join(passage.text.split())
                        told = f"“{words}” announces a surprise, and so spoils it. Say nothing."
                        yield self.found(passage, told)

from __future__ import annotations

import functools
import re

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Sentence, Severity
from reviewcli.rules.wording._evidence import after, shows

_LABELS = frozenset(
    "pretentious overrated underrated boring quirky cheesy self-indulgent derivative formulaic cliched clichéd "
    "forgettable mediocre dull tedious unoriginal generic bland soulless problematic dated corny campy cringe cringy "
    "cringeworthy".split()
)
_REASON = (
    r"\b(?:because|when|whenever|since|as|for|so|than|where|which|that|if|unless|until|by|like|but|though|with|without"
    r"|from|in)\b|[:;—–“\"]|--"
)
_REASON_NEXT = (
    r"^(?:It|He|She|They|Every|Each|When|There|No|The (?:first|second|third|last|whole|same|next|jokes?))\b"
)


class LabelNotReason(Rule, frozen=True):
    """A label is given, and no reason.

    “It is pretentious” tells how you felt, not what it did. Tell what it did; the label will come to the reader by
    itself. A reason in the sentence, or right behind it, is enough.
    """

    severity = Severity.SUGGESTION
    bad = (
        Bad("It is «pretentious»."),
        Bad("The middle is very «boring» and «formulaic». Music is by Jane Doe."),
    )
    good = (
        "It quotes Heidegger to sell a car chase.",
        "It is pretentious. It quotes Heidegger to sell a car chase.",
        "It is boring because nobody wants anything.",
        "A quirky boy meets a boring girl.",
        "He says the town is boring.",
        "Nobody is boring. “It is boring,” she says. It is never dull.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for sentence in doc.sentences:
            labels = [word for word in sentence.words if word.lower in _LABELS]
            if not labels or sentence.is_quoted or _has_reason(sentence):
                continue
            for label in labels:
                if _predicate().search(label.before) and re.match(r"\s*(?:[.!,]|and\b|$)", label.after):
                    yield self.found(
                        label, f"“{label.text}” is a label. Say what the work does that earned it."
                    )


def _has_reason(sentence: Sentence) -> bool:
    """Whether the sentence or the next one says why."""
    if re.search(_REASON, sentence.text):
        return True
    following = after(sentence)
    return following is not None and bool(shows(following) or re.match(_REASON_NEXT, following.text))


@functools.cache
def _predicate() -> re.Pattern[str]:
    return re.compile(
        r"^(?!.*\b(?:not|never|n['’]t|nobody|says?|said|thinks?|anything)\b).*\b(?:is|was|are|were|feels?|seems?"
        r"|gets?|becomes?|remains?|(?:it|that)['’]s)\s+(?:(?:\w+ly|a bit|a little|so|too|very|just|pretty|quite|rather"
        r"|also|all|more|somewhat|\w+ and|\w+,) )*$",
        re.IGNORECASE,
    )

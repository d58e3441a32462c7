from __future__ import annotations

from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules import Bad, Document, Finding, Iterator, Rule, Severity, Word

_MODALS = frozenset(
    """could would should must might couldn't wouldn't shouldn't mustn't mightn't could've would've should've
    must've might've i'd you'd he'd she'd we'd they'd""".split()
)
_BETWEEN = frozenset({"not", "never", "also", "only", "just", "really", "easily", "always"})
# With these a clause may end in “could”, and “of” go on: more than we could of cut flowers.
_COMPARING = frozenset("as than what whatever all much such so whose which who".split())
_ADVERBS = frozenset({"never", "also", "only", "just", "always", "even", "almost", "long", "ever", "well"})


class CouldOf(Rule, frozen=True):
    """“of” stands for “have” behind could, would, should, must or might, or behind “I'd”.

    They sound alike in speech: “could've” and “could of”. In a quotation, where it may be how somebody talks, it is a
    warning.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It could «of» been great.", fixed="It could have been great."),
        Bad(
            "She should not «of» gone, and they would never «of» known.",
            fixed=("She should not have gone, and they would never have known."),
        ),
        Bad("It must «OF» hurt.", fixed="It must have hurt."),
        Bad("There is a scene that I'd «of» cut.", fixed="There is a scene that I'd have cut."),
    )
    good = (
        "It could of course be worse.",
        "He did more than he could of the work.",
        "It must of necessity end; we never spoke of might, of could, of would.",
        "What they could of it they kept.",
        "They took what she'd of the money, and I'd of course go.",
        "It is more than we could of him. The might of those gone before.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if "of" not in block.plain_words or _MODALS.isdisjoint(block.plain_words):
                continue
            for number, word in enumerate(block.words):
                if number and word.lower == "of" and _is_have(block.words, number):
                    message = "“of” should be “have” here."
                    yield self.found(word, message, fix="have", safe=_is_certain(block.words, number))


def _is_have(words: tuple[Word, ...], number: int) -> bool:
    """Whether a modal stands in front, with “not” or “never” between at most, and a participle behind."""
    before = words[number - 1]
    if before.lower in _BETWEEN and number > 1:
        before = words[number - 2]
    following = words[number + 1] if number + 1 < len(words) else None
    modal = before.lower.replace("’", "'")
    if modal not in _MODALS or following is None or not _are_joined(before, words[number], following):
        return False
    participle = following
    if following.lower in _ADVERBS or following.lower.endswith("ly"):
        participle = words[min(number + 2, len(words) - 1)]
    lower = participle.lower
    kinds = kinds_of(lower)
    return "n" in kinds or "d" in kinds or (not kinds and lower.endswith("ed"))


def _is_certain(words: tuple[Word, ...], number: int) -> bool:
    """Whether nobody is quoted and what follows is no noun that “of” could lead to."""
    of, following = words[number], words[number + 1]
    before = words[max(number - 12, 0) : number - 1]
    is_noun = not following.lower.endswith("ly") and {"s", "j"} & set(kinds_of(following.lower))
    compares = any(word.lower in _COMPARING for word in before if word.sentence == of.sentence)
    return not (of.is_quoted or of.is_emphasised or is_noun or compares)


def _are_joined(before: Word, of: Word, following: Word) -> bool:
    """Whether only blanks and words stand between."""
    text = of.block.text
    return not set(text[before.end : of.start] + text[of.end : following.start]) & set(",.;:!?()—–")

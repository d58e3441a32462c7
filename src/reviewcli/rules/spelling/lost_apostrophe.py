from __future__ import annotations

import functools

from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules import Bad, Block, Document, Finding, Iterator, Rule, Severity, Word

_NEGATIONS = "do does did is was are were have has had could should would must need might".split()
# In small letters; those that are words themselves (wont, cant, were, its, ill, wed, id, hed) are not here.
_CERTAIN = {
    **{f"{verb}nt": f"{verb}n't" for verb in _NEGATIONS},
    **dict(
        pair.split("=")
        for pair in """youre=you're theyre=they're youve=you've theyve=they've weve=we've youll=you'll theyll=they'll
        itll=it'll thatll=that'll youd=you'd theyd=they'd itd=it'd thats=that's theres=there's whats=what's
        heres=here's wheres=where's whos=who's hes=he's shes=she's couldve=could've wouldve=would've
        shouldve=should've mightve=might've mustve=must've arent=aren't aint=ain't yall=y'all
        didnt=didn't wouldnt=wouldn't im=I'm ive=I've""".split()
    ),
}
_WITHOUT = frozenset({*_CERTAIN, "cant", "wont"})
# In front of these words as nouns: a thief's cant, her wont, of cant.
_NO_SUBJECTS = frozenset(
    "a an the my your his her its our their of is was as in by with is are were be been no and or than".split()
)


class LostApostrophe(Rule, frozen=True):
    """A contraction has lost its apostrophe.

    The word that is left is none, or another: “dont”, “theyre”, “wont”.
    """

    severity = Severity.ERROR
    bad = (
        Bad("It «isnt» bad, and they «dont» care.", fixed="It isn't bad, and they don't care."),
        Bad("«Im» sure that «Ive» seen it.", fixed="I'm sure that I've seen it."),
        Bad(
            "«Thats» all. She «cant» sing and it «wont» matter.",
            fixed=("That's all. She can't sing and it won't matter."),
        ),
        Bad("He’s sure that they «couldnt».", fixed="He’s sure that they couldn’t."),
    )
    good = (
        "She sings, as is her wont. A thieves' cant; she is wont to cant.",
        "He is ill in bed; they wed in May, in a shed, as we were.",
        "The IM was from Ive, and Thats is a band. Im Westen nichts Neues.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for block in doc.prose:
            if _WITHOUT.isdisjoint(block.plain_words):
                continue
            for number, word in enumerate(block.words):
                right = _contraction(block, number)
                if right is not None:
                    fix = right.replace("'", "’") if "’" in block.text else right
                    yield self.found(word, f"“{word.text}” lacks its apostrophe: “{fix}”.", fix=fix)


def _contraction(block: Block, number: int) -> str | None:
    """What the word should be, or None."""
    word = block.words[number]
    text = word.text
    lower = text.lower()
    right = _CERTAIN.get(lower)
    if right is None:
        right = _ambiguous(block.words, number) if lower in {"cant", "wont"} else None
        if right is None:
            return None
    if text[1:] != lower[1:]:
        return None
    if text[0].isupper() and not word.opens_sentence and not (right[0] == "I" and _is_me(block, number)):
        return None
    if right[0] == "I" and not _is_me(block, number):
        return None
    return right[0].upper() + right[1:] if text[0].isupper() else right


def _ambiguous(words: tuple[Word, ...], number: int) -> str | None:
    """“cant” and “wont” in front of a verb and behind its subject: they cant see, the film wont help."""
    word = words[number]
    if not 0 < number < len(words) - 1:
        return None
    before, following = words[number - 1].lower.replace("’", "'"), words[number + 1].lower
    if before in _NO_SUBJECTS or before.endswith(("'s", "s'", "'")) or kinds_of(before)[:1] == "j":
        return None
    is_verb = following in {"be", "have", "help", "even", "quite", "ever"} or "b" in kinds_of(following)
    if not is_verb or not word.block.text[word.end : words[number + 1].start].isspace():
        return None
    return {"cant": "can't", "wont": "won't"}[word.lower]


def _is_me(block: Block, number: int) -> bool:
    """Whether “im” or “ive” is in English: a word of ours follows."""
    following = block.words[number + 1].lower if number + 1 < len(block.words) else ""
    return bool(following) and (following in _behind_me() or kinds_of(following)[:1] in {"g", "n", "j"})


@functools.cache
def _behind_me() -> frozenset[str]:
    return frozenset(
        "not a an the so too very just also still sure never always been in only really going".split()
    )

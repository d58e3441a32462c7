from __future__ import annotations

import functools
import re
from collections.abc import Sequence

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
_STYLE = (
    3  # as many in one text, and no more of their kind with an apostrophe, are a style: Faulkner's, Shaw's
)
_PRONOUNS = frozenset("i you he she it we they who that there this".split())
_DETERMINERS = frozenset("the a an these those my your his her our their all both no some many".split())
_PREPOSITIONS = frozenset("in of by with for to at on from into about".split())
_VOICES = frozenset({"aint", "yall"})  # how somebody talks, which is spelled as the writer hears it
# In front of these words as nouns: a thief's cant, her wont, of cant.
_NO_SUBJECTS = frozenset(
    "a an the my your his her its our their of is was as in by with is are were be been no and or than".split()
)


class LostApostrophe(Rule, frozen=True):
    """A contraction has lost its apostrophe.

    The word that is left is none, or another: “dont”, “theyre”, “wont”. In a quotation, a title or beside words that
    are not English it is a warning, and so it is in a text that leaves out three or more, and as many as
    it keeps of the kind (of n't, or of 're, 've, 'll, 'm and 's): many a novelist writes so.
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
        "*Dont Look Back* is a film. Aint Them Bodies Saints is one too.",
        "The hes and the shes of it; Jonathan Ive designed it. The cant of thieves. Cant rail, as is their wont.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        slips = []
        for block in doc.prose:
            if _WITHOUT.isdisjoint(block.plain_words):
                continue
            for number in range(len(block.words)):
                right = _contraction(block, number)
                if right is not None:
                    slips.append((block, number, right.replace("'", "’") if "’" in block.text else right))
        is_style = _is_style([right for _, _, right in slips], doc.source)
        for block, number, right in slips:
            word = block.words[number]
            safe = not is_style and _is_certain(block.words, number)
            yield self.found(word, f"“{word.text}” lacks its apostrophe: “{right}”.", fix=right, safe=safe)


def _contraction(block: Block, number: int) -> str | None:
    """What the word should be, or None."""
    word = block.words[number]
    text, lower = word.text, word.lower
    if lower not in _WITHOUT or text[1:] != lower[1:]:
        return None
    right = _CERTAIN.get(lower) or _ambiguous(block.words, number)
    if right is None or not (right.endswith("n't") or _goes_on(block, number)):
        return None
    if right[0] == "I":
        if not _is_me(block, number):
            return None
    elif text[0].isupper() and not _opens(block.words, number):
        return None
    return right[0].upper() + right[1:] if text[0].isupper() else right


def _goes_on(block: Block, number: int) -> bool:
    """Whether it is no noun (the hes and shes) and a word follows: no sentence ends in “he's”."""
    word = block.words[number]
    if number and block.words[number - 1].lower in _DETERMINERS:
        return False
    following = block.words[number + 1] if number + 1 < len(block.words) else None
    return following is not None and block.text[word.end : following.start].strip('"“‘*_').isspace()


def _opens(words: Sequence[Word], number: int) -> bool:
    """Whether its capital is the sentence's, and not a title's: Dont Look Back."""
    following = words[number + 1] if number + 1 < len(words) else None
    is_title = following is not None and following.is_capitalised and following.text != "I"
    return words[number].opens_sentence and not is_title


def _is_certain(words: Sequence[Word], number: int) -> bool:
    """Whether the words beside it are English, nobody is quoted, and it is no other word."""
    word = words[number]
    if word.is_quoted or word.is_emphasised:
        return False
    beside = [*words[max(number - 1, 0) : number], *words[number + 1 : number + 2]]
    if not all(_is_english(it) for it in beside if it.sentence == word.sentence):
        return False
    if word.lower in _VOICES:
        return False
    before = words[number - 1].lower if number and not word.opens_sentence else ""
    if word.lower in ("cant", "wont"):
        return before in _PRONOUNS
    if before in _PREPOSITIONS and not word.lower.endswith("nt"):
        return False  # in hes bit garten
    return word.text != "Ive" or word.opens_sentence or "d" not in kinds_of(words[number + 1].lower)


def _is_english(word: Word) -> bool:
    plain = word.lower.replace("’", "").replace("'", "").split("-")[0]
    return word.is_capitalised or word.is_number or plain in _WITHOUT or bool(kinds_of(plain))


def _is_style(slips: Sequence[str], source: str) -> bool:
    """Whether so many contractions of a kind are without an apostrophe that it is on purpose."""
    negations = sum(right.endswith("t") for right in slips)
    counted = {"n't": negations, "'s": len(slips) - negations}
    return any(lost >= _STYLE and lost >= len(_kept(kind).findall(source)) for kind, lost in counted.items())


@functools.cache
def _kept(kind: str) -> re.Pattern[str]:
    if kind == "n't":
        return re.compile(r"\wn['’]t\b")
    return re.compile(
        r"\w['’](?:re|ve|ll|m|d)\b|\b(?:that|there|what|here|where|who|s?he|it)['’]s\b", re.IGNORECASE
    )


def _ambiguous(words: tuple[Word, ...], number: int) -> str | None:
    """“cant” and “wont” in front of a verb and behind its subject: they cant see, the film wont help."""
    word = words[number]
    if not 0 < number < len(words) - 1 or word.opens_sentence:
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
    word, following = block.words[number], next(iter(block.words[number + 1 : number + 2]), None)
    if following is None or not following.text.islower():
        return False
    if word.is_capitalised and not word.opens_sentence and block.words[number - 1].is_capitalised:
        return False  # Jonathan Ive designed it
    return following.lower in _behind_me() or kinds_of(following.lower)[:1] in ("g", "n", "j")


@functools.cache
def _behind_me() -> frozenset[str]:
    return frozenset(
        "not a an the so too very just also still sure never always been in only really going".split()
    )

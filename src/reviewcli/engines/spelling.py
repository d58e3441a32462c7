"""Which words that an engine calls misspelt are right all the same."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reviewcli.engines.known_words import is_known
from reviewcli.engines.marks import Mark
from reviewcli.engines.prose import Prose
from reviewcli.engines.suggestions import distance, neighbours
from reviewcli.engines.unlisted import is_far_from_all, is_loose_part, opens_as_name
from reviewcli.engines.words import is_lost_apostrophe, plain_letters, without_possessive, words_in
from reviewcli.reading.common_words import is_common
from reviewcli.reading.tagging.lexicon import kinds_of

# Words that run into their neighbours: “infact”, “thefilm”. Two words of meaning are a compound, run together or not.
_RUN_TOGETHER = frozenset(
    (
        "a all an and any as at be by each every for from i in is it me my no not of on or so some that "
        "the their them this to was we with you your"
    ).split()
)
_PREFIXES = tuple(
    (
        "anti auto bi co counter cross cyber de dis docu eco euro ex extra fore hyper in inter mega meta "
        "micro mid mini mis mono multi neo neuro non out over pan post pre pro proto pseudo psycho quasi "
        "re retro self semi sub super techno trans tri uber ultra un under up"
    ).split()
)
_SUFFIXES = tuple(
    (
        "ability able ably craft dom er ers esque ess ette fest free ful hood ian ibility ify ing isation "
        "ise ish ishly ism ist ization ize less lessly lessness let like ling ly man men ment ments ness "
        "person proof scape ship some verse ward wards ware wise woman women work world worlds worthy"
    ).split()
)
_SHORTEST_STEM = 4
_LONGEST_PARTICLE = 3
_COMMON, _COMMONEST = 20_000, 3_000
_LONG_COMPOUND, _SHORTEST_HALF = 8, 4
_UNCOUNTED = frozenset(
    "livestock furniture luggage baggage homework equipment advice knowledge software scenery jewelry jewellery".split()
)


def is_right(prose: Prose, mark: Mark, names: frozenset[str], *, any_dialect: bool) -> bool:
    """Whether what looks misspelt is a name, a word of our lists, a coinage, or meant."""
    text = prose.text[mark.start : mark.end]
    if _is_meant(prose.text, mark) or any(_is_named(prose, part, names) for part in words_in(text)):
        return True
    word = without_possessive(text)
    if len(word) == 1 and text != word:
        return True  # p's and q's
    if is_lost_apostrophe(word):
        return False
    if (
        opens_as_name(prose.text, mark)
        or is_loose_part(prose.text, mark)
        or is_far_from_all(word, mark.replacements)
    ):
        return True
    return (
        is_known(word, any_dialect=any_dialect)
        or _is_contracted(word)
        or _is_only_accented(word, mark.replacements)
        or _is_in_another_case(word, mark.replacements)
        or _does_as_its_verb(word.lower(), mark.replacements)
        or _is_hyphenated(word)
        or _is_compound(word, mark.replacements)
        or is_coined(word, mark.replacements)
    )


def _is_meant(text: str, mark: Mark) -> bool:
    """Whether the writer says so, or it is a piece of what an engine splits: 1970s, 4K, ol', neo-noir, a--b."""
    before, word = text[max(mark.start - 30, 0) : mark.start], text[mark.start : mark.end]
    after = text[mark.end : mark.end + 1]
    return (
        "--" in word
        or any(letter.isdigit() for letter in word)
        or _sic().match(text, mark.end) is not None
        or _figure_or_name_before().search(before) is not None
        or (after == "-" and word.lower() in _PREFIXES)
        or (after in ("'", "’") and word.lower().endswith(("in", "o", "ol", "th")))
        or _is_particle(before, word, text[mark.end : mark.end + 3])
    )


def _is_particle(before: str, word: str, after: str) -> bool:
    """Whether it is a small word between two names: Leonardo da Vinci."""
    if len(word) > _LONGEST_PARTICLE or not word.islower():
        return False
    return _name_before().search(before) is not None and _name_after().match(after) is not None


def _is_named(prose: Prose, part: str, names: frozenset[str]) -> bool:
    word = without_possessive(part)
    if word in names or prose.doc.names.knows(word):
        return True
    if word.endswith("s") and prose.doc.names.knows(word.removesuffix("s")):
        return True  # the Twomblys, gom jabbars
    # McAvoy and eXistenZ are names; THe is a slip of the shift key.
    return (word.isupper() and word.capitalize() in names) or _humped().search(word) is not None


def _is_contracted(word: str) -> bool:
    """Whether a common word carries a verb that was shortened: this'll, who'd."""
    stem, apostrophe, verb = word.lower().replace("’", "'").partition("'")
    return bool(apostrophe) and verb in ("d", "ll", "re", "ve") and _is_common(stem)


def _is_only_accented(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether the dictionary has the word without its accents: exposé, fiancée."""
    plain = plain_letters(word)
    return plain != word.lower() and (
        any(plain_letters(it) == plain for it in replacements) or is_known(plain, any_dialect=True)
    )


def _is_in_another_case(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether the dictionary has the word as a name, and English as a plain noun too: capuchin; not portugal."""
    return word.islower() and word.capitalize() in replacements and kinds_of(word)[:1] in ("s", "b", "j")


def _does_as_its_verb(lower: str, replacements: tuple[str, ...]) -> bool:
    """Whether -er makes a doer of a common verb: salvager, pleaser; not beginer, which is a beginner."""
    word = lower.removesuffix("s")
    if not word.endswith("er") or any(
        it.lower().startswith(f"{word[:-2]}{word[-3]}er") for it in replacements
    ):
        return False
    return any(
        "b" in kinds_of(verb) and is_common(verb, _COMMON) for verb in (word[:-2], word[:-1]) if verb[3:]
    )


def _is_hyphenated(word: str) -> bool:
    """Whether every part of a compound with hyphens is a word or a prefix: docu-drama, tour-de-force."""
    parts = word.lower().split("-")
    return len(parts) > 1 and all(
        part in _PREFIXES
        or part in ("de", "en", "du", "la", "le")
        or _is_common(part)
        or is_known(part, any_dialect=True)
        for part in parts
    )


def _is_compound(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether the only thing wrong is that two words of meaning stand as one: soundstage, supervillain."""
    parts = replacements[0].lower().split() if replacements else []
    if len(parts) != 2 or "".join(parts) != word.lower() or neighbours(word):
        return _is_of_two_nouns(word.lower())
    return not any(part in _RUN_TOGETHER for part in parts) or not all(_is_common(part) for part in parts)


def _is_of_two_nouns(word: str) -> bool:
    """Whether two plain words of meaning stand as one: firehose, moviehouse."""
    if not (word.isalpha() and len(word) >= _LONG_COMPOUND):
        return False
    return any(
        is_common(word[:at], _COMMON)
        and is_common(word[at:], _COMMON)
        and kinds_of(word[:at])[:1] in ("s", "j")
        and kinds_of(word[at:])[:1] in ("s", "p")
        and not {word[:at], word[at:]} & _RUN_TOGETHER
        for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
    )


def is_coined(word: str, replacements: tuple[str, ...] = ()) -> bool:
    """Whether a word that no dictionary has is a known one with a living prefix or suffix: unfilmable.

    A word that is near to a common one is a slip instead.
    """
    lower, offered = word.lower(), {it.lower() for it in replacements}
    if _is_inflected(lower, offered):
        return True
    stems = {*_stems(lower), *(deeper for stem in _stems(lower) for deeper in _stems(stem))}
    if not any(stem in offered or _is_common(stem) for stem in stems) or " " in "".join(offered):
        return False
    near = {*neighbours(lower), *(it for it in offered if _is_common(it))} - {"re" + stem for stem in stems}
    # A hand that slips swaps, drops and doubles; it seldom puts one consonant for another (retiming, retiring).
    return not any(distance(lower, it) <= 1 for it in near)


def _is_inflected(lower: str, offered: set[str]) -> bool:
    """Whether only the -s of a plural or a verb is not in the dictionary: etiquettes, dumbs; not informations."""
    stem = lower.removesuffix("s")
    return stem != lower and stem in offered and not is_common(stem, _COMMONEST) and stem not in _UNCOUNTED


def _stems(word: str) -> list[str]:
    """What is left of a word without a prefix, a suffix, a plural's s."""
    word = word.removesuffix("s") if not word.endswith("ss") else word
    cut = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            cut += _before_suffix(word.removesuffix(suffix), suffix)
    return [stem for stem in cut if len(stem) >= _SHORTEST_STEM]


def _before_suffix(stem: str, suffix: str) -> Iterator[str]:
    """What a stem may have been before a suffix changed it: drive of “driv-ing”, plan of “plann-ed”."""
    if suffix == "ly" and not set("jng") & set(kinds_of(stem)):
        return  # developly, unplanly
    yield from (stem, f"{stem}e", f"{stem[:-1]}y" if stem.endswith("i") else stem)
    if stem[-1:] == stem[-2:-1]:
        yield stem[:-1]


def _is_common(word: str) -> bool:
    """Whether it is among the common words; a short one must be among the commonest."""
    return is_common(word, _COMMON if len(word) > _SHORTEST_STEM else _COMMONEST)


@functools.cache
def _humped() -> re.Pattern[str]:
    return re.compile(r"[^\W\dA-Z_][A-Z]")


@functools.cache
def _figure_or_name_before() -> re.Pattern[str]:
    return re.compile(r"(?:\d['’]?|\w [A-Z]\w+-)$")


@functools.cache
def _name_before() -> re.Pattern[str]:
    return re.compile(r"[^\W\da-z_]\w+ $")


@functools.cache
def _name_after() -> re.Pattern[str]:
    return re.compile(r" [^\W\da-z_]\w")


@functools.cache
def _sic() -> re.Pattern[str]:
    return re.compile(r"[\"”’']*\s*\[sic\]", re.IGNORECASE)

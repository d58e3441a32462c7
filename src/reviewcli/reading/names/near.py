"""Names of a text that are nearly, but not quite, names of the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from reviewcli.document import Block, Document, Passage
from reviewcli.document.ranges import has_edge
from reviewcli.notes.surnames import PARTICLES, TITLES, fold
from reviewcli.reading.names.known import SHORTEST_ALONE, KnownName, KnownNames, differing
from reviewcli.reading.names.spelling import marked, slip_distance
from reviewcli.reading.names.words import NameWord, name_words, runs
from reviewcli.reading.tagging.lexicon import kinds_of

# Words that open a sentence in front of a name.
_OPENERS = frozenset(
    """a after again all also although an and another as at because before both but by even finally first for
    from given having her here his how however if in indeed instead its later like meanwhile my nor not now
    of on once only or our perhaps since so soon still than that the their then there though through thus to
    too under unlike until what when where whether which while who why with without yet""".split()
)
# After a name that opens a sentence; "Copper wires" does not go on so.
_VERBS = frozenset(
    """is was has had plays played gives gave makes made does did can will would may might gets got takes took
    brings brought finds found never always also and or""".split()
)
# Capitals that are nobody's name, and near enough to one.
_NOBODY = frozenset(
    """academy africa african alien america american april argentina asian athens atlantic august austria
    austrian belgian belgium berlin bible boston brazil britain british broadway buddhist cairo california
    canada canadian catholic celtic chicago chile china chinese christ christian christmas church civil
    coast colombia columbia communist congress council county court criterion cuban culture czech dallas
    danish death december denmark denver devil disney dublin dutch earth easter eastern egypt egyptian
    empire england english european extra february finnish florida france french friday georgia german
    germany gothic greece greek hammer hannah havana heaven hindu hispanic history holland holocaust
    internet iranian iraqi ireland irish islam israel israeli italian italy january japan japanese jewish
    kansas kenya korea korean latin latino london madrid marine marines march marvel mexican mexico miami
    milan minister monday moscow muslim mother naples nature nazis netflix nigeria north northern norway
    november nurse ocean october orient orleans pacific palace paramount paris persia persian poland polish
    prague queen republic river roman romans russia russian saturday scotland scottish senate september
    shakespearean sicily silver south southern soviet space spain spanish state states steam sunday sweden
    swedish swiss sydney technicolor texan texas thailand thursday tokyo troy tuesday turkey turkish union
    universal vatican venice victorian vienna vietnam virgin virginia wales warsaw wednesday welsh west
    western westerns zombie""".split()
)


class Slip(msgspec.Struct, frozen=True):
    """A name that is not as the notes have it: what stands there, what should, and whose name it is."""

    passage: Passage
    right: tuple[str, ...]
    name: str
    accents_only: bool = False


class _Text(msgspec.Struct, frozen=True):
    """The whole text, to judge a lone word by.

    `capitals` counts the words in names and other capitals, `company` are those that stand beside another.
    """

    capitals: Counter[str]
    company: frozenset[str]
    doc: Document

    def has_small(self, word: str) -> bool:
        """Whether a word also occurs without a capital."""
        pattern = rf"(?<!\w){re.escape(word.lower())}(?!\w)"
        return any(re.search(pattern, block.text) for block in self.doc.prose)


def near_names(doc: Document) -> Iterator[Slip]:
    """Every name of a document that is nearly one of its notes."""
    known = KnownNames(doc)
    found = [(block, list(_runs(block, known))) for block in doc.blocks]
    every = [run for _, block_runs in found for run in block_runs]
    text = _Text(
        capitals=Counter(word.folded for run in every for word in run),
        company=frozenset(word.folded for run in every for word in _company(run)),
        doc=doc,
    )
    for block, block_runs in found:
        for run in block_runs:
            yield from _slips_of_run(block, run, known, text)


def _runs(block: Block, known: KnownNames) -> Iterator[list[NameWord]]:
    words = name_words(block.text, known.small)
    if block.emphasis:
        words = [
            msgspec.structs.replace(word, joins=False) if _is_parted(block, before, word) else word
            for before, word in zip([None, *words], words, strict=False)
        ]
    return runs(words, known.small)


def _is_parted(block: Block, before: NameWord | None, word: NameWord) -> bool:
    return before is not None and has_edge(block.emphasis, before.end, word.start)


def _company(run: list[NameWord]) -> list[NameWord]:
    """The words of a run that stand beside other words of a name; none where there is only one."""
    names = [word for word in run if _may_be_name(word)]
    return names if len(names) > 1 else []


def _may_be_name(word: NameWord) -> bool:
    return word.folded not in _OPENERS and word.folded not in TITLES


def _slips_of_run(block: Block, run: list[NameWord], known: KnownNames, text: _Text) -> Iterator[Slip]:
    free = [True] * len(run)
    has_company = bool(_company(run))
    windows = (slice(n, n + size) for size in known.sizes for n in range(len(run) - size + 1))
    for piece in windows:
        if all(free[piece]):
            is_taken, slip = _read(block, run[piece], known, has_company=has_company)
            if is_taken:
                free[piece] = [False] * len(run[piece])
            if slip:
                yield slip
    names = [(word, is_free) for word, is_free in zip(run, free, strict=True) if _may_be_name(word)]
    if len(names) == 1 and names[0][1]:
        yield from _slip_alone(block, names[0][0], known, text)


def _read(
    block: Block, window: list[NameWord], known: KnownNames, *, has_company: bool
) -> tuple[bool, Slip | None]:
    """Whether some words of a run are a name or nearly one, and the slip in them; `has_company`: the run has more."""
    folded = tuple(word.folded for word in window)
    if folded in known.titles:
        return True, None
    if forms := known.exact(folded):
        is_part = len(window) == 1 and has_company
        return True, None if is_part else _accent_slip(block, window, forms)
    slip = _near_slip(block, window, known)
    return slip is not None, slip


def _near_slip(block: Block, window: list[NameWord], known: KnownNames) -> Slip | None:
    passage = Passage(block, window[0].start, window[-1].end)
    if len(window) == 1 or _is_in_longer_italics(passage):
        return None
    forms = known.with_initials(tuple(word.folded for word in window))
    near = [(distance, form) for form in forms if (distance := _distance(window, form, known))]
    if not near:
        return None
    least = min(distance for distance, _ in near)
    nearest = [form for distance, form in near if distance == least]
    piece = differing(window, nearest[0])
    right = dict.fromkeys(_repaired(block, window[piece], form.words[piece]) for form in nearest)
    wrong = window[piece]
    return Slip(Passage(block, wrong[0].start, wrong[-1].end), tuple(right), nearest[0].name)


def _is_in_longer_italics(passage: Passage) -> bool:
    """Whether it is part of a title: *Dr. Heckyl and Mr. Hype*."""
    return any(
        start <= passage.start and passage.end <= end and end - start > passage.end - passage.start + 2
        for start, end in passage.block.emphasis
    )


def _distance(window: list[NameWord], form: KnownName, known: KnownNames) -> int:
    """How far a row of words is from a name; 0 where it is another one."""
    total = different = 0
    for number, (word, right) in enumerate(zip(window, form.folded, strict=True), 1):
        if word.folded == right:
            continue
        is_particle = len(window) > 2 and {word.folded, right} <= PARTICLES
        if is_particle:  # van den Berg, van der Berg
            distance = int(word.text.islower() and abs(len(word.folded) - len(right)) <= 1)
        elif word.is_capitalised and word.folded not in known.words:
            distance = slip_distance(word.folded, right, 2, is_given=number < len(window))
        else:
            return 0
        if not distance:
            return 0
        total += distance
        different += not is_particle
    is_all_wrong = different == len(window) and any(len(word) < 5 for word in form.folded)
    return 0 if total > 2 or is_all_wrong else total


def _slip_alone(block: Block, word: NameWord, known: KnownNames, text: _Text) -> Iterator[Slip]:
    """A slip in a word that stands alone: there the context must speak for a name."""
    passage = Passage(block, word.start, word.end)
    folded = word.folded
    if len(folded) < SHORTEST_ALONE or folded in known.words or folded in text.company or folded in _NOBODY:
        return
    near = [
        form
        for form in known.alone(folded)
        if slip_distance(folded, form.folded[0], 1)
        and form.folded[0] != folded + "s"
        and _is_likely(word, form.folded[0], known, text)
    ]
    if (
        near
        and not text.has_small(word.text)
        and not passage.is_emphasised
        and _stands_as_name(passage, word)
    ):
        right = dict.fromkeys(_repaired(block, [word], form.words) for form in near)
        yield Slip(passage, tuple(right), near[0].name)


def _is_likely(word: NameWord, right: str, known: KnownNames, text: _Text) -> bool:
    """Whether the name is meant: the right one does not occur, or is long or frequent and this one occurs once."""
    if right not in text.capitals:
        return True
    is_lone = text.capitals[word.folded] == 1
    return is_lone and (known.is_long_surname(right) or (len(right) > 4 and text.capitals[right] > 2))


def _stands_as_name(passage: Passage, word: NameWord) -> bool:
    """Whether a lone word is a name where it stands; the first of a sentence may be any word in a capital."""
    if not passage.block.is_prose:
        return False
    opening = passage.sentence.words[:1]
    if not opening or opening[0].start != passage.start or word.possessive:
        return True
    following = [after.lower for after in passage.sentence.words if after.start >= passage.end][:1]
    if not following or following[0] in _VERBS:
        return bool(following)
    # No word of the language, in front of a verb: "Okafar cuts on breath"
    return not kinds_of(word.folded) and not {"z", "d"}.isdisjoint(kinds_of(following[0]))


def _repaired(block: Block, window: list[NameWord], right: Iterable[str]) -> str:
    """The words of the text as they should be, with what stands between them kept."""
    parts: list[str] = []
    for number, (word, text) in enumerate(zip(window, right, strict=True)):
        if number:
            parts.append(block.text[window[number - 1].end : word.start])
        if "’" in word.text:
            text = text.replace("'", "’")
        parts.append(text.upper() if word.text.isupper() and len(word.text) > 3 else text)
    return "".join(parts)


def _accent_slip(block: Block, window: list[NameWord], forms: list[KnownName]) -> Slip | None:
    """A slip in accents alone, where no form of any name is spelt as the text has it."""
    here = [marked(word.text) for word in window]
    if any(here == [marked(text) for text in form.words] for form in forms):
        return None
    form = forms[0]
    if any(fold(text) != fold(marked(right)) for text, right in zip(here, form.words, strict=True)):
        return None  # the words are told apart by more than accents
    passage = Passage(block, window[0].start, window[-1].end)
    return Slip(passage, (_repaired(block, window, form.words),), form.name, accents_only=True)

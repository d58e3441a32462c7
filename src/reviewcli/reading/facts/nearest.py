"""Names of a text that are nearly, but not quite, names of the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

import msgspec

from reviewcli.document import Block, Document, Passage, once
from reviewcli.document.sentence_words import opens_sentences
from reviewcli.notes.surnames import PARTICLES, TITLES, fold
from reviewcli.reading.common_words import is_common
from reviewcli.reading.facts.index import index_of
from reviewcli.reading.facts.known import SHORTEST_ALONE, KnownName, KnownNames, known_names, runs_of
from reviewcli.reading.facts.name_words import NameWord, stands_as_name
from reviewcli.reading.facts.repaired import Run, differing, repaired
from reviewcli.reading.facts.spelling import marked, share_beginning, slip_distance, slips
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.texts.findings import Noted, Span

Kind = Literal["slip", "accents", "like", "doubt"]
_COMMON = 8_000  # words among which none is a name misspelt
_LONG = 8  # letters of a name in which two may be wrong though it stands alone

# Words that open a sentence in front of a name.
_OPENERS = frozenset(
    """a after again all also although an and another as at because before both but by even finally first for
    from given having her here his how however if in indeed instead its later like meanwhile my nor not now
    of on once only or our perhaps since so soon still than that the their then there though through thus to
    too under unlike until what when where whether which while who why with without yet""".split()
)


class Near(msgspec.Struct, frozen=True):
    """A name that is not as the notes have it: what stands there, what should, and whose name it is.

    A `slip` is a letter or two off, `accents` by accents alone; `like` is one word of a name that begins as the right
    one does, and in `doubt` is what is as near to a name but may be another.
    """

    passage: Passage
    right: tuple[str, ...]
    name: str
    kind: Kind = "slip"
    noted: Noted | None = None


class _Text(msgspec.Struct, frozen=True):
    """The whole text, to judge a lone word by.

    `capitals` counts the words in names and other capitals, `company` are those that stand beside another, `named` the
    names of the notes that stand there as they should.
    """

    doc: Document
    known: KnownNames
    capitals: Counter[str]
    company: frozenset[str]
    named: set[str]

    def has_small(self, word: str) -> bool:
        """Whether a word also occurs without a capital."""
        pattern = rf"(?<!\w){re.escape(word.lower())}(?!\w)"
        return any(re.search(pattern, block.text) for block in self.doc.prose)


@once
def near_names(doc: Document) -> tuple[Near, ...]:
    """Every name of a document that is nearly one of its notes."""
    if not doc.names.people and not doc.names.words:
        return ()
    found = [(block, run) for block in doc.blocks for run in runs_of(doc, block)]
    text = _Text(
        doc,
        known_names(doc),
        Counter(word.folded for _, run in found for word in run),
        frozenset(word.folded for _, run in found for word in _company(run)),
        set(),
    )
    near = [each for block, run in found for each in _near_of_run(block, run, text)]
    index = index_of(doc)
    return tuple(
        msgspec.structs.replace(each, noted=index.noted(index.named(each.name)))
        for each in near
        if each.kind != "like" or each.name not in text.named
    )


def is_misspelt(doc: Document, place: Passage) -> bool:
    """Whether a name is nearly one of the notes, and no other name."""
    return near_at(doc, place.span) is not None


def near_at(doc: Document, span: Span) -> Near | None:
    """The name at a place that is nearly one of the notes."""
    return next((near for near in near_names(doc) if near.passage.span.overlaps(span)), None)


def _company(run: Run) -> list[NameWord]:
    """The words of a run that stand beside other words of a name; none where there is only one."""
    names = [word for word in run if _may_be_name(word)]
    return names if len(names) > 1 else []


def _may_be_name(word: NameWord) -> bool:
    return word.folded not in _OPENERS and word.folded not in TITLES


def _near_of_run(block: Block, run: Run, text: _Text) -> Iterator[Near]:
    """What is wrong with the names in a run, the longest first, then with the words that are in none."""
    taken = [0] * len(run)
    for near, piece in _taken(block, run, text, taken):
        taken[piece] = [piece.stop - piece.start] * len(run[piece])
        if near:
            yield near
    names = [(word, size) for word, size in zip(run, taken, strict=True) if _may_be_name(word)]
    if len(names) == 1 and not names[0][1]:
        found = list(_near_alone(block, names[0][0], text))
        yield from found or _doubtful(block, names[0][0], text)
    elif all(size < 2 for _, size in names):  # a surname alone is no name of this row
        found = list(_like(block, [word for word, _ in names], text))
        yield from found
        if not found and len(names) == 2 and names[1][1] and not names[0][1]:
            yield from _doubtful(block, names[0][0], text, has_company=True)


def _taken(block: Block, run: Run, text: _Text, taken: list[int]) -> Iterator[tuple[Near | None, slice]]:
    """The words of a run that are a name or nearly one, and what is wrong with them."""
    has_company = bool(_company(run))
    windows = (slice(n, n + size) for size in text.known.sizes for n in range(len(run) - size + 1))
    for piece in windows:
        if not any(taken[piece]):
            is_taken, near = _read(block, run[piece], text, has_company=has_company)
            if is_taken:
                yield near, piece


def _read(block: Block, window: Run, text: _Text, *, has_company: bool) -> tuple[bool, Near | None]:
    """Whether some words of a run are a name or nearly one, and what is wrong; `has_company`: the run has more."""
    folded = tuple(word.folded for word in window)
    if folded in text.known.titles:
        return True, None
    if forms := text.known.exact(folded):
        is_part = len(window) == 1 and has_company
        if not is_part:
            text.named.update(form.name for form in forms if len(form.folded) > 1)
        return True, None if is_part else _accent_slip(block, window, forms)
    near = _near_slip(block, window, text.known)
    return near is not None, near


def _near_slip(block: Block, window: Run, known: KnownNames) -> Near | None:
    passage = Passage(block, window[0].start, window[-1].end)
    is_in_title = any(  # *Dr. Heckyl and Mr. Hype*
        start <= passage.start and passage.end <= end and end - start > passage.end - passage.start + 2
        for start, end in block.emphasis
    )
    if len(window) == 1 or is_in_title:
        return None
    forms = known.with_initials(tuple(word.folded for word in window))
    near = [(distance, form) for form in forms if (distance := _distance(window, form, known))]
    if not near:
        return None
    least = min(distance for distance, _ in near)
    nearest = [form for distance, form in near if distance == least]
    piece = differing(window, nearest[0])
    right = dict.fromkeys(repaired(block, window[piece], form.words[piece]) for form in nearest)
    wrong = window[piece]
    kind: Kind = (
        "like" if max(len(word.folded) for word in wrong) < 4 else "slip"
    )  # Teo and Tao are two names
    return Near(Passage(block, wrong[0].start, wrong[-1].end), tuple(right), nearest[0].name, kind)


def _distance(window: Run, form: KnownName, known: KnownNames) -> int:
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


def _near_alone(block: Block, word: NameWord, text: _Text) -> Iterator[Near]:
    """What is nearly a name in a word that stands alone: there the context must speak for a name."""
    passage, folded, known = Passage(block, word.start, word.end), word.folded, text.known
    if len(folded) < SHORTEST_ALONE or folded in known.words or folded in text.company or is_common(folded):
        return
    # London is no Lyndon: a common word in a capital, a place or a given name among them, is what it is.
    forms = [form for form in known.alone(folded) if form.folded[0] != folded + "s"]
    slips = [form for form in forms if _is_slip(word, form.folded[0], text)]
    near = slips or [form for form in forms if _is_like(folded, form, text)]
    if not near or passage.is_emphasised or text.has_small(word.text) or not stands_as_name(passage, word):
        return
    right = dict.fromkeys(repaired(block, [word], form.words) for form in near)
    yield Near(passage, tuple(right), near[0].name, "slip" if slips else "like")


def _doubtful(block: Block, word: NameWord, text: _Text, *, has_company: bool = False) -> Iterator[Near]:
    """A lone name that is as near to one of the notes as a slip is, but may be another."""
    passage, folded = Passage(block, word.start, word.end), word.folded
    if len(folded) < 3 or folded in text.known.words or is_common(folded, _COMMON) or not word.text.isalpha():
        return
    is_anothers = text.capitals[folded] > 2 or (not has_company and folded in text.company)
    if is_anothers or word.text.isupper() or passage.is_emphasised:
        return
    near = [form for form in text.known.of_size(folded) if _is_near(folded, form.folded[0])]
    if not near or text.has_small(word.text):
        return
    is_called = block.text[word.end : word.end + 1] == "," and not kinds_of(folded)
    if has_company or is_called or stands_as_name(passage, word):
        right = dict.fromkeys(repaired(block, [word], form.words) for form in near)
        yield Near(passage, tuple(right), near[0].name, "doubt")


def _is_near(folded: str, right: str) -> bool:
    """Whether a letter is wrong, or two of a longer name; or the two begin alike."""
    if folded == right or folded in (right + "s", right + "es", right + "r") or right == folded + "s":
        return False
    if folded[:-1] == right[:-1] and {folded[-1], right[-1]} <= set("aeio"):
        return False  # Theodore and Theodora
    if slips(folded, right) <= (2 if max(len(folded), len(right)) > 5 else 1):
        return len(folded) == len(right) or min(len(folded), len(right)) > 3
    return share_beginning(folded, right)


def _is_slip(word: NameWord, right: str, text: _Text) -> bool:
    most = 2 if min(len(word.folded), len(right)) >= _LONG else 1
    return slip_distance(word.folded, right, most) > 0 and _is_likely(word, right, text)


def _is_like(folded: str, form: KnownName, text: _Text) -> bool:
    """Whether a name begins as a long one of the notes that the text does not have."""
    is_missing = text.known.is_long_surname(form.folded[0]) and form.name not in text.named
    return is_missing and share_beginning(folded, form.folded[0])


def _is_likely(word: NameWord, right: str, text: _Text) -> bool:
    """Whether the name is meant: the right one does not occur, or is long or frequent and this one occurs once."""
    if right not in text.capitals:
        return True
    is_hardly_another = text.known.is_long_surname(right) or len(right) > _LONG
    is_lone = text.capitals[word.folded] == 1
    return is_lone and (is_hardly_another or (len(right) > 4 and text.capitals[right] > 2))


def _like(block: Block, words: list[NameWord], text: _Text) -> Iterator[Near]:
    """A name in full of which one word is another that begins like the right one: Walter Bresson for Walter Brennan."""
    if len(words) < 2 or opens_sentences(words[0].text):
        return
    passage = Passage(block, words[0].start, words[-1].end)
    if passage.is_emphasised:
        return
    folded = tuple(word.folded for word in words)
    found: dict[str, KnownName] = {}
    for form in text.known.with_most_of(folded):
        wrong = [n for n, (word, right) in enumerate(zip(folded, form.folded, strict=True)) if word != right]
        if len(wrong) == 1 and _is_alike(folded, form, wrong[0]):
            found.setdefault(form.name, form)
    if found:
        right = tuple(repaired(block, words, form.words) for form in found.values())
        yield Near(passage, right, next(iter(found)), "like")


def _is_alike(folded: tuple[str, ...], form: KnownName, at: int) -> bool:
    """Whether one word of a name begins like the right one; given names that are nearer are forms of one name."""
    word, right = folded[at], form.folded[at]
    if at == len(folded) - 1:
        return word[:3] == right[:3] and word.rstrip("s") != right.rstrip("s")
    is_other = slips(word, right) * 2 > max(len(word), len(right))
    return min(len(word), len(right)) > 3 and word[:2] == right[:2] and is_other


def _accent_slip(block: Block, window: Run, forms: list[KnownName]) -> Near | None:
    """A slip in accents alone, where no form of any name is spelt as the text has it."""
    here = [marked(word.text) for word in window]
    if any(here == [marked(text) for text in form.words] for form in forms):
        return None
    form = forms[0]
    if any(fold(text) != fold(marked(right)) for text, right in zip(here, form.words, strict=True)):
        return None  # the words are told apart by more than accents
    passage = Passage(block, window[0].start, window[-1].end)
    return Near(passage, (repaired(block, window, form.words),), form.name, "accents")

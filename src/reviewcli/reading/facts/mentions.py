"""Names in a text, and whom the notes know by them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from reviewcli.document import Block, Document, Passage, once
from reviewcli.document.sentence_words import opens_sentences
from reviewcli.notes.names import KnownPerson
from reviewcli.notes.surnames import TITLES, fold, fold_name, is_suffix
from reviewcli.reading.facts.known import runs_of
from reviewcli.reading.facts.name_words import Folded, NameWord, form_words, other_orders


class Mention(msgspec.Struct, frozen=True):
    """A row of capitalised words. `people` are those whom the notes know by it; `start..end` are of its name.

    `is_whole` says that no other capital stands beside the name, `has_given` that it is more than a surname.
    """

    start: int
    end: int
    text: str
    words: Folded
    people: tuple[KnownPerson, ...]
    is_whole: bool
    possessive: bool

    @property
    def has_given(self) -> bool:
        """Whether it is more than one word."""
        return len(self.words) > 1

    @property
    def actors(self) -> tuple[KnownPerson, ...]:
        """The people of flesh and blood; none where the form is a character's as well."""
        return () if self.roles else tuple(person for person in self.people if not person.is_role)

    @property
    def roles(self) -> tuple[KnownPerson, ...]:
        """The characters, unless the form is somebody's full name."""
        if any(
            not person.is_role and fold_name(self.text) == fold_name(person.full) for person in self.people
        ):
            return ()
        return tuple(person for person in self.people if person.is_role)


@once
def _forms(doc: Document) -> tuple[dict[Folded, list[KnownPerson]], int]:
    """The people by each form of their names, and the most words of a form."""
    forms: dict[Folded, list[KnownPerson]] = defaultdict(list)
    named = [(person, form, form_words(form)[0]) for person in doc.names.people for form in person.forms]
    for person, form, words in named:
        for each in map(folded_words, (form, *_other_forms(person, form, words))):
            if each and person not in forms[each]:
                forms[each].append(person)
    return forms, max((len(key) for key in forms), default=0)


def _other_forms(person: KnownPerson, form: str, words: Folded) -> Iterator[str]:
    """How else a text may write a form of a name: in another order, or without what stands in the middle."""
    if words and words[-1].islower() and "-" in form:
        yield " ".join(words[:-1])
    if person.is_role:
        return
    yield from other_orders(form)
    if len(words) > 2:
        yield f"{words[0]} {words[-1]}"


def folded_words(text: str) -> Folded:
    """The words of a text as they are compared."""
    return form_words(text)[1]


@once
def mentions_in(doc: Document, block: Block) -> tuple[Mention, ...]:
    """The names in a block, known or not, in order."""
    forms, longest = _forms(doc)
    found: list[Mention] = []
    for run in runs_of(doc, block):
        found.extend(_mentions_of(block, _without_opener(list(run), forms), forms, longest))
    return tuple(found)


def _without_opener(run: list[NameWord], forms: Iterable[Folded]) -> list[NameWord]:
    starts = tuple(word.folded for word in run[:2])
    if any(form[:2] == starts for form in forms):
        return run  # Will Rogers
    while len(run) > 1 and (opens_sentences(run[0].text) or fold(run[0].text) in _OPENERS):
        run = run[1:]
        while run and not run[0].is_capitalised:
            run = run[1:]
    return run


_OPENERS = frozenset(
    """director directed written actor actress star starring writer producer played voiced edited shot scored
    british american french german italian japanese irish scottish english swedish danish russian chinese korean
    australian canadian mexican spanish enter see watch and but yet while as with when if so featuring casting cast
    newcomer veteran screenwriter composer cinematographer editor filmmaker critic oscar-winner helmer auteur
    writer-director co-director dir author novelist playwright chef singer songwriter designer translator translated
    creator created showrunner designed lighting produced developer choreographer narrated""".split()
)


def _mentions_of(
    block: Block, run: list[NameWord], forms: dict[Folded, list[KnownPerson]], longest: int
) -> list[Mention]:
    if not run:
        return []
    taken = list(_known_in(run, forms, longest))
    has_long = any(last - first > 1 for first, last, _ in taken)
    alone = len(taken) == 1 and _is_alone(block, run, *taken[0][:2])
    if not alone and not has_long:
        return [_mention(block, run, [], is_whole=True)]  # Michael Powell is not the Michael of the notes
    return [
        _mention(block, run[first:last], people, is_whole=alone or last - first > 1)
        for first, last, people in taken
    ]


def _known_in(
    run: list[NameWord], forms: dict[Folded, list[KnownPerson]], longest: int
) -> Iterator[tuple[int, int, list[KnownPerson]]]:
    """The names that the notes know in a run, the longest first from each word on."""
    free = 0
    for first, word in enumerate(run):
        if first < free or not word.is_capitalised:
            continue
        for last in range(min(first + longest, len(run)), first, -1):
            if people := forms.get(tuple(each.folded for each in run[first:last])):
                yield first, last, people
                free = last
                break


def _is_alone(block: Block, run: list[NameWord], first: int, last: int) -> bool:
    """Whether nothing but titles, small words and the lead of a sentence stands beside a name."""
    rest = [*run[:first], *run[last:]]
    opening = block.text[max(run[0].start - 6, 0) : run[0].start]
    if first and _is_lead(run[0]) and re.search(r"(?:^|[.!?:;—]\W*|\n)$", opening):
        rest = rest[1:]
    return all(word.folded.strip(".") in TITLES or word.text.islower() for word in rest)


def _is_lead(word: NameWord) -> bool:
    """Whether the first word of a sentence leads to a name and is none: Opposite, Complementing."""
    return word.folded.endswith(("ing", "ed", "ly")) or word.folded in _LEADS


_LEADS = frozenset(
    "whereas opposite ditto to enter poor against between behind beside besides alongside".split()
)


def _mention(block: Block, words: list[NameWord], people: list[KnownPerson], *, is_whole: bool) -> Mention:
    start, end = words[0].start, words[-1].end
    if is_suffix(words[-1].text) and block.text[end : end + 1] == ".":
        end += 1
    return Mention(
        start,
        end,
        block.text[start:end],
        tuple(word.folded for word in words),
        tuple(people),
        is_whole,
        re.match(r"\.?['’]s?(?!\w)", block.text[end : end + 4]) is not None,
    )


def as_named_here(person: KnownPerson, mention: Mention) -> str:
    """A person's name in the form in which the text names somebody: in full, or by surname."""
    in_full = mention.has_given or any(mention.words == folded_words(each.full) for each in mention.people)
    return person.full if in_full else person.short


_NO_PERSON = frozenset(
    """oscar oscars academy award awards best actor actress globe bafta emmy palme festival film films studio studios
    pictures hollywood broadway university street avenue city county war army navy north south east west new york los
    angeles san united states church christmas entertainment productions company press magazine times""".split()
)


def may_be_person(block: Block, mention: Mention) -> bool:
    """Whether an unknown name looks like a person's in full: two to four words, none of an institution."""
    if mention.people or not 2 <= len(mention.words) <= 4 or _NO_PERSON & set(mention.words):
        return False
    is_cut = block.text[mention.end : mention.end + 1] == "-"
    return not is_cut and not Passage(block, mention.start, mention.end).is_emphasised

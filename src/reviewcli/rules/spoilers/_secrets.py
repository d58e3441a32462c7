"""The spoilers of notes, taken apart: keywords, the people in them, the words that nothing else in the notes uses."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from reviewcli.document import Document
from reviewcli.notes.model import Notes, Point
from reviewcli.reading.facts.index import index_of, telling
from reviewcli.reading.outline.content_words import content_words, stems_of, words_in
from reviewcli.reading.tagging.lexicon import kinds_of
from reviewcli.rules.spoilers._clauses import Clause, clauses_of

Stems = frozenset[str]

# Words that tell the same turn of a story in different words.
_SAME = (
    """die dies died dying death dead killed kill kills killing murder murders murdered drowns drowned
    suicide perishes slain executed hanged hangs strangles strangled stabs stabbed poisoned""",
    "marry marries married marriage wedding weds wed",
    "father dad daddy",
    "mother mom mum",
    "ghost ghosts spirit",
    "killer murderer murderess culprit",
    "betrays betrayed betrayal traitor turncoat",
    "pregnant pregnancy baby",
)


class Keyword(msgspec.Struct, frozen=True):
    """Words that give it away, in their order; `is_rare` when they do so by themselves."""

    text: str
    words: tuple[Stems, ...]
    is_rare: bool


class Secret(msgspec.Struct, frozen=True):
    """One thing that must not be told.

    `people` are the words of the names in it, in small letters; `own` the words that the rest of the notes does
    not use, `others` all its words but names; `clauses` are its short ones, word by word.
    """

    text: str
    keywords: tuple[Keyword, ...]
    people: frozenset[str]
    rare_names: frozenset[str]
    own: tuple[Stems, ...]
    others: tuple[Stems, ...]
    clauses: tuple[Clause, ...]


def secrets_of(doc: Document) -> list[Secret]:
    """What the notes of a document want kept."""
    notes = doc.notes
    if notes is None:
        return []
    told = [(spoiler.text, spoiler.keywords) for spoiler in notes.spoilers]
    told += [(point.text, ()) for point in _points(notes) if point.spoiler]
    told += [(member.name, (member.name,)) for member in notes.cast if member.spoiler]
    if not told:
        return []
    free = (fact.beside for fact in index_of(doc).under("extra"))
    public = _public_stems(notes).union(*map(telling, free))
    names = _name_words(doc)
    return [_secret(text, keywords, public, names) for text, keywords in told]


def widened(stems: Stems) -> Stems:
    """The stems with those of words that tell the same."""
    same = [group for group in _groups() if stems & group]
    return stems.union(*same) if same else stems


@functools.cache
def _groups() -> tuple[Stems, ...]:
    return tuple(frozenset[str]().union(*map(stems_of, group.split())) for group in _SAME)


def _secret(text: str, keywords: tuple[str, ...], public: Stems, names: frozenset[str]) -> Secret:
    people, unknown = _people_in(text, names)
    carrying = {
        word: stems for word, stems in content_words(text).items() if _bare(word) not in people | unknown
    }
    wide = {word: widened(stems) for word, stems in carrying.items()}
    return Secret(
        text,
        tuple(_keyword(keyword) for keyword in keywords if words_in(keyword)),
        people,
        frozenset(name for name in unknown if not stems_of(name) & public),
        tuple(wide[word] for word, stems in carrying.items() if not stems & public),
        tuple(wide.values()),
        clauses_of(text, people | unknown, wide),
    )


def _people_in(text: str, names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a spoiler that name people of the notes, and those that name somebody else."""
    words = words_in(text)
    people = names.intersection(_bare(word) for word in words if word[:1].isupper())
    others = {_bare(word) for word in words[1:] if word[:1].isupper()} - people
    return people, frozenset(word for word in others if not kinds_of(word) and len(word) > 2)


def _keyword(text: str) -> Keyword:
    carrying = list(content_words(text))
    if len(carrying) < 2:  # “run over”: the small word counts as well
        carrying = [word.lower() for word in words_in(text)]
        alone = carrying[0] if len(carrying) == 1 else ""
        rare = bool(re.search(r"\d", text)) or bool(alone and not kinds_of(alone))
    else:
        rare = True
    return Keyword(text, tuple(stems_of(word) for word in carrying), rare)


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _name_words(doc: Document) -> frozenset[str]:
    """The words of the names of characters and people, without those that are words as well (Captain)."""
    from reviewcli.notes.surnames import TITLES

    return frozenset(
        _bare(word)
        for person in doc.names.people
        for form in person.forms
        for word in words_in(form)
        if word[:1].isupper() and _bare(word) not in TITLES and len(word) > 1
    )


def _public_stems(notes: Notes) -> Stems:
    """The stems of everything in the notes that a draft may say."""
    texts = [point.text for point in _points(notes) if not point.spoiler]
    texts += [
        notes.title,
        notes.opening or "",
        notes.headline or "",
        notes.standfirst or "",
        notes.audience or "",
    ]
    texts += [role for member in notes.cast if not member.spoiler for role in member.roles]
    texts += [*dict(notes.named()), *notes.performances]
    texts += [other.why or "" for other in notes.comparisons]
    return frozenset(stem for text in texts for stems in content_words(text).values() for stem in stems)


def _points(notes: Notes) -> Iterator[Point]:
    for points in (notes.context, notes.synopsis, notes.themes, notes.verdict):
        yield from points
    yield from notes.critique.strengths
    yield from notes.critique.weaknesses
    for groups in (notes.performances, notes.craft, dict(notes.named())):
        for points in groups.values():
            yield from points

"""Who is who: every right form of every name that the notes hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from reviewcli.notes.editions import PRICE
from reviewcli.notes.model import CastMember, Notes, Person
from reviewcli.notes.performers import candidates, characters, family_in, is_ensemble, parts_of, role_forms
from reviewcli.notes.shapes import LISTED_TEXTS, TEXT
from reviewcli.notes.surnames import (
    PARTICLES,
    bare,
    fold,
    fold_name,
    given,
    is_suffix,
    name_words,
    nicknames,
    surname,
    surname_as_known,
    without_titles,
)


class KnownPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody that the notes know, a person or a character, with every form of the name that is right.

    `forms` begin with the full name; `folded` are the same for comparing (`fold_name`). `roles` are the
    characters that a person plays, `played_by` the people who play a character. `short` is the form after the
    first mention.
    """

    full: str
    forms: tuple[str, ...]
    folded: frozenset[str]
    surname: str
    given: str
    short: str
    roles: tuple[str, ...] = ()
    played_by: tuple[str, ...] = ()
    is_role: bool = False
    pronoun: str | None = None

    def is_called(self, text: str) -> bool:
        """Whether the text is a right form of this name."""
        return fold_name(text) in self.folded


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """The names of one review. Empty where there are no notes."""

    people: tuple[KnownPerson, ...] = ()
    titles: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()

    def knows(self, word: str) -> bool:
        """Whether a word is part of a name, as spelt here or all in capitals."""
        if not self.words:
            return False
        word = word.replace("’", "'")
        return word in self.words or (word.isupper() and word in self.capitals)


def names_of(notes: Notes | None, extra: Iterable[str] = ()) -> Names:
    """The names that the notes hold, and further words that are right as written."""
    further = tuple(extra)
    people = tuple(_people(notes)) if notes else ()
    titles = tuple(dict.fromkeys(_titles(notes))) if notes else ()
    texts = [form for person in people for form in (person.full, *person.forms)]
    texts += [*titles, *further, *(_other_texts(notes) if notes else ())]
    words = frozenset(word for text in texts for word in words_of(text))
    return Names(
        people=people, titles=titles, words=words, capitals=frozenset(word.upper() for word in words)
    )


def words_of(text: str) -> Iterator[str]:
    """The words that a spell checker would ask about: compounds whole and in parts, possessives bare."""
    for word in re.findall(r"[^\W_]+(?:['’.\-‐‑–][^\W_]+)*", text):
        plain = word.replace("’", "'")
        yield plain
        if plain.endswith(("'s", "'S")):
            yield plain[:-2]
        if not plain.isalnum():
            yield from (part for part in re.split(r"['.\-‐‑–]", plain) if part)


def _titles(notes: Notes) -> Iterator[str]:
    yield notes.title
    source, series = notes.based_on, notes.franchise
    others = (notes.original_title, source and source.title, series and series.name, series and series.after)
    yield from (title for title in others if title)
    yield from (other.title for other in notes.comparisons)


def _other_texts(notes: Notes) -> Iterator[str]:
    for texts in (notes.names, notes.countries, notes.languages):
        yield from texts
    seen = notes.seen.where if notes.seen else None
    facts = (notes.distributor, notes.certificate, notes.version, seen, notes.author)
    yield from (text for text in facts if text)
    for key, value in notes.own():
        if key.shape in (TEXT, PRICE, LISTED_TEXTS):
            yield from (value,) if isinstance(value, str) else value
    for award in notes.awards:
        yield from (text for text in (award.name, award.category, award.person) if text)
    yield from (quote.speaker for quote in notes.quotes if quote.speaker)
    yield from notes.performances
    yield from (name for name, _ in notes.named())


def _people(notes: Notes) -> Iterator[KnownPerson]:
    credited: dict[str, list[Person]] = {}
    for person in (*notes.people(), *_subjects(notes)):
        credited.setdefault(fold_name(person.name) + person.name.casefold(), []).append(person)
    groups = {id(each) for key, value in notes.own() if key.is_group for each in value}
    for same in credited.values():
        # Fleetwood Mac is no Mr. Mac: who may be a band or a studio keeps the whole name.
        may_be_group = all(id(person) in groups and not person.pronoun for person in same)
        yield _known_person(same, keeps_whole=may_be_group, key_form=_key_form(notes, same[0].name))
    played: dict[str, list[str]] = {}
    for member in notes.cast:
        for role in characters(member):
            played.setdefault(role, []).append(member.name)
    for role, names in played.items():
        yield _known_role(role, tuple(dict.fromkeys(names)))


def _key_form(notes: Notes, name: str) -> str | None:
    """The surname of two words under which `performances` has somebody: `García Bernal`."""
    parts = (part for key in notes.performances for part in parts_of(notes, key))
    return next((part for part in parts if " " in part and name.endswith(f" {part}")), None)


def _subjects(notes: Notes) -> Iterator[Person]:
    for name, _ in notes.named("people"):
        yield from people_shown(notes, name)


def people_shown(notes: Notes, key: str) -> Iterator[Person]:
    """The people that this name of somebody shown means, as far as their names look like names.

    Performers of the notes are left out: they are known as such.
    """
    if is_ensemble(key) or candidates(notes, key):
        return
    for part in parts_of(notes, key):
        words = part.split()
        is_name = len(words) in (2, 3, 4) and words[0].casefold() != "the"
        if is_name and all(word[0].isupper() or word.casefold() in PARTICLES for word in words):
            yield Person(name=part)


def _known_person(same: list[Person], *, keeps_whole: bool, key_form: str | None) -> KnownPerson:
    """One person of all the entries under that name: an actor may be the composer as well."""
    name = same[0].name
    aka = tuple(dict.fromkeys(other for person in same for other in person.aka))
    short = next((person.short for person in same if person.short), key_form)
    family = surname_as_known(name, short, aka)
    spellings = (name, bare(name), " ".join(name_words(name)), *aka, *nicknames(name))
    spellings += tuple(f"{nickname} {family}" for nickname in nicknames(name) if family != name)
    forms = (*spellings, short or "", family, *(family_in(other, name, family) for other in aka))
    forms += tuple(
        f"{family} {suffix}" for suffix in bare(name).replace(",", " ").split()[1:] if is_suffix(suffix)
    )
    return _known(
        name,
        forms,
        surname=family,
        given=_given(name, family),
        short=short or (name if keeps_whole else family),
        roles=tuple(
            dict.fromkeys(role for person in same if isinstance(person, CastMember) for role in person.roles)
        ),
        pronoun=next((person.pronoun for person in same if person.pronoun), None),
    )


def _given(name: str, family: str) -> str:
    words = name_words(name)
    if words and fold(words[0]) == fold(family) and len(words) > 1 and surname(name) != family:
        return " ".join(words[1:])
    return given(name)


def _known_role(role: str, played_by: tuple[str, ...]) -> KnownPerson:
    forms = tuple(role_forms(role))
    name = without_titles(role)
    family = surname(name)
    return _known(
        role, forms, surname=family, given=given(name), short=family, played_by=played_by, is_role=True
    )


def _known(full: str, forms: tuple[str, ...], **rest: object) -> KnownPerson:
    unique = tuple(dict.fromkeys(form for form in forms if form))
    return msgspec.convert(
        {"full": full, "forms": unique, "folded": frozenset(fold_name(form) for form in unique), **rest},
        KnownPerson,
    )

"""Who is who: every right form of every name that the notes hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from reviewcli.notes.model import CastMember, Notes, Person
from reviewcli.notes.surnames import (
    NO_CHARACTERS,
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

__all__ = [
    "KnownPerson",
    "Names",
    "candidates",
    "fold",
    "fold_name",
    "is_ensemble",
    "names_of",
    "surname",
    "who",
]


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
    yield from (
        text for text in (notes.distributor, notes.certificate, notes.version, seen, notes.author) if text
    )
    for award in notes.awards:
        yield from (text for text in (award.name, award.category, award.person) if text)
    yield from (quote.speaker for quote in notes.quotes if quote.speaker)
    yield from notes.performances


def _people(notes: Notes) -> Iterator[KnownPerson]:
    credited: dict[str, list[Person]] = {}
    for person in notes.people():
        credited.setdefault(fold_name(person.name) + person.name.casefold(), []).append(person)
    for same in credited.values():
        yield _known_person(same)
    played: dict[str, list[str]] = {}
    for member in notes.cast:
        for role in characters(member):
            played.setdefault(role, []).append(member.name)
    for role, names in played.items():
        yield _known_role(role, tuple(dict.fromkeys(names)))


def _known_person(same: list[Person]) -> KnownPerson:
    """One person of all the entries under that name: an actor may be the composer as well."""
    name = same[0].name
    aka = tuple(dict.fromkeys(other for person in same for other in person.aka))
    short = next((person.short for person in same if person.short), None)
    family = surname_as_known(name, short, aka)
    spellings = (name, bare(name), " ".join(name_words(name)), *aka, *nicknames(name))
    forms = (*spellings, short or "", family, *(_family_in(other, name, family) for other in aka))
    forms += tuple(f"{form} {suffix}" for suffix in _suffixes(name) for form in (family,))
    return _known(
        name,
        forms,
        surname=family,
        given=_given(name, family),
        short=short or family,
        roles=tuple(
            dict.fromkeys(role for person in same if isinstance(person, CastMember) for role in person.roles)
        ),
        pronoun=next((person.pronoun for person in same if person.pronoun), None),
    )


def _family_in(other: str, name: str, family: str) -> str:
    """The family name in another spelling, which may only turn the words round."""
    words = name_words(other)
    if sorted(fold(word) for word in words) == sorted(fold(word) for word in name_words(name)):
        wanted = fold(family).split()
        return " ".join(word for word in words if fold(word) in wanted)
    return surname(other)


def _given(name: str, family: str) -> str:
    words = name_words(name)
    if words and fold(words[0]) == fold(family) and len(words) > 1 and surname(name) != family:
        return " ".join(words[1:])
    return given(name)


def _suffixes(name: str) -> list[str]:
    return [word for word in bare(name).replace(",", " ").split()[1:] if is_suffix(word)]


def _known_role(role: str, played_by: tuple[str, ...]) -> KnownPerson:
    forms = tuple(role_forms(role))
    name = without_titles(role)
    family = surname(name)
    return _known(
        role, forms, surname=family, given=given(name), short=family, played_by=played_by, is_role=True
    )


def role_forms(role: str) -> Iterator[str]:
    """What a review may call a character: the role, the name without its title, each part of it."""
    yield role
    whole = bare(role)
    name = without_titles(role)
    yield from (whole, name, *nicknames(role))
    if "&" in role:
        yield role.replace("&", "and")
    words = name.split()
    if len(words) < 2 or (any(word.islower() for word in words[1:]) and surname(name) == words[-1]):
        return  # "Waitress" has no parts, and "Ahmed the tailor" is no Mr. Tailor
    family = surname(name)
    yield family
    if first := given(name):
        yield first
        yield first.split()[0]
    titles = whole.removesuffix(name).split()
    if titles:
        yield f"{' '.join(titles)} {family}"
        yield f"{titles[-1]} {family}"


def _known(full: str, forms: tuple[str, ...], **rest: object) -> KnownPerson:
    unique = tuple(dict.fromkeys(form for form in forms if form))
    return msgspec.convert(
        {"full": full, "forms": unique, "folded": frozenset(fold_name(form) for form in unique), **rest},
        KnownPerson,
    )


def characters(member: CastMember) -> tuple[str, ...]:
    """The roles that are characters: not "himself" or "narrator"."""
    return tuple(role for role in member.roles if fold(bare(role)) not in NO_CHARACTERS)


def is_ensemble(key: str) -> bool:
    """Whether a key of `performances` means everybody."""
    return fold(key).removeprefix("the ").strip() in (
        "ensemble",
        "cast",
        "everyone",
        "everybody",
        "all",
        "supporting cast",
    )


def who(notes: Notes, key: str) -> tuple[CastMember, ...]:
    """Whom a key of `performances` names; nobody for the ensemble and for a name that fits none, or two."""
    if is_ensemble(key):
        return ()
    found: list[CastMember] = []
    for part in parts_of(notes, key):
        fitting = candidates(notes, part)
        if len(fitting) == 1 and fitting[0] not in found:
            found.append(fitting[0])
    return tuple(found)


def parts_of(notes: Notes, key: str) -> list[str]:
    """The names in a key, "A and B" parted unless the whole is one name."""
    if candidates(notes, key):
        return [key]
    return [part for part in re.split(r"\s*(?:,|&|\+|/|\band\b)\s*", key) if part]


def candidates(notes: Notes, name: str) -> tuple[CastMember, ...]:
    """The performers that a name may mean: by full name, else surname, else role or part of one."""
    in_cast = {fold_name(member.name) for member in notes.cast}
    narrators = (person for person in notes.narrator if fold_name(person.name) not in in_cast)
    performers = (*notes.cast, *(_as_member(person) for person in narrators))
    wanted = fold_name(name)
    for forms in (_full_forms, _short_forms, _role_wholes, _role_parts, _loose_parts, _name_ends):
        found = tuple(
            member for member in performers if wanted in {fold_name(form) for form in forms(member)}
        )
        if found:
            return found
    return ()


def _as_member(person: Person) -> CastMember:
    return CastMember(
        name=person.name, short=person.short, aka=person.aka, pronoun=person.pronoun, voice=True
    )


def _full_forms(member: CastMember) -> Iterator[str]:
    yield from (member.name, bare(member.name), *member.aka)


def _short_forms(member: CastMember) -> Iterator[str]:
    if member.short:
        yield member.short
    yield surname_as_known(member.name, member.short, member.aka)
    yield from nicknames(member.name)


def _role_wholes(member: CastMember) -> Iterator[str]:
    for role in member.roles:
        yield from (role, without_titles(role))


def _role_parts(member: CastMember) -> Iterator[str]:
    for role in characters(member):
        yield from role_forms(role)


def _loose_parts(member: CastMember) -> Iterator[str]:
    yield given(member.name)
    family = surname_as_known(member.name, member.short, member.aka)
    for other in member.aka:
        yield _family_in(other, member.name, family)
    for role in characters(member):
        yield from (word for word in role.split() if len(word) > 2 and word[0].isupper())


def _name_ends(member: CastMember) -> Iterator[str]:
    """What a name ends in: García Bernal, of Gael García Bernal."""
    words = name_words(member.name)
    yield from (" ".join(words[start:]) for start in range(1, len(words)))

"""Whom a name in the notes means: a performer by full name, surname, role or a part of one."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from reviewcli.notes.model import CastMember, Notes, Person
from reviewcli.notes.surnames import (
    NO_CHARACTERS,
    bare,
    fold,
    fold_name,
    given,
    name_words,
    nicknames,
    surname,
    surname_as_known,
    without_titles,
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


def family_in(other: str, name: str, family: str) -> str:
    """The family name in another spelling, which may only turn the words round."""
    words = name_words(other)
    if sorted(fold(word) for word in words) == sorted(fold(word) for word in name_words(name)):
        wanted = fold(family).split()
        return " ".join(word for word in words if fold(word) in wanted)
    return surname(other)


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
    wanted = fold_name(name)
    for index in _indexes(_Credits(notes.cast, notes.narrator)):
        if found := index.get(wanted):
            return found
    return ()


class _Credits:
    """Cast and narrators as they are in one review: the same ones, not equal ones, so that looking is cheap."""

    __slots__ = ("cast", "narrator")

    def __init__(self, cast: tuple[CastMember, ...], narrator: tuple[Person, ...]) -> None:
        self.cast, self.narrator = cast, narrator

    def __hash__(self) -> int:
        return hash((id(self.cast), id(self.narrator)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Credits) and self.cast is other.cast and self.narrator is other.narrator


@functools.lru_cache(maxsize=8)
def _indexes(of: _Credits) -> tuple[dict[str, tuple[CastMember, ...]], ...]:
    """Who is meant by a form of a name, the surest kind of form first."""
    in_cast = {fold_name(member.name) for member in of.cast}
    narrators = (person for person in of.narrator if fold_name(person.name) not in in_cast)
    performers = (*of.cast, *(_as_member(person) for person in narrators))
    kinds = (_full_forms, _short_forms, _role_wholes, _role_parts, _loose_parts, _name_ends)
    return tuple(_index(performers, forms) for forms in kinds)


def _index(
    performers: tuple[CastMember, ...], forms: Callable[[CastMember], Iterator[str]]
) -> dict[str, tuple[CastMember, ...]]:
    index: dict[str, list[CastMember]] = {}
    for member in performers:
        for form in {fold_name(each) for each in forms(member)}:
            index.setdefault(form, []).append(member)
    return {form: tuple(members) for form, members in index.items()}


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
        yield family_in(other, member.name, family)
    for role in characters(member):
        yield from (word for word in role.split() if len(word) > 2 and word[0].isupper())


def _name_ends(member: CastMember) -> Iterator[str]:
    """What a name ends in: García Bernal, of Gael García Bernal."""
    words = name_words(member.name)
    yield from (" ".join(words[start:]) for start in range(1, len(words)))

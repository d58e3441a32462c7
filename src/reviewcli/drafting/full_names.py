"""Full name first, in the writer's own words too: where a surname that nobody has met takes its given name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from reviewcli.drafting.verbs import base_of
from reviewcli.drafting.words import words
from reviewcli.notes.model import Notes
from reviewcli.notes.names import KnownPerson

_MUSIC = ("music", "score", "soundtrack", "songs", "composer")
_HIDES_A_NAME = 3_000  # a surname among so many commonest words may be the word where it opens a sentence
_MAY_END_A_BAND = 20_000  # Arcade Fire has no surname, Oliver Coates has one


def shared_surnames(people: dict[str, KnownPerson]) -> set[str]:
    """Those who keep their full name, since another has their surname."""
    surnames = Counter(person.short for person in people.values())
    return {name for name, person in people.items() if surnames[person.short] > 1}


def possible_bands(notes: Notes) -> set[str]:
    """Those who may be a band, and keep their full name."""
    elsewhere = {person.name for person in (*notes.cast, *notes.directors, *notes.writers)}
    return {
        person.name
        for department, members in notes.crew.items()
        if department.casefold() in _MUSIC
        for person in members
        if person.name not in elsewhere and not person.short
    }


def given_names(
    notes: Notes, people: Iterable[KnownPerson], bands: Collection[str], shared: Collection[str]
) -> dict[str, tuple[str, str]]:
    """Given name and surname of everybody whose surname is theirs alone and stands behind the given name.

    Args:
        notes: whose title and comparisons may hold a surname as a word.
        people: whose names they are; nobody's surname is another's.
        bands: the full names of those who may be a band, whose last word is no surname: Arcade Fire.
        shared: words that are a character's name as well.
    """
    from reviewcli.reading.common_words import is_common

    titles = [notes.title, *(work.title for work in notes.comparisons)]
    taken = {*shared, *(word for title in titles for word in re.findall(r"[^\W_]+", title))}
    return {
        person.full: (person.full.removesuffix(person.surname).rstrip(), person.surname)
        for person in people
        if person.short == person.surname
        and not (person.full in bands and is_common(person.surname, _MAY_END_A_BAND))
        and person.full.endswith(f" {person.surname}")
        and taken.isdisjoint(re.findall(r"[^\W_]+", person.surname))
    }


def names_a_person(text: str, start: int, end: int, *, opens: bool) -> bool:
    """Whether a surname there is nobody else's and no other word: not “Mr. Wells”, “Wells-like”, “Stone walls”."""
    before, after = text[:start], text[end:]
    if before.endswith(("-", "–", "'", "’")) or re.match(r"[-–]\w", after):
        return False
    if opens:
        return _opens_as_name(text[start:end], after)
    last = re.search(r"([^\W_]+)([^\w\n]*)$", before)
    if last is None or not last[1][:1].isupper():
        return True
    return last[2] == " " and last[1].lower() in words(
        "prepositions", "questions", "joining with a comma", "subordinators", "adverbs", "joining"
    )


def _opens_as_name(surname: str, after: str) -> bool:
    from reviewcli.reading.common_words import is_common

    if is_common(surname, _HIDES_A_NAME) or surname.lower() in words("names that are words"):
        return False
    following = re.match(r" ([^\W_]+)", after)
    return after.startswith(("'s", "’s")) or (following is not None and base_of(following[1]) is not None)

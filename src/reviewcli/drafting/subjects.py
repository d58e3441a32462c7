"""Performers and departments as what a group of points is about, and how a draft names them."""

from __future__ import annotations

from collections.abc import Sequence

from reviewcli.drafting.english import capital, escaped, listed, possessive
from reviewcli.drafting.mentions import Mentions
from reviewcli.drafting.things import Subject, is_plural
from reviewcli.drafting.words import words
from reviewcli.notes.kinds import KINDS
from reviewcli.notes.model import CastMember, Notes, Person
from reviewcli.notes.names import people_shown
from reviewcli.notes.performers import is_ensemble, parts_of, who

_SAME_WORK = (
    {"music", "score", "soundtrack", "songs", "composer", "composers"},
    {"cinematography", "photography", "camera", "camerawork", "cinematographer", "director of photography"}
    | {"dop", "dp"},
    {"editing", "cutting", "montage", "editor", "editors"},
    {"design", "production design", "sets", "designer", "production designer"},
    {"costume", "costumes", "costume design", "costume designer"},
    {"sound", "sound design", "sound designer"},
)


class Performers(Subject):
    """Those whom a key of `performances` names: a performer, a role, “A and B”, or the ensemble."""

    key: str
    members: tuple[CastMember, ...]
    mentions: Mentions
    by_role: bool

    def name(self, verb: str = "") -> str:  # noqa: ARG002 — as every subject's
        """`Takeshi`, `Phoenix and Johansson`, `The ensemble`; a role stands as the key has it."""
        if not self.members:
            return escaped(capital(self.key) if self.key[:4].lower() == "the " else _the(self.key))
        if self.by_role:
            return self.mentions.read(escaped(self.key))
        return listed([self.mentions.name(member) for member in self.members])

    def pronoun_after(self, text: str) -> str:
        """`He`, where the sentence before is about him and names nobody else."""
        return "" if self.by_role else _pronoun(self.members, text, self.mentions)

    def is_in(self, text: str) -> bool:
        """Whether the text names one of them, or the role."""
        return any(self.mentions.is_in(text, member) for member in self.members)


class Department(Subject):
    """A department of `craft` with the people who did it: `Toichiro Narushima's cinematography`."""

    key: str
    people: Sequence[Person]
    mentions: Mentions
    apostrophe: str
    named: bool = False

    @property
    def _is_direction(self) -> bool:
        return self.key.lower() in ("direction", "directing") and len(self.people) == 1

    def name(self, verb: str = "") -> str:
        """The director of `direction`, and who “wrote”; else what was done, whose at the first mention."""
        if self._is_direction or (self.people and self.asks_for_maker(verb)):
            return listed([self.mentions.name(person) for person in self.people])
        return self.label()

    def asks_for_maker(self, verb: str) -> bool:
        """Whether it is people who do this: “wrote”, “shot”."""
        return verb in words("verbs of makers")

    def can(self, verb: str) -> bool:
        """Whether the department does it, or the notes name who did."""
        is_one = len(self.people) == 1 or not verb.endswith("s")
        return (bool(self.people) and is_one) or not self.asks_for_maker(verb)

    def pronoun_after(self, text: str) -> str:
        """`He`, for a director in `direction`."""
        return _pronoun(self.people, text, self.mentions) if self._is_direction else ""

    def label(self) -> str:
        """`Ōshima's direction`, later `The direction`."""
        if self.named or not 1 <= len(self.people) <= 2:
            return f"The {escaped(self.key)}"
        self.named = True
        owner = listed([self.mentions.name(person) for person in self.people])
        return f"{possessive(owner, self.apostrophe)} {escaped(self.key)}"

    def is_in(self, text: str) -> bool:
        """Whether the text names the department: “the music arrives too early”."""
        return self.key.lower() in text.lower()


def _pronoun(people: Sequence[Person], text: str, mentions: Mentions) -> str:
    """The pronoun of the one person, if the notes give it and the text names just that person."""
    if len(people) != 1 or not text:
        return ""
    person = people[0]
    pronoun = (person.pronoun or "").split("/")[0].strip().lower()
    roles = person.roles if isinstance(person, CastMember) else ()
    named = mentions.owners_in(text)
    if pronoun not in ("he", "she") or person.name not in named or named - {person.name, *roles}:
        return ""
    return pronoun.capitalize()


def performers(notes: Notes, key: str, mentions: Mentions) -> Performers:
    """Whom this key of `performances` means."""
    members = who(notes, key) or _shown(notes, key)
    by_role = len(members) == 1 and not _is_name_of(key, members[0])
    if not by_role:
        for member in members:
            mentions.introduce(member)
    several, anybody = len(members) > 1, bool(members)
    return Performers(key, members, mentions, by_role, plural=several, needs_name=True, is_person=anybody)


def _shown(notes: Notes, key: str) -> tuple[CastMember, ...]:
    if key not in dict(notes.named("people")):
        return ()
    people = [CastMember(name=person.name) for person in people_shown(notes, key)]
    return tuple(people) if len(people) == len(parts_of(notes, key)) else ()


def department(notes: Notes, key: str, mentions: Mentions, apostrophe: str) -> Department:
    """The department of this key of `craft`, with its people from the credits."""
    return Department(key, _people(notes, key), mentions, apostrophe, plural=is_plural(key))


def _is_name_of(key: str, member: CastMember) -> bool:
    names = " ".join([member.name, member.short or "", *member.aka]).casefold().split()
    return all(word in names for word in key.casefold().split())


def _people(notes: Notes, key: str) -> Sequence[Person]:
    wanted = key.casefold()
    same = next((group for group in _SAME_WORK if wanted in group), {wanted})
    for name, members in notes.crew.items():
        if name.casefold() in same:
            return members
    jobs = (job for job in KINDS[notes.kind].jobs if wanted in job.departments.split())
    makers = (notes.fact(key) for job in jobs for key in job.keys.split())
    return next((people for people in makers if people), ())


def _the(key: str) -> str:
    return f"The {key}" if is_ensemble(key) and not key.lower().startswith(("every", "all")) else capital(key)

"""Cast and crew as values of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from reviewcli.exchange.importing.entry import readable
from reviewcli.notes.surnames import fold_name

# What databases call a job, and the department of notes that it is.
_DEPARTMENTS = {
    "Director of Photography": "cinematography",
    "Cinematography": "cinematography",
    "Editor": "editing",
    "Original Music Composer": "music",
    "Music": "music",
    "Production Design": "production design",
    "Costume Design": "costume design",
    "Costume Designer": "costume design",
    "Makeup Artist": "make-up",
    "Sound Designer": "sound",
    "Visual Effects Supervisor": "visual effects",
    "Choreographer": "choreography",
    "Stunt Coordinator": "stunts",
    "Producer": "production",
}
WRITES = frozenset({"Screenplay", "Writer", "Story", "Screenstory", "Teleplay", "Dialogue", "Adaptation"})


class Credit(msgspec.Struct, frozen=True):
    """Somebody in a cast list: the name, the roles, and whether it is a voice."""

    name: str
    roles: tuple[str, ...] = ()
    voice: bool = False


def credit(name: str, role: str) -> Credit:
    """A credit of its two texts: `Samantha (voice)`, `Theodore / Self`, `Letter Writer #2 (uncredited)`."""
    name, role = (" ".join(readable(text).split()) for text in (name, role))
    voice = re.search(r"\(voice(?: only| role)?\)", role, re.IGNORECASE) is not None
    bare = re.sub(r"\s*\((?:voice(?: only| role)?|uncredited|as [^()]*)\)", "", role, flags=re.IGNORECASE)
    roles = tuple(part.strip() for part in re.split(r"\s+/\s+", bare) if part.strip(" -–—."))
    return Credit(name, roles, voice)


def cast_values(credits_: Iterable[Credit]) -> list[Any]:
    """The cast as notes write it: a line each, a mapping where one would be read otherwise; nobody twice or unnamed."""
    members: dict[str, Credit] = {}
    for each in credits_:
        if not each.name:
            continue
        key = fold_name(each.name) or each.name
        before = members.get(key)
        roles = dict.fromkeys((*(before.roles if before else ()), *each.roles))
        members[key] = Credit(
            before.name if before else each.name, tuple(roles), each.voice or bool(before and before.voice)
        )
    return [_member(each) for each in members.values()]


def _member(member: Credit) -> Any:
    line = f"{member.name} as {' / '.join(member.roles)}" if member.roles else member.name
    if member.voice and member.roles:
        line += " (voice)"
    parted = re.search(r"(?:^|\s)as\s", member.name) or any(" / " in role for role in member.roles)
    listed = not member.roles and "," in member.name
    if parted or listed or (member.voice and not member.roles) or re.search(r"\(voice", member.name, re.I):
        return {"name": member.name, "role": list(member.roles), "voice": "yes" if member.voice else ""}
    return line


def crew_values(jobs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The departments that reviews speak of, of pairs of a job and a name."""
    crew: dict[str, list[str]] = {}
    for job, name in jobs:
        department = _DEPARTMENTS.get(job)
        if department and name and name not in crew.setdefault(department, []):
            crew[department].append(name)
    return crew

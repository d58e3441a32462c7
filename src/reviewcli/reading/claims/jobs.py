"""The jobs of which a text gives credits: how each is told, and whom the notes have for it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from reviewcli.notes.kinds import KINDS, Job
from reviewcli.notes.model import Notes, Person

# The jobs of all kinds of work, each once.
JOBS = tuple(dict.fromkeys(job for kind in KINDS.values() for job in kind.jobs))
# What the forms of credits have for a director beside the words of the job.
_IN_CHARGE = ("helm",)


class Told(msgspec.Struct, frozen=True):
    """The words of a job as patterns, and what a cheap look asks for.

    Without any of `cues`, in small letters, none of the words is there; `ends` are those that stand before a name.
    """

    done: str
    agent: str
    thing: str
    does: str
    label: str
    work: str
    cues: tuple[str, ...]
    ends: tuple[str, ...]


@cache
def told(job: Job) -> Told:
    """How a text tells of a job."""
    agents, labels = _listed(job.agent), _listed(job.label)
    words = [*_listed(job.done), *agents, *_listed(job.thing), *_listed(job.does)]
    words += [word if word.endswith(".") else f"{word}:" for word in labels]
    return Told(
        done=_any_of(job.done),
        agent=_any_of(job.agent),
        thing=_any_of(job.thing),
        does=_any_of(job.does),
        label="|".join(
            f"{re.escape(word)}:?" if word.endswith(".") else f"{_escaped(word)}:" for word in labels
        ),
        work=_any_of(job.work),
        cues=_shortest([*words, *(_IN_CHARGE if job.is_full else ())]),
        ends=tuple(word.lower() for word in (*agents, *labels)),
    )


def _listed(words: str) -> list[str]:
    return [word for word in words.split(", ") if word]


def _any_of(words: str) -> str:
    return "|".join(_escaped(word) for word in sorted(_listed(words), key=len, reverse=True))


def _escaped(word: str) -> str:
    # “writer-director” is “writer/director” as well.
    return word.replace("-", "[-/–]")


def _shortest(words: list[str]) -> tuple[str, ...]:
    """The words in small letters without those that hold another of them."""
    found: list[str] = []
    for word in sorted({word.lower() for word in words}, key=lambda each: (len(each), each)):
        if not any(shorter in word for shorter in found):
            found.append(word)
    return tuple(found)


def jobs_of(notes: Notes) -> tuple[Job, ...]:
    """The jobs that a work of this kind has."""
    return KINDS[notes.kind].jobs


def credited(notes: Notes, job: Job) -> tuple[Person, ...]:
    """Whom the notes credit with a job."""
    people: list[Person] = []
    for key in job.keys.split():
        people.extend(notes.fact(key))
    if people and job.has_source and notes.based_on:
        people.extend(notes.based_on.author)
    for department, members in notes.crew.items():
        if set(re.findall(r"\w+", department.casefold())) & set(job.departments.split()):
            people.extend(members)
    return tuple(people)

"""Who makes a work: the jobs of its kind and the departments of its notes, the words for each, and who has it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from reviewcli.document import Document, once
from reviewcli.notes.kinds import KINDS, Job
from reviewcli.notes.model import Notes, Person

# The jobs of all kinds of work, each once.
JOBS = tuple(dict.fromkeys(job for kind in KINDS.values() for job in kind.jobs))
Sort = Literal["done", "agent", "thing", "does", "heading", "work"]


class Cue(msgspec.Struct, frozen=True):
    """A word or phrase for a job: `done`, the `agent`, the `thing`, what one `does`, a `heading`, the `work`."""

    words: str
    sort: Sort
    job: Job


_SORTS: tuple[Sort, ...] = ("done", "agent", "thing", "does", "heading", "work")


def _cues_for(job: Job) -> Iterator[Cue]:
    """Every word for a job; agents also in the plural."""
    for sort in _SORTS:
        for words in filter(None, getattr(job, sort).lower().split(", ")):
            yield Cue(words, sort, job)
            if sort == "agent" and not words.endswith("s"):
                yield Cue(f"{words}s", sort, job)
            if sort == "does" and words.endswith("s"):
                yield Cue(f"{words[:-1].removesuffix('e')}ing", sort, job)


class Cues:
    """The words for the jobs that a work has."""

    def __init__(self, jobs: tuple[Job, ...]) -> None:
        self.directing = [job for job in jobs if job.name == "directed"]
        self._first: dict[str, list[Cue]] = defaultdict(list)
        self._last: dict[str, list[Cue]] = defaultdict(list)
        self.all = tuple(cue for job in jobs for cue in _cues_for(job))
        for cue in self.all:
            words = cue.words.split()
            self._first[_plain(words[0])].append(cue)
            self._last[_plain(words[-1])].append(cue)

    def at_end(self, text: str) -> list[Cue]:
        """The cues that a text in small letters ends with."""
        last = text.rsplit(" ", 1)[-1].lstrip("(“\"'‘[")
        return [cue for cue in self._last.get(_plain(last), ()) if _ends_with(text, cue.words)]

    def at_start(self, text: str) -> list[Cue]:
        """The cues that a text in small letters begins with."""
        first = re.match(r"[\w’'/–-]+", text)
        found = self._first.get(_plain(first.group()), ()) if first else ()
        return [cue for cue in found if re.match(rf"{re.escape(cue.words)}(?![\w’'-])", _slashed(text))]


def _slashed(text: str) -> str:
    return text.replace("/", "-").replace("–", "-")  # writer/director


def _plain(word: str) -> str:
    return _slashed(word).rstrip(".,;:")


def _ends_with(text: str, words: str) -> bool:
    plain = _slashed(text)
    before = plain[: -len(words)][-1:]
    return plain.endswith(words) and not (before.isalnum() or before in ("-", "’", "'"))


@once
def cues_of(doc: Document) -> Cues:
    """The words for the jobs of the work under review."""
    return _cues(jobs_of(doc.notes)) if doc.notes else Cues(())


@lru_cache(32)
def _cues(jobs: tuple[Job, ...]) -> Cues:
    return Cues(jobs)


def jobs_of(notes: Notes) -> tuple[Job, ...]:
    """The jobs that a work of this kind has, and those of departments that these notes alone name."""
    jobs = KINDS[notes.kind].jobs
    further = (key for key in notes.crew if not any(is_department(key, job) for job in jobs))
    return (*jobs, *(_job_of(key.casefold()) for key in further))


def is_department(key: str, job: Job) -> bool:
    """Whether a key of `crew` holds who has a job."""
    return not set(re.findall(r"\w+", key.casefold())).isdisjoint(job.departments.split())


def _job_of(department: str) -> Job:
    """A job by the name of its department, with the words made of it: baker, producing, trumpeter, sound designer."""
    ending = re.search(r"(?:er|or|ist|ing|tion)$", department)
    if not ending or " " in department:
        agents = "" if " " in department else f"{department}er, {department}ist, {department} designer"
        agents = f"{department}er" if department.endswith("design") else agents
        return _job(department, department, agents, department, "")
    stem = department[: ending.start()]
    agent = department if ending.group() in ("er", "or", "ist") else f"{stem}er, {stem}or"
    thing = f"{stem}ing" if agent == department else department
    return _job(department, f"{stem}ed", agent, thing, f"{stem}ed, {stem}es, {stem}s")


def _job(department: str, done: str, agent: str, thing: str, does: str) -> Job:
    return Job(
        name=f"with {department}",
        done=done,
        agent=agent,
        thing=thing,
        does=does,
        heading=department,
        departments=department,
    )


def credited(notes: Notes, job: Job) -> tuple[Person, ...]:
    """Whom the notes credit with a job."""
    people: list[Person] = []
    for key in job.keys.split():
        people.extend(notes.fact(key))
    if people and job.has_source and notes.based_on:
        people.extend(notes.based_on.author)
    for department, members in notes.crew.items():
        if is_department(department, job):
            people.extend(members)
    return tuple(people)

"""The jobs of which a text gives credits: how each is told, and whom the notes have for it."""

from __future__ import annotations

import re

import msgspec

from reviewcli.notes.model import Notes, Person


class Job(msgspec.Struct, frozen=True):
    """A job, and how it is told: `done` by NAME, `agent` NAME, NAME's `thing`, NAME `does` the film.

    `label` stands in a line of credits. `stems` are letters without which none of these words is there.
    `departments` are the keys of `crew` that hold it. `is_full` says that notes which name one name them all.
    """

    name: str
    done: str
    agent: str
    thing: str
    does: str
    label: str
    stems: tuple[str, ...]
    departments: str = ""
    is_full: bool = False


JOBS = (
    Job(
        "directed",
        r"(?:co-)?(?:directed|helmed)|direction|written and directed|directed and written",
        r"(?:co-)?director|(?:writer|producer|actor|star)[-/–]director|filmmaker|helmer|auteur",
        r"direction|directing",
        r"(?:co-)?(?:directs|directed|helms|helmed)",
        r"dirs?\.:?|(?:dir|directed by):",
        ("direct", "helm", "filmmaker", "auteur", "dir.", "dir:"),
        "direction directing director",
        is_full=True,
    ),
    Job(
        "written",
        r"(?:co-)?(?:written|penned|scripted)|screenplay|script|teleplay",
        r"(?:co-)?(?:screenwriter|scriptwriter|writer)",
        r"screenplay|script",
        r"(?:co-)?(?:writes|wrote|penned|scripted)",
        r"(?:screenplay|script|written by):",
        ("writ", "wrote", "pen", "script", "screenplay", "teleplay"),
        "screenplay script writing",
    ),
    Job(
        "shot",
        r"(?:photographed|lensed|shot)|cinematography|photography|camerawork",
        r"cinematographer|director of photography|DP|cameraman",
        r"cinematography|photography|camera|camerawork",
        r"(?:shoots|shot|lenses|lensed|photographs|photographed)",
        r"(?:cinematography|photography|DoP|DP):",
        ("photogra", "lens", "sho", "cinemato", "camera", "dp", "dop"),
        "cinematography photography camera",
    ),
    Job(
        "edited",
        r"(?:edited|cut)|editing",
        r"editor",
        r"editing|cutting",
        r"(?:edits|edited)",
        r"(?:editing|edited by):",
        ("edit", "cut"),
        "editing editor",
    ),
    Job(
        "scored",
        r"(?:scored|composed)|(?:score|music|soundtrack)",
        r"composer",
        r"(?:[\w-]+ )?(?:score|music|soundtrack)",
        r"(?:scores|scored|composed)",
        r"(?:music|score):",
        ("scor", "compos", "music", "soundtrack"),
        "music score composer soundtrack",
    ),
)


def credited(notes: Notes, job: Job) -> tuple[Person, ...]:
    """Whom the notes credit with a job."""
    people: list[Person] = []
    if job.name == "directed":
        people.extend(notes.directors)
    if job.name == "written":
        people.extend(notes.writers)
        people.extend(notes.authors)
        if people and notes.based_on:
            people.extend(notes.based_on.author)
    for department, members in notes.crew.items():
        if set(re.findall(r"\w+", department.casefold())) & set(job.departments.split()):
            people.extend(members)
    return tuple(people)

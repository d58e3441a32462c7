"""The jobs of which a text gives credits: how each is told, and whom the notes have for it."""

from __future__ import annotations

import re

import msgspec

from reviewcli.notes.model import Notes, Person

_FILM = (
    "film|movie|picture|feature|flick|documentary|drama|comedy|thriller|western|musical|noir|romance|epic|horror"
    "|mystery|melodrama|adaptation|biopic|production|series|show|serial"
)


class Job(msgspec.Struct, frozen=True):
    """A job, and how it is told: `done` by NAME, `agent` NAME, NAME's `thing`, NAME `does` the film.

    `label` stands in a line of credits. `stems` are letters without which none of these words is there. NAME's
    `work` (a noun) is a credit as well where the job makes the whole. `kinds` are those that have the job; none: all.
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
    work: str = ""
    kinds: str = ""


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
        work=_FILM,
        kinds="film documentary series game",
    ),
    Job(
        "directed",
        r"(?:re-?)?(?:directed|staged)|direction",
        r"(?:co-)?director",
        r"direction|directing|staging",
        r"(?:co-)?(?:directs|directed|stages|staged)",
        r"dirs?\.:?|(?:dir|directed by):",
        ("direct", "stag", "dir.", "dir:"),
        "direction directing director",
        is_full=True,
        work="production|staging|revival",
        kinds="theatre",
    ),
    Job(
        "written",
        r"(?:co-)?(?:written|penned|scripted)|screenplay|script|teleplay",
        r"(?:co-)?(?:screenwriter|scriptwriter|writer|playwright|dramatist)",
        r"screenplay|script",
        r"(?:co-)?(?:writes|wrote|penned|scripted)",
        r"(?:screenplay|script|written by):",
        ("writ", "wrote", "pen", "script", "screenplay", "teleplay", "playwright", "dramatist"),
        "screenplay script writing",
        kinds="film documentary series game",
    ),
    Job(
        "written",
        r"(?:co-)?(?:written|penned|scripted|adapted)|script|text",
        r"(?:co-)?(?:writer|playwright|dramatist|author)",
        r"script|text",
        r"(?:co-)?(?:writes|wrote|penned)",
        r"(?:written by|writer):",
        ("writ", "wrote", "pen", "script", "text", "playwright", "dramatist", "author", "adapted"),
        "script writing text adaptation",
        work="play|drama|comedy|tragedy|farce",
        kinds="theatre",
    ),
    Job(
        "written",
        r"written|penned",
        r"(?:co-)?(?:author|novelist|writer|memoirist|biographer)",
        r"prose|writing|storytelling",
        r"(?:writes|wrote|penned)",
        r"(?:author|written by):",
        ("writ", "wrote", "pen", "author", "novelist", "prose", "memoirist", "biograph", "storytelling"),
        work="novel|book|memoir|biography|novella|story collection|collection|thriller|history",
        kinds="book",
    ),
    Job(
        "created",
        r"(?:co-)?created",
        r"(?:co-)?(?:creator|showrunner)",
        r"writing",
        r"(?:created|creates)",
        r"(?:created by|creator):",
        ("creat", "showrunner"),
        "creator showrunner",
        kinds="series",
    ),
    Job(
        "translated",
        r"(?:(?:beautifully|newly|first) )?translated(?: (?:into \w+ )?from (?:the )?[A-Z]\w+)?|translation",
        r"translator",
        r"translation",
        r"(?:translates|translated)",
        r"(?:translated by|translator):",
        ("translat",),
        "translation translator",
        kinds="book theatre",
    ),
    Job(
        "produced",
        r"(?:co-)?produced|production",
        r"(?:co-)?producer",
        r"production",
        r"(?:produces|produced)",
        r"(?:produced by|producer):",
        ("produc",),
        "producer production",
        kinds="album",
    ),
    Job(
        "made",
        r"made|recorded",
        r"singer|songwriter|singer-songwriter",
        r"singing",
        r"(?:makes|made|recorded)",
        r"artist:",
        ("made", "record", "sing", "songwriter", "artist"),
        kinds="album",
        work="album|record|LP|EP",
    ),
    Job(
        "designed",
        r"(?:set|production|stage) design|sets?|designed|design",
        r"(?:(?:set|production|stage) )?designer",
        r"(?:set|stage) design|sets?",
        r"(?:designs|designed)",
        r"(?:(?:set |stage )?design|sets?|designer):",
        ("design", "set"),
        "design designer set sets",
        kinds="theatre",
    ),
    Job(
        "lit",
        r"lit|lighting(?: design)?",
        r"lighting designer",
        r"lighting",
        r"(?:lights|lit)",
        r"(?:lighting):",
        ("light", "lit"),
        "lighting light",
        kinds="theatre",
    ),
    Job(
        "cooked",
        r"cooked",
        r"(?:head |executive )?chef|chef-(?:owner|patron|proprietor)",
        r"cooking|kitchen|menu",
        r"cooks",
        r"(?:(?:head )?chef):",
        ("cook", "chef", "kitchen", "menu"),
        "chef cook kitchen",
        kinds="restaurant",
        work="restaurant|kitchen|place",
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


def jobs_of(notes: Notes) -> tuple[Job, ...]:
    """The jobs that a work of this kind has."""
    return tuple(job for job in JOBS if not job.kinds or notes.kind in job.kinds.split())


def credited(notes: Notes, job: Job) -> tuple[Person, ...]:
    """Whom the notes credit with a job."""
    people: list[Person] = []
    if job.name == "directed":
        people.extend(notes.directors)
    if job.name == "translated":
        people.extend(notes.translators)
    if job.name == "made":
        people.extend(notes.artists)
    if job.name in ("written", "created"):
        people.extend(notes.writers)
        people.extend(notes.authors)
        if people and notes.based_on:
            people.extend(notes.based_on.author)
    for department, members in notes.crew.items():
        if set(re.findall(r"\w+", department.casefold())) & set(job.departments.split()):
            people.extend(members)
    return tuple(people)
